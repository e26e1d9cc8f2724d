import { describe, expect, test } from '@jest/globals';
import { bubble, putAt, readUrl } from './page-stack';
import { findInput, findWords, reachable, textOf } from './tree';
import type { WxElement } from './wxml';

const view = (attr: Record<string, unknown>, ...children: WxElement['children']): WxElement => ({
  tag: 'wx-view',
  attr,
  children,
});

describe('the phone that the harness plays', () => {
  test('setData changes one leaf by its path, making lists and records on the way', () => {
    const data: Record<string, unknown> = { root: { cn: [{ cl: 'a' }] } };
    putAt(data, 'root.cn.[0].cl', 'b');
    putAt(data, 'root.cn[1]', { cl: 'c' });
    putAt(data, 'list[0].name', 'd');
    expect(data).toEqual({ root: { cn: [{ cl: 'b' }, { cl: 'c' }] }, list: [{ name: 'd' }] });
  });
  test('an address may be relative, and its parameters stay as they were written', () => {
    expect(readUrl('/pages/a/index?b=%E6%9D%8E', '')).toEqual({
      path: 'pages/a/index',
      options: { b: '%E6%9D%8E' },
    });
    expect(readUrl('../c/index', 'pages/a/index').path).toBe('pages/c/index');
  });
  test('a tap goes up to everyone who listens until one catches it', () => {
    const leaf = view({ bindtap: 'eh', id: 'leaf', 'data-sid': 'leaf' }, '好');
    const middle = view({ catchtap: 'eh', id: 'middle' }, leaf);
    const root = view({ bindtap: 'eh', id: 'root' }, middle);
    const heard: string[] = [];
    bubble([leaf, middle, root], 'tap', {}, (_, event) => {
      heard.push((event as { currentTarget: { id: string } }).currentTarget.id);
    });
    expect(heard).toEqual(['leaf', 'middle']);
  });
  test('words are found exactly before they are found within others, and by what is read aloud', () => {
    const exact = view({ id: 'exact' }, '接单');
    const root = view({}, view({ id: 'longer' }, '可接单'), exact, view({ ariaLabel: '返回', id: 'back' }));
    expect(findWords(root, '接单')?.[0]).toBe(exact);
    expect(findWords(root, '可接')?.[0]?.attr?.id).toBe('longer');
    expect(findWords(root, '返回')?.[0]?.attr?.id).toBe('back');
    expect(findWords(root, '没有')).toBeUndefined();
  });
  test('an open sheet covers what is behind it', () => {
    const sheet = view({ ariaRole: 'dialog' }, view({}, '关闭'));
    const page = view({}, view({}, '下面的字'), sheet);
    expect(reachable(page)).toBe(sheet);
    expect(textOf(page)).toBe('下面的字\n关闭');
  });
  test('an input is found by its label', () => {
    const input: WxElement = { tag: 'wx-input', attr: { ariaLabel: '名字', value: '李桂芬' }, children: [] };
    expect(findInput(view({}, input), '名字')?.[0]).toBe(input);
    expect(textOf(input)).toBe('李桂芬');
  });
});

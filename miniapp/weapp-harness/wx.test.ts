import { describe, expect, test } from '@jest/globals';
import { createPages } from './pages';
import type { Realm } from './realm';
import { createWx } from './wx';

const phone = () => {
  const complaints: string[] = [];
  const { wx, setNetwork } = createWx({
    apiBase: 'http://127.0.0.1:1',
    socketBase: undefined,
    answers: { modal: true, position: undefined, loginCode: () => undefined, voipMembers: undefined },
    calls: [],
    storage: new Map(),
    navigate: () => 'ok',
    navigateBack: () => false,
    parse: (json) => JSON.parse(json) as unknown,
    later: (work) => void setTimeout(work, 0),
    complain: (words) => complaints.push(words),
  });
  return { wx: wx as Record<string, (options?: object) => unknown>, complaints, setNetwork };
};
const failureOf = (call: ((options: object) => unknown) | undefined, options: object): Promise<string> =>
  new Promise((done, fail) => {
    call?.({
      ...options,
      success: () => fail(new Error('it worked')),
      fail: ({ errMsg }: { errMsg: string }) => done(errMsg),
    });
  });

describe("the harness's wx", () => {
  test('a call that it does not play throws, by its name', () => {
    const { wx, complaints } = phone();
    expect(() => wx.scanCode?.()).toThrow('wx.scanCode is not played by the harness');
    expect(complaints).toEqual(['wx.scanCode is not played by the harness']);
  });
  test('a method that WeChat does not send, and a question with a long button, fail and are complained of', async () => {
    const { wx, complaints } = phone();
    const url = 'http://127.0.0.1:1/api/me';
    expect(await failureOf(wx.request, { url, method: 'PATCH' })).toBe('request:fail method is invalid');
    expect(await failureOf(wx.showModal, { confirmText: '就这个时间' })).toBe('showModal:fail');
    expect(complaints).toHaveLength(2);
  });
  test('a place that is refused, a sign-in that WeChat does not give and a way back from the first page fail', async () => {
    const { wx } = phone();
    expect(await failureOf(wx.getLocation, {})).toContain('auth deny');
    expect(await failureOf(wx.login, {})).toContain('login:fail');
    expect(await failureOf(wx.navigateBack, {})).toContain('navigateBack:fail');
  });
  test('a network that goes and comes is told of, once each, and one that only loses answers is not', async () => {
    const { wx, setNetwork } = phone();
    const told: unknown[] = [];
    wx.onNetworkStatusChange?.((status: unknown) => told.push(status));
    for (const network of ['answers_lost', 'none', 'none', 'good'] as const) setNetwork(network);
    await new Promise((done) => setTimeout(done, 10));
    expect(told).toEqual([
      { isConnected: false, networkType: 'none' },
      { isConnected: true, networkType: '4g' },
    ]);
  });
});

test('ten pages lie on each other and an eleventh is refused', () => {
  const pages = createPages({
    realm: () => realm,
    known: new Set(['a']),
    guarded: (work) => work(),
    later: () => undefined,
  });
  const realm: Realm = { require: () => pages.declare({}), parse: (json) => JSON.parse(json) as unknown };
  pages.open('a', {});
  const outcomes = Array.from({ length: 10 }, () => pages.navigate('navigateTo', '/a'));
  expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(9);
  expect(outcomes.at(-1)).toBe('webview count limit exceed');
  expect(pages.navigate('redirectTo', '/a')).toBe('ok');
  expect(pages.all()).toHaveLength(10);
});

import { expect, test } from '@jest/globals';
import type { CallView } from '@shared/video-calls/video-calls.contract';
import { stateWords } from './state-words';

const person = (key: string, name: string, present: boolean) => ({
  key,
  name,
  as: 'family',
  present,
  declined: false,
  seconds: 0,
});
const call = (over: Partial<CallView> = {}): CallView =>
  ({
    status: 'joined',
    mine: 'elder',
    members: [person('elder', '王大娘', true), person('son', '王建国', true)],
    sentence: { zh: '正在和王建国视频', en: 'In a call' },
    ...over,
  }) as CallView;
const words = (over: Partial<Parameters<typeof stateWords>[0]> = {}): string =>
  stateWords({ call: call(), going: 'talking', picture: true, silent: false, ...over }, 'zh-CN');

test('what the page says follows the call, the network and the picture, in this order', () => {
  expect(words()).toBe('正在和王建国视频');
  expect(words({ picture: false })).toBe('还没有画面，先听声音');
  expect(words({ going: 'connecting', picture: false })).toBe('正在接通…');
  expect(words({ going: 'poor' })).toBe('网络不好，先听声音');
  expect(words({ going: 'lost' })).toBe('网络断了，正在重新接通…');
  expect(words({ silent: true })).toBe('对方现在听不到您');
});

test('while nobody has come, and when it is over, the call itself is said', () => {
  const alone = call({
    status: 'invited',
    members: [person('elder', '王大娘', true), person('son', '王建国', false)],
    sentence: { zh: '正在叫王建国…', en: 'Calling' },
  } as Partial<CallView>);
  expect(words({ call: alone, going: 'connecting' })).toBe('正在叫王建国…');
  const over = call({ status: 'ended', sentence: { zh: '和王建国视频了 3 分钟', en: '' } });
  expect(words({ call: over, going: 'lost' })).toBe('和王建国视频了 3 分钟');
});

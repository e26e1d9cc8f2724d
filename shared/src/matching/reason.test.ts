import { expect, test } from '@jest/globals';
import type { Instant } from '../kernel/instant';
import { type Reason, reasonText } from './reason';

const said: readonly [Reason, string, string][] = [
  [{ code: 'been_before', times: 11 }, '来过 11 次', 'came 11 times'],
  [{ code: 'punctual', percent: 98 }, '守时 98%', 'on time 98%'],
  [
    { code: 'distance', metres: 340, minutes: 5, travel: 'walk' },
    '340 米 · 步行 5 分钟',
    '340 m · 5 min on foot',
  ],
  [
    { code: 'distance', metres: 2600, minutes: 7, travel: 'car' },
    '2.6 公里 · 开车 7 分钟',
    '2.6 km · 7 min by car',
  ],
  [{ code: 'same_village', kind: 'volunteer' }, '同村志愿者', 'volunteer of the same village'],
  [{ code: 'skilled', skill: 'escort' }, '会陪诊', 'escorts to the clinic'],
  [{ code: 'gender', gender: 'female' }, '女性', 'woman'],
  [
    { code: 'on_the_way', at: '2026-11-25T02:05:00.000Z' as Instant },
    '与 10:05 的到访顺路',
    'on the way of a visit at 10:05',
  ],
];
test.each(said)('a reason is said in words that a family understands: %j', (reason, zh, en) => {
  expect(reasonText(reason)).toEqual({ zh, en });
});

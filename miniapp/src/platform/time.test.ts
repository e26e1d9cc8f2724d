import { describe, expect, test } from '@jest/globals';
import type { Day, Instant } from '@shared/kernel/instant';
import {
  agoName,
  clockTime,
  dateName,
  dayName,
  greeting,
  momentName,
  noonOf,
  spanName,
  weekdayName,
} from './time';

/** 24 November 2026, 10:28 in Beijing, a Tuesday. */
const now = '2026-11-24T02:28:00Z' as Instant;
const at = (text: string): Instant => text as Instant;

describe('times as people say them, in Beijing', () => {
  test('near days have names', () => {
    expect(dayName(at('2026-11-24T15:59:00Z'), now, 'zh-CN')).toBe('今天');
    expect(dayName(at('2026-11-24T16:00:00Z'), now, 'zh-CN')).toBe('明天');
    expect(dayName(at('2026-11-22T16:00:00Z'), now, 'zh-CN')).toBe('昨天');
    expect(dayName(at('2026-11-26T01:00:00Z'), now, 'zh-CN')).toBe('后天');
    expect(dayName(at('2026-11-25T01:00:00Z'), now, 'en')).toBe('tomorrow');
  });
  test('other days are said with their weekday, and with the year when it is another one', () => {
    expect(dayName(at('2026-12-03T01:00:00Z'), now, 'zh-CN')).toBe('12月3日 周四');
    expect(dayName(at('2027-01-03T01:00:00Z'), now, 'zh-CN')).toBe('2027年1月3日 周日');
    expect(dayName(at('2026-12-03T01:00:00Z'), now, 'en')).toBe('Thu 3 Dec');
  });
  test('a date is said in full even when it is today', () => {
    expect(dateName(now, 'zh-CN')).toBe('11月24日 周二');
  });
  test('a span within a day says its day once', () => {
    expect(spanName(at('2026-11-25T01:00:00Z'), at('2026-11-25T03:30:00Z'), now, 'zh-CN')).toBe(
      '明天 9:00 – 11:30',
    );
  });
  test('a span over midnight says both days', () => {
    expect(spanName(at('2026-11-24T14:00:00Z'), at('2026-11-24T17:00:00Z'), now, 'zh-CN')).toBe(
      '今天 22:00 – 明天 1:00',
    );
  });
  test('a moment is a day and a time', () => {
    expect(momentName(at('2026-11-25T01:05:00Z'), now, 'zh-CN')).toBe('明天 9:05');
    expect(clockTime(at('2026-11-24T16:00:00Z'))).toBe('0:00');
  });
  test('how long ago grows from just now to a day', () => {
    expect(agoName(at('2026-11-24T02:27:30Z'), now, 'zh-CN')).toBe('刚刚');
    expect(agoName(at('2026-11-24T02:25:00Z'), now, 'zh-CN')).toBe('3 分钟前');
    expect(agoName(at('2026-11-24T00:20:00Z'), now, 'zh-CN')).toBe('2 小时前');
    expect(agoName(at('2026-11-22T02:25:00Z'), now, 'zh-CN')).toBe('前天 10:25');
  });
  test('a phone whose clock is behind the server says just now, not a negative time', () => {
    expect(agoName(at('2026-11-24T02:30:00Z'), now, 'zh-CN')).toBe('刚刚');
  });
  test('greetings follow the Beijing hour', () => {
    expect(greeting(now, 'zh-CN')).toBe('上午好');
    expect(greeting(at('2026-11-24T06:00:00Z'), 'zh-CN')).toBe('下午好');
    expect(greeting(at('2026-11-24T12:00:00Z'), 'en')).toBe('Good evening');
  });
  test('a day stands at its Beijing noon', () => {
    expect(noonOf('2026-11-24' as Day)).toBe('2026-11-24T04:00:00.000Z');
    expect(weekdayName(0, 'zh-CN')).toBe('周日');
  });
});

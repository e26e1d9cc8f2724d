import { describe, expect, test } from '@jest/globals';
import { beijing, type Day, type Instant } from '@shared/kernel/instant';
import { recurrence } from '@shared/service-requests/recurrence';
import { occurrences } from './occurrences';

/** Wednesday 25 November 2026, 07:30 in Beijing: still Tuesday in UTC. */
const first = '2026-11-24T23:30:00.000Z' as Instant;
const days = async (rule: Parameters<typeof occurrences>[1]): Promise<string[]> => {
  const found = await occurrences(first, rule);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value.map((at) => {
    const { day, hour, minute } = beijing(at);
    expect([hour, minute]).toEqual([7, 30]);
    return day;
  });
};

describe('a repeat', () => {
  test('without a rule is once', async () => expect(await days(undefined)).toEqual(['2026-11-25']));

  test('counts weekdays in Beijing, not in UTC', async () => {
    expect(await days({ freq: 'weekly', interval: 1, byDay: ['WE', 'FR'], count: 4 })).toEqual([
      '2026-11-25',
      '2026-11-27',
      '2026-12-02',
      '2026-12-04',
    ]);
  });

  test('goes on until a day, that day included, across the year', async () => {
    expect(await days({ freq: 'weekly', interval: 2, until: '2027-01-06' as Day })).toEqual([
      '2026-11-25',
      '2026-12-09',
      '2026-12-23',
      '2027-01-06',
    ]);
  });

  test('always begins with the time asked for, even off its weekdays', async () => {
    expect(await days({ freq: 'weekly', interval: 1, byDay: ['MO'], count: 2 })).toEqual([
      '2026-11-25',
      '2026-11-30',
      '2026-12-07',
    ]);
  });

  test('of more than 26 occurrences is refused, not cut short', async () => {
    expect(await days({ freq: 'daily', interval: 1, count: 26 })).toHaveLength(26);
    expect(
      await occurrences(first, { freq: 'daily', interval: 1, until: '2027-06-01' as Day }),
    ).toMatchObject({
      refusal: { code: 'recurrence_invalid' },
    });
  });

  test('has either a count or an end, and weekdays only when weekly', () => {
    const good = { freq: 'weekly', interval: 1, byDay: ['WE'], count: 4 };
    expect(recurrence.safeParse(good).success).toBe(true);
    for (const bad of [
      { ...good, until: '2027-01-01' },
      { ...good, count: undefined },
      { ...good, freq: 'daily' },
      { ...good, interval: 0 },
      { ...good, byDay: ['XX'] },
      { ...good, count: 27 },
    ])
      expect(recurrence.safeParse(bad).success).toBe(false);
  });
});

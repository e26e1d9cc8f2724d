import { describe, expect, test } from '@jest/globals';
import type { Service } from '../catalogue/service';
import { addMinutes, beijingInstant, type Day, type Instant } from '../kernel/instant';
import { checkDraft, type Draft, nextFree } from './draft';

const now = '2026-11-24T01:00:00.000Z' as Instant;
const on = (hour: number, minute = 0, day = '2026-11-25'): Instant =>
  beijingInstant(day as Day, hour * 60 + minute);
const service = { minMinutes: 30, maxMinutes: 120, daytimeOnly: false } as Service;
const check = (
  draft: Partial<Draft>,
  busy: readonly { startsAt: Instant; endsAt: Instant }[] = [],
  of = service,
) => {
  const result = checkDraft({ startsAt: on(10), minutes: 60, ...draft }, of, busy, now);
  return result.ok ? 'fine' : result.refusal.code;
};

describe('the time of a request', () => {
  test('lies ahead and at most sixty days', () => {
    expect(check({ startsAt: now })).toBe('time_past');
    expect(check({ startsAt: addMinutes(now, 1) })).toBe('fine');
    expect(check({ startsAt: addMinutes(now, 60 * 24 * 60) })).toBe('fine');
    expect(check({ startsAt: addMinutes(now, 60 * 24 * 60 + 1) })).toBe('time_too_far');
  });

  test('may lie farther ahead for a later occurrence of a repeat', () => {
    expect(check({ startsAt: on(10, 0, '2027-04-01'), repeated: true })).toBe('fine');
  });

  test('lasts as long as the service may', () => {
    expect(check({ minutes: 29 })).toBe('duration_out_of_range');
    expect(check({ minutes: 30 })).toBe('fine');
    expect(check({ minutes: 121 })).toBe('duration_out_of_range');
  });

  test('asks first when the elder would be asleep, and is allowed once it is meant', () => {
    for (const startsAt of [on(23), on(21), on(20, 1), on(5, 59), on(5)])
      expect(check({ startsAt })).toBe('night_needs_confirmation');
    for (const startsAt of [on(20), on(6)]) expect(check({ startsAt })).toBe('fine');
    expect(check({ startsAt: on(23), confirmedNight: true })).toBe('fine');
  });

  test('asks earlier for what should only happen by day', () => {
    const byDay = { ...service, daytimeOnly: true };
    expect(check({ startsAt: on(19) }, [], byDay)).toBe('night_needs_confirmation');
    expect(check({ startsAt: on(19) })).toBe('fine');
    expect(check({ startsAt: on(17) }, [], byDay)).toBe('fine');
  });

  test('does not overlap what the elder has already, though it may follow at once', () => {
    const busy = [{ startsAt: on(9), endsAt: on(10) }];
    expect(check({}, busy)).toBe('fine');
    expect(check({ startsAt: on(9, 59) }, busy)).toBe('request_overlaps');
    expect(check({ startsAt: on(8, 30), minutes: 120 }, busy)).toBe('request_overlaps');
  });
});

describe('the next free time', () => {
  const span = (from: number, to: number) => ({ startsAt: on(from), endsAt: on(to) });
  const free = (busy: ReturnType<typeof span>[], of = service) =>
    nextFree({ startsAt: on(10), minutes: 60 }, of, busy, now);

  test('is the soonest later half hour into which the whole visit fits', () => {
    expect(free([span(9.5, 11)])).toBe(on(11));
    expect(free([span(9, 10.5), span(11, 12)])).toBe(on(12));
  });

  test('is none where the rest of the day is taken, or would be night', () => {
    expect(free([span(10, 20)])).toBe(on(20));
    expect(free([span(10, 20.5)])).toBeUndefined();
    expect(free([span(10, 18)], { ...service, daytimeOnly: true })).toBeUndefined();
  });
});

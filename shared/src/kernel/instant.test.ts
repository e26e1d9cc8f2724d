import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addMinutes,
  beijing,
  beijingInstant,
  day,
  type Instant,
  instant,
  instantOf,
  minutesBetween,
} from './instant';

const anyInstant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31) }).map(instantOf);

describe('an instant', () => {
  it('is refused when the date does not exist, has no Z, or is not a date', () => {
    for (const text of [
      '2026-02-30T00:00:00Z',
      '2026-11-24T10:00:00',
      'tomorrow',
      '',
      '2026-13-01T00:00:00Z',
    ])
      expect(instant.safeParse(text).success).toBe(false);
    expect(instant.safeParse('2026-11-24T10:00:00Z').success).toBe(true);
    expect(day.safeParse('2026-02-29').success).toBe(false);
  });

  it('is shown eight hours later in Beijing, across midnight and new year', () => {
    const local = beijing('2026-12-31T17:05:00Z' as Instant);
    expect([local.day, local.hour, local.minute, local.weekday]).toEqual(['2027-01-01', 1, 5, 5]);
  });

  it('comes back from Beijing day and minute of day, whatever the moment', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        const whole = instantOf(Math.floor(Date.parse(at) / 60_000) * 60_000);
        const local = beijing(whole);
        expect(beijingInstant(local.day, local.minuteOfDay)).toBe(whole);
      }),
    );
  });

  it('moves by minutes and back without loss', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: -100_000, max: 100_000 }), (at, by) => {
        expect(minutesBetween(at, addMinutes(at, by))).toBe(by);
      }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { day } from '../kernel/instant';
import { checkCredential, checkWeeklyHours, type WeeklySpan } from './helper';

const span = fc.record({
  weekday: fc.integer({ min: 0, max: 6 }),
  from: fc.integer({ min: 0, max: 1440 }),
  to: fc.integer({ min: 0, max: 1440 }),
});
/** Minute by minute of the week: slow, and beyond doubt. */
const coveredTwice = (spans: readonly WeeklySpan[]): boolean => {
  const seen = new Set<number>();
  for (const { weekday, from, to } of spans)
    for (let minute = from; minute < to; minute += 1) {
      const at = weekday * 1440 + minute;
      if (seen.has(at)) return true;
      seen.add(at);
    }
  return false;
};

describe('weekly hours', () => {
  test('are allowed exactly when every span has a length and no minute is covered twice', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
        const sound = spans.every(({ from, to }) => from < to) && !coveredTwice(spans);
        expect(checkWeeklyHours(spans).ok).toBe(sound);
      }),
    );
  });

  test('may touch, and may be the same on different days', () => {
    const morning = { weekday: 1, from: 360, to: 720 };
    expect(
      checkWeeklyHours([morning, { ...morning, from: 720, to: 900 }, { ...morning, weekday: 2 }]).ok,
    ).toBe(true);
  });

  test('a refusal names the field', () => {
    expect(checkWeeklyHours([{ weekday: 0, from: 600, to: 600 }])).toEqual({
      ok: false,
      refusal: { code: 'hours_invalid', field: 'body.weeklyHours' },
    });
  });
});

describe('credentials', () => {
  const nurse = (validFrom: string, validTo: string) =>
    checkCredential({ kind: 'nurse', validFrom: day.parse(validFrom), validTo: day.parse(validTo) });

  test('end on the day they begin at the earliest', () => {
    expect(nurse('2026-01-01', '2026-01-01').ok).toBe(true);
    expect(nurse('2026-01-02', '2026-01-01')).toEqual({
      ok: false,
      refusal: { code: 'credential_invalid', field: 'body.credential' },
    });
  });
});

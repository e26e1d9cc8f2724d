import { describe, expect, test } from '@jest/globals';
import { addDays, addMinutes } from '../kernel/instant';
import { entryIdOf, START, upcoming } from './factories';
import type { LogEntry } from './log';
import { isFar, usualOf } from './usual';
import { measures } from './vitals';

const { visitId, elderId } = upcoming();
const reading = (n: number, daysAgo: number, systolic: number): LogEntry => ({
  visitId,
  elderId,
  receivedAt: START,
  entry: {
    entryId: entryIdOf(n),
    at: addDays(addMinutes(START, n), -daysAgo),
    kind: 'vitals',
    systolic,
    diastolic: 80,
  },
});

describe('readings against the usual', () => {
  const middle = (values: readonly number[]) => usualOf('systolic', values)?.middle;
  test('the usual is the middle of the last ten, so that one odd reading does not move it', () => {
    expect(middle([130, 132, 250])).toBe(132);
    expect(middle([130, 134])).toBeUndefined();
    expect(middle([1, 1, 1, 140, 140, 140, 140, 140, 140, 140, 140, 140, 140])).toBe(140);
    expect(middle([130, 131, 134, 200])).toBe(133);
  });
  test('whose readings hardly differ has a usual of some width, and whose scatter has a wider one', () => {
    expect(usualOf('systolic', [130, 130, 131, 130])).toEqual({
      middle: 130,
      low: 120,
      high: 140,
      farFrom: 30,
    });
    const scattered = usualOf('systolic', [110, 130, 150, 120, 140]);
    expect(scattered).toEqual({ middle: 130, low: 100, high: 160, farFrom: 44 });
    expect([isFar(160, scattered), isFar(174, scattered), isFar(86, scattered)]).toEqual([false, true, true]);
  });
  test('is far only where a usual is known', () => {
    expect(isFar(260, usualOf('systolic', [120, 121]))).toBe(false);
  });

  test('the difference is described in words', () => {
    const earlier = [reading(1, 9, 136), reading(2, 8, 134), reading(3, 7, 134)];
    const [systolic, diastolic] = measures([reading(4, 0, 128)], earlier);
    expect(systolic).toMatchObject({
      usual: 134,
      value: 128,
      sentence: { zh: '高压 128，比平时低 6', en: 'Systolic 128, 6 lower than usual' },
    });
    expect(diastolic).toMatchObject({ sentence: { zh: '低压 80，和平时一样' } });
  });

  test('without a habit only the reading is said, and later readings are no habit', () => {
    const later = [1, 2, 3].map((n) => reading(n, -n, 150));
    expect(measures([reading(4, 0, 128)], later)[0]).toEqual(
      expect.not.objectContaining({ usual: expect.anything() }),
    );
  });
});

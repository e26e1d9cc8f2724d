import { describe, expect, test } from '@jest/globals';
import { addDays, addMinutes } from '../kernel/instant';
import { entryIdOf, START, upcoming } from './factories';
import type { LogEntry } from './log';
import { measures, usual } from './vitals';

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
  test('the usual is the middle of the last ten, so that one odd reading does not move it', () => {
    expect(usual([130, 132, 250])).toBe(132);
    expect(usual([130, 134])).toBeUndefined();
    expect(usual([1, 1, 1, 140, 140, 140, 140, 140, 140, 140, 140, 140, 140])).toBe(140);
    expect(usual([130, 131, 134, 200])).toBe(133);
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

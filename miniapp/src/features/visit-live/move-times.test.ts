import { describe, expect, it } from '@jest/globals';
import { beijingInstant, type Day } from '@shared/kernel/instant';
import { daysToMove, startsToMove } from './move-times';

const day = '2026-11-24' as Day;

describe('where a helper can move a visit to', () => {
  it('is this week, half an hour at a time, ahead of now and out of the night', () => {
    const now = beijingInstant(day, 19 * 60 + 5);
    expect(daysToMove(now)[0]).toBe(day);
    expect(daysToMove(now)).toHaveLength(7);
    expect(startsToMove(day, 60, now)).toEqual([19 * 60 + 30, 20 * 60]);
    expect(startsToMove(day, 120, now)).toEqual([]);
    expect(startsToMove('2026-11-25' as Day, 60, now)[0]).toBe(6 * 60);
  });
});

import { expect, test } from '@jest/globals';
import type { Instant } from '@shared/kernel/instant';
import { momentTyped } from './clock-typed';

const began = '2026-03-02T02:00:00.000Z' as Instant;

test('a time of day is understood as people type it, on the day on which the visit began', () => {
  for (const typed of ['10:40', '1040', '10：40', ' 10.40 '])
    expect(momentTyped(typed, began)).toBe('2026-03-02T02:40:00.000Z');
  expect(momentTyped('9:05', began)).toBe('2026-03-02T01:05:00.000Z');
});

test('what is no time of day is none', () => {
  for (const typed of ['', '10', '25:00', '10:61', '十点', '10:4'])
    expect(momentTyped(typed, began)).toBeUndefined();
});

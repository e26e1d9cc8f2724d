import { describe, expect, test } from '@jest/globals';
import type { VisitId } from '@shared/kernel/ids';
import type { Instant } from '@shared/kernel/instant';
import { chartOf, MOST_DOTS } from './line-chart';

const points = (...values: readonly number[]) =>
  values.map((value, index) => ({
    at: `2026-11-${String(index + 1).padStart(2, '0')}T01:00:00Z` as Instant,
    value,
    visitId: 'visit_1' as VisitId,
    far: value > 170,
  }));

describe('the line of readings', () => {
  test('goes from left to right, and higher values stand higher', () => {
    const { dots } = chartOf({ points: points(120, 180, 150) }, 2);
    expect(dots.map(({ left, top, far }) => [left, top, far])).toEqual([
      [8, 92, false],
      [50, 8, true],
      [92, 50, false],
    ]);
  });
  test('joins each dot with the next, whatever the shape of the drawing', () => {
    const aspect = 1.8;
    const { dots, lines } = chartOf({ points: points(120, 180, 150, 150) }, aspect);
    for (const [index, { left, top, length, degrees }] of lines.entries()) {
      const turned = (degrees * Math.PI) / 180;
      expect(left + length * Math.cos(turned)).toBeCloseTo(dots[index + 1]?.left ?? 0);
      expect(top + length * Math.sin(turned) * aspect).toBeCloseTo(dots[index + 1]?.top ?? 0);
    }
  });
  test('shows the newest where there are many, and says which reading each is', () => {
    const { dots } = chartOf({ points: points(...Array.from({ length: 20 }, (_, n) => 120 + n)) }, 2);
    expect(dots).toHaveLength(MOST_DOTS);
    expect(dots.at(-1)?.index).toBe(19);
  });
  test('holds the band of the usual, also where no reading is in it', () => {
    const { band, dots } = chartOf({ points: points(180), usual: { middle: 130, low: 120, high: 140 } }, 2);
    expect(band?.top).toBeCloseTo(64);
    expect(band?.height).toBeCloseTo(28);
    expect(dots[0]).toMatchObject({ left: 50, top: 8 });
  });
  test('is a level line where all are the same', () => {
    expect(chartOf({ points: points(130, 130) }, 2).lines[0]).toMatchObject({ top: 50, degrees: 0 });
  });
});

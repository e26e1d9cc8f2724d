import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distanceMetres, type Position } from '../kernel/position';
import { cellOf, type RowSpan, spansAround } from './cell';
import { type Look, nearestEligible } from './nearest';

const RUNS = 10_000;
const centre = fc.record({
  lat: fc.double({ min: 18, max: 53, noNaN: true }),
  lng: fc.double({ min: 74, max: 134, noNaN: true }),
});
/** Degrees away from the elder, near and far, so that every look and the edges of cells matter. */
const degrees = fc.oneof(
  fc.double({ min: -0.05, max: 0.05, noNaN: true }),
  fc.double({ min: -0.24, max: 0.24, noNaN: true }),
);
const offset = fc.record({ lat: degrees, lng: degrees, eligible: fc.boolean() });

interface Someone {
  readonly home: Position;
  readonly eligible: boolean;
}

/** Whom a range query on each span would give, as the index does it: by text. */
function index(people: readonly Someone[]) {
  const placed = people.map((one) => ({ one, ...cellOf(one.home) }));
  return (spans: readonly RowSpan[]): Someone[] =>
    spans.flatMap(({ row, from, to }) =>
      placed
        .filter((each) => each.row === row && each.column >= from && each.column <= to)
        .map(({ one }) => one),
    );
}

describe('the search outwards', () => {
  test('finds exactly the nearest who are eligible, as looking at everyone would', async () => {
    await fc.assert(
      fc.asyncProperty(
        centre,
        fc.array(offset, { maxLength: 24 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 20_000 }),
        async (from, offsets, wanted, everyoneWithin) => {
          const people: Someone[] = offsets.map(({ lat, lng, eligible }) => ({
            home: { lat: from.lat + lat, lng: from.lng + lng },
            eligible,
          }));
          const livingIn = index(people);
          const read = async ({ beyond, within }: Look) => livingIn(spansAround(from, beyond, within));
          const eligible = async (seen: readonly Someone[]) => seen.filter((one) => one.eligible);
          const found = await nearestEligible({ centre: from, wanted, everyoneWithin, read, eligible });
          const metres = (one: Someone) => distanceMetres(from, one.home);
          // Whoever lives beyond the largest radius may be left out, and only they.
          const all = people.filter((one) => one.eligible).sort((a, b) => metres(a) - metres(b));
          const near = all.filter(
            (one, at) => metres(one) <= everyoneWithin || (metres(one) <= 30_000 && at < wanted),
          );
          expect(found.slice(0, near.length).map(metres)).toEqual(near.map(metres));
          expect(found.every((one) => all.includes(one))).toBe(true);
          expect(new Set(found).size).toBe(found.length);
        },
      ),
      { numRuns: RUNS },
    );
  }, 120_000);

  test('looks at every cell that a circle touches, and at none twice', () => {
    const within = fc.integer({ min: 0, max: 30_000 });
    fc.assert(
      fc.property(centre, offset, within, within, (from, away, a, b) => {
        const [inner, outer] = [Math.min(a, b), Math.max(a, b)];
        const one = { home: { lat: from.lat + away.lat, lng: from.lng + away.lng }, eligible: true };
        const livingIn = index([one]);
        const seen = [
          ...livingIn(spansAround(from, undefined, inner)),
          ...livingIn(spansAround(from, inner, outer)),
        ];
        expect(seen.length).toBeLessThanOrEqual(1);
        if (distanceMetres(from, one.home) <= outer) expect(seen).toEqual([one]);
      }),
      { numRuns: RUNS },
    );
  });

  test('stays on the grid at a pole, and reads whole rows there', () => {
    const spans = spansAround({ lat: 90, lng: 10 }, undefined, 5_000);
    expect(spans.at(-1)).toEqual({ row: '3600', from: '0000', to: '7200' });
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distanceMetres, type Position } from '../kernel/position';
import { cellOf, cellRing, coveredMetres } from './cell';
import { nearestEligible } from './nearest';

const RUNS = 10_000;
const centre = fc.record({
  lat: fc.double({ min: 18, max: 53, noNaN: true }),
  lng: fc.double({ min: 74, max: 134, noNaN: true }),
});
/** Degrees away from the elder, mostly near, so that cell edges matter. */
const offset = fc.record({
  lat: fc.double({ min: -0.24, max: 0.24, noNaN: true }),
  lng: fc.double({ min: -0.24, max: 0.24, noNaN: true }),
  eligible: fc.boolean(),
});

interface Someone {
  readonly home: Position;
  readonly eligible: boolean;
}

describe('the search outwards', () => {
  test('finds exactly the nearest who are eligible, as looking at everyone would', async () => {
    await fc.assert(
      fc.asyncProperty(
        centre,
        fc.array(offset, { maxLength: 24 }),
        fc.integer({ min: 1, max: 5 }),
        async (from, offsets, wanted) => {
          const people: Someone[] = offsets.map(({ lat, lng, eligible }) => ({
            home: { lat: from.lat + lat, lng: from.lng + lng },
            eligible,
          }));
          const cells = new Map<string, Someone[]>();
          for (const one of people) {
            const cell = cellOf(one.home);
            cells.set(cell, [...(cells.get(cell) ?? []), one]);
          }
          const found = await nearestEligible({
            centre: from,
            wanted,
            read: async (names) => names.flatMap((name) => cells.get(name) ?? []),
            eligible: async (seen) => seen.filter((one) => one.eligible),
          });
          const metres = (one: Someone) => distanceMetres(from, one.home);
          // Whoever lives beyond the largest radius may be left out, and only they.
          const all = people.filter((one) => one.eligible).sort((a, b) => metres(a) - metres(b));
          const near = all.filter((one) => metres(one) <= 30_000).slice(0, wanted);
          expect(found.slice(0, near.length).map(metres)).toEqual(near.map(metres));
          expect(found.every((one) => all.includes(one))).toBe(true);
        },
      ),
      { numRuns: RUNS },
    );
  }, 120_000);

  test('never claims to have covered a point that lies outside the rings read', () => {
    fc.assert(
      fc.property(centre, offset, fc.integer({ min: 0, max: 4 }), (from, away, most) => {
        const point = { lat: from.lat + away.lat, lng: from.lng + away.lng };
        const read = Array.from({ length: most + 1 }, (_, ring) => cellRing(from, ring)).flat();
        expect(new Set(read).size).toBe((2 * most + 1) ** 2);
        if (distanceMetres(from, point) <= coveredMetres(from, most)) expect(read).toContain(cellOf(point));
      }),
      { numRuns: RUNS },
    );
  });
});

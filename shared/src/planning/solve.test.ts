import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nobodyCan } from './instance/nobody-can';
import { solve } from './solve';
import { dayOf, wanted } from './testing/factories';
import { faults } from './testing/faults';

describe('a plan of the day', () => {
  test('keeps every hard rule, and costs what it says', () => {
    fc.assert(
      fc.property(wanted, (each) => {
        const day = dayOf(each);
        expect(faults(day, solve(day, { seed: each.seed, steps: 10_000 }).plan)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('is the same for the same seed', () => {
    fc.assert(
      fc.property(wanted, (each) => {
        const once = solve(dayOf(each), { seed: 7, steps: 5_000 });
        expect(solve(dayOf(each), { seed: 7, steps: 5_000 })).toEqual(once);
      }),
      { numRuns: 20 },
    );
  });

  test('gets better and never worse while it is sought, and can be had at any moment', () => {
    fc.assert(
      fc.property(wanted, fc.integer({ min: 1, max: 40 }), (each, looks) => {
        const costs: number[] = [];
        const day = dayOf(each);
        let looked = 0;
        const { plan } = solve(day, {
          seed: each.seed,
          steps: 30_000,
          hurry: () => {
            looked += 1;
            return looked > looks ? 1 : 0;
          },
          onBetter: (cost) => costs.push(cost),
        });
        expect(costs).toEqual([...costs].sort((a, b) => b - a));
        expect(plan.cost.total).toBeLessThanOrEqual((costs.at(-1) ?? Number.POSITIVE_INFINITY) + 1e-3);
        expect(faults(day, plan)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('leaves a visit out only when someone has to be, and says which', () => {
    fc.assert(
      fc.property(wanted, (each) => {
        const day = dayOf({ ...each, village: false });
        const { plan } = solve(day, { seed: each.seed, steps: 10_000 });
        expect([...plan.unmet].sort((a, b) => a - b)).toEqual(nobodyCan(day));
      }),
      { numRuns: 40 },
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HelperId, RequestId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import { assign, type Choice } from './assign';
import type { Scored } from './score';
import { inTurn, shareOut } from './share-out';

const UNMET = 50;
const choices = fc.uniqueArray(
  fc.record({ column: fc.integer({ min: 0, max: 5 }), cost: fc.integer({ min: 0, max: 40 }) }),
  { selector: ({ column }) => column, maxLength: 5 },
);

/** By trying every way. */
function cheapest(rows: readonly (readonly Choice[])[], taken: ReadonlySet<number> = new Set()): number {
  const [row, ...others] = rows;
  if (row === undefined) return 0;
  const ways = row
    .filter(({ column }) => !taken.has(column))
    .map(({ column, cost }) => cost + cheapest(others, new Set([...taken, column])));
  return Math.min(UNMET + cheapest(others, taken), ...ways);
}

describe('an assignment', () => {
  test('costs as little as the best of all ways, and gives nobody twice', () => {
    fc.assert(
      fc.property(fc.array(choices, { maxLength: 6 }), (rows) => {
        const given = assign(rows, 6, UNMET);
        const taken = given.filter((column) => column !== undefined);
        expect(new Set(taken).size).toBe(taken.length);
        const cost = given.reduce<number>((sum, column, row) => {
          if (column === undefined) return sum + UNMET;
          const choice = rows[row]?.find((each) => each.column === column);
          if (choice === undefined) throw new Error('given what was no choice');
          return sum + choice.cost;
        }, 0);
        expect(cost).toBe(cheapest(rows));
      }),
      { numRuns: 2_000 },
    );
  });
});

const requestId = (n: number) => `request_${String(n).padStart(26, '0')}` as RequestId;
const scored = (helper: string, score: number) =>
  ({ candidate: { helper: { helperId: helper as HelperId } }, score }) as unknown as Scored;
const today = '2026-11-25T02:00:00.000Z' as Instant;

describe('several requests at once', () => {
  test('leave the only one who can go to the second to the second', () => {
    const near = scored('near', 90);
    const first = { requestId: requestId(1), startsAt: today, ranked: [near, scored('far', 40)] };
    const second = { requestId: requestId(2), startsAt: today, ranked: [near] };
    const shared = shareOut([first, second]);
    expect(shared).toEqual(
      new Map([
        [requestId(1), 'far'],
        [requestId(2), 'near'],
      ]),
    );
    expect(
      inTurn(first.ranked, requestId(1), shared).map(({ candidate }) => candidate.helper.helperId),
    ).toEqual(['far', 'near']);
  });

  test('may each begin with the same one when they are on different days', () => {
    const ranked = [scored('near', 90)];
    const shared = shareOut([
      { requestId: requestId(1), startsAt: today, ranked },
      { requestId: requestId(2), startsAt: '2026-11-26T02:00:00.000Z' as Instant, ranked },
    ]);
    expect([...shared.values()]).toEqual(['near', 'near']);
  });
});

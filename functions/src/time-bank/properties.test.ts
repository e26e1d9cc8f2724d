import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { moveKinds, play } from './test-play';
import { brokenTruths } from './test-truths';
import { makeWorld } from './test-world';

/** Mostly sensible minutes, and every kind that is none. */
const typed = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 240 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -60, 0.5, 1e9, 600_001) },
);
const move = fc.record({
  kind: fc.constantFrom(...moveKinds),
  a: fc.nat(59),
  b: fc.nat(59),
  minutes: typed,
  dies: fc.constantFrom(0, 0, 0, 1, 2),
  after: fc.boolean(),
  times: fc.constantFrom(1, 1, 1, 2, 3),
});

const RUNS = Number(process.env.TIME_BANK_RUNS ?? 40);
const MOVES = 60;

describe('the time bank under every fault', () => {
  it('loses and makes no minute, credits nothing twice and lets nobody go below zero', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.array(move, { minLength: 1, maxLength: MOVES }),
        async (seed, moves) => {
          const w = makeWorld({ seed, conflict: 0.1, throttle: 0.05, timeout: 0.08, lostResponse: 0.1 });
          const played = await play(w, moves);
          expect(await brokenTruths(w, played)).toEqual([]);
        },
      ),
      { numRuns: RUNS, ...(process.env.TIME_BANK_SEED ? { seed: Number(process.env.TIME_BANK_SEED) } : {}) },
    );
  }, 600_000);
});

import { writeSync } from 'node:fs';
import { mulberry32 } from '../functions/src/table/memory-table';
import { type Move, moveKinds, play } from '../functions/src/time-bank/test-play';
import { brokenTruths } from '../functions/src/time-bank/test-truths';
import { makeWorld } from '../functions/src/time-bank/test-world';
import { keepFigure, provenance } from './bench/figures';

/**
 * Plays so many random operations against the time bank with every fault on, and checks every truth after each
 * sequence: `npm run simulate:timebank-properties -- [operations] [seed]`. The same seed plays the same. A run of a
 * million and more is kept in `docs/figures`.
 */
const wanted = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
const MOVES = 60;
const KEPT_FROM = 1_000_000;
/** Taken now, since a long run ends on another commit than it was of. */
const of = provenance();
const say = (line: string): void => void writeSync(1, `${line}\n`);

const random = mulberry32(seed);
const whole = (most: number): number => Math.floor(random() * most);
const one = <T>(list: readonly T[]): T => list[whole(list.length)] as T;
const wrong = [0, -60, 0.5, 1e9, 600_001];
const move = (): Move => ({
  kind: one(moveKinds),
  a: whole(60),
  b: whole(60),
  minutes: random() < 0.06 ? one(wrong) : 1 + whole(240),
  dies: random() < 0.4 ? 1 + whole(2) : 0,
  after: random() < 0.5,
  times: random() < 0.4 ? 2 + whole(2) : 1,
});

const run = async (): Promise<void> => {
  const faults = 'conflict 10%, throttle 5%, timeout 8%, lost answer 10%, crashes 40%';
  say(`seed ${seed}, ${wanted} operations, faults: ${faults}`);
  const began = Date.now();
  const seconds = (): number => Math.round((Date.now() - began) / 1000);
  let operations = 0;
  let sequences = 0;
  while (operations < wanted) {
    const worldSeed = whole(2 ** 31);
    const w = makeWorld({ seed: worldSeed, conflict: 0.1, throttle: 0.05, timeout: 0.08, lostResponse: 0.1 });
    const played = await play(w, Array.from({ length: MOVES }, move));
    const broken = await brokenTruths(w, played);
    operations += played.operations;
    sequences += 1;
    if (broken.length > 0) {
      say(`sequence ${sequences} (world ${worldSeed}) breaks: ${broken.join('; ')}`);
      process.exit(1);
    }
    if (sequences % 500 === 0) say(`${operations} operations, ${seconds()} s`);
  }
  const outcome = `${operations} operations in ${sequences} sequences, no truth broken, ${seconds()} s`;
  say(outcome);
  if (wanted >= KEPT_FROM)
    keepFigure(
      'time-bank-properties',
      'The time bank under every fault',
      `npm run simulate:timebank-properties -- ${wanted} ${seed}`,
      [
        `Begun at: ${of}.`,
        `${outcome}; seed ${seed}.`,
        `Faults of the table and of the process: ${faults}; a step may be delivered up to three times at once.`,
        'After each sequence: postings and what is pending sum to zero and equal the balances, nobody is below zero, each transfer has two sides, nothing is credited twice, what is over is not held, and limits and allowances count what moved (`functions/src/time-bank/test-truths.ts`).',
      ],
    );
};

void run();

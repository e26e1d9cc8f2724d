import { compileDay } from './compiled-day';
import type { Day } from './day';
import type { Plan } from './plan';
import { createRandom } from './random';
import { anneal } from './search/anneal';
import { construct } from './search/construct';
import type { Scene } from './search/moves/move';
import { createWheel, type Shares, usualShares } from './search/moves/wheel';
import { findNeighbours, usualWay } from './search/neighbours';
import { planOf } from './search/plan-of';
import { Routes } from './search/routes';

export interface SolveOptions {
  readonly seed: number;
  /** How much to search: places timed and changes tried, the search's own clock, alike on every machine. */
  readonly steps: number;
  /** The share of the real time that is over, asked now and then; a machine too slow for the steps cools faster. */
  readonly hurry?: () => number;
  /** Told the cost whenever a better plan was found. */
  readonly onBetter?: (cost: number) => void;
}

export interface Solved {
  readonly plan: Plan;
  readonly steps: number;
  /** Whether real time ran out before the steps did, so that another machine may find another plan. */
  readonly hurried: boolean;
}

/** How the search is set; temperatures are in ways between good neighbours. */
export interface Tuning {
  readonly neighbours: number;
  readonly hot: number;
  readonly cold: number;
  readonly shares: Shares;
}
export const usualTuning: Tuning = { neighbours: 40, hot: 4, cold: 0.02, shares: usualShares };

/** By so much of what is left the search may lag behind real time before it hurries. */
const LAG = 0.15;

/**
 * Plans a day: who goes where, in which order and when. Simulated annealing over several kinds of change (after
 * Ceschia, Di Gaspero, Rosati and Schaerf 2024, doi 10.1111/itor.13585), with exact earliest starts. The same day,
 * seed and steps give the same plan.
 */
export function solve(day: Day, options: SolveOptions, tuning: Tuning = usualTuning): Solved {
  const solving = solveInBatches(day, options, tuning);
  for (;;) {
    const step = solving.next();
    if (step.done) return step.value;
  }
}

/** How far a search is, and the best plan it has by now. */
export interface Underway {
  readonly share: number;
  readonly best: () => Plan;
}

/** The same search, resting some thousand times a second, so that its progress can be shown and kept. */
export function* solveInBatches(
  day: Day,
  { seed, steps, hurry = () => 0, onBetter = () => {} }: SolveOptions,
  tuning: Tuning = usualTuning,
): Generator<Underway, Solved> {
  const random = createRandom(seed);
  const routes = new Routes(compileDay(day));
  construct(routes);
  const scene: Scene = { routes, neighbours: findNeighbours(routes.day, tuning.neighbours), random };
  const best = routes.keep();
  const way = usualWay(routes, scene.neighbours);
  let hurried = false;
  const progress = (): number => {
    const done = routes.times.work / steps;
    const passed = hurry();
    if (passed > done + LAG * (1 - passed)) hurried = true;
    return hurried ? Math.max(done, passed) : done;
  };
  const cooling = anneal(routes, createWheel(scene, tuning.shares), random, best, {
    hot: way * tuning.hot,
    cold: way * tuning.cold,
    progress,
    onBetter,
  });
  const bestSoFar = (): Plan => {
    const shown = new Routes(routes.day);
    shown.restore(best);
    return planOf(shown);
  };
  for (const share of cooling) yield { share, best: bestSoFar };
  routes.restore(best);
  return { plan: planOf(routes), steps: Math.round(routes.times.work), hurried };
}

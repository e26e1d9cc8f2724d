import type { Random } from '../random';
import type { Move } from './moves/move';
import type { KeptRoutes, Routes } from './routes';

/** -ln of evenly spread chances: how far, in temperatures, a change may be worse and still be kept. */
const PATIENCE = Float64Array.from({ length: 4096 }, (_, row) => -Math.log((row + 0.5) / 4096));
/** Changes tried between two looks at progress. */
const BATCH = 1000;
/** What trying a change costs beside timing places, in steps. */
const STEPS_A_TRY = 0.6;

export interface Cooling {
  readonly hot: number;
  readonly cold: number;
  /** How much of this cooling is over, from 0 to 1. */
  readonly progress: () => number;
  /** Told after a batch of changes that has found a better plan. */
  readonly onBetter: (cost: number) => void;
}

/**
 * Simulated annealing: cools from `hot` to `cold`, and keeps the best routes seen in `best`. Rests after every batch of
 * changes with the share that is over, so that whoever runs it can look up meanwhile.
 */
export function* anneal(
  routes: Routes,
  wheel: readonly Move[],
  random: Random,
  best: KeptRoutes,
  { hot, cold, progress, onBetter }: Cooling,
): Generator<number, void> {
  for (let share = progress(); share < 1; share = progress()) {
    const temperature = hot * (cold / hot) ** share;
    const before = best.cost;
    routes.recount();
    for (let tried = 0; tried < BATCH; tried += 1) {
      const move = wheel[random.below(wheel.length)];
      if (move?.(temperature * PATIENCE[random.below(PATIENCE.length)]!) && routes.cost < best.cost - 1e-7)
        routes.copyInto(best);
    }
    routes.times.work += BATCH * STEPS_A_TRY;
    if (best.cost < before) onBetter(best.cost);
    yield share;
  }
}

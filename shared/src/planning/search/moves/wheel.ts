import { createExchangeTails } from './exchange-tails';
import type { Move, Scene } from './move';
import { createExchangeParts, createRelocatePair } from './pairs';
import { createRelocate } from './relocate';
import { createRelocateSegment } from './relocate-segment';
import { createSwap } from './swap';
import { createMeet } from './unmet';

const kinds = {
  relocate: createRelocate,
  swap: createSwap,
  exchangeTails: createExchangeTails,
  relocateSegment: createRelocateSegment,
  relocatePair: createRelocatePair,
  exchangeParts: createExchangeParts,
  meet: createMeet,
};
/** How often each kind of change is tried, in whole shares. */
export type Shares = Readonly<Record<keyof typeof kinds, number>>;
export const usualShares: Shares = {
  relocate: 30,
  swap: 20,
  exchangeTails: 20,
  relocateSegment: 10,
  relocatePair: 15,
  exchangeParts: 4,
  meet: 1,
};

/** The moves, each as often as its share, to pick from at random. */
export function createWheel(scene: Scene, shares: Shares): readonly Move[] {
  return (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) => {
    const move = kinds[kind](scene);
    return Array.from({ length: shares[kind] }, () => move);
  });
}

import { mulberry32 } from '../../functions/src/table/memory-table';
import type { Position } from '../../shared/src/kernel/position';

/** Everything random in the seed, by one number, so that the same seed gives the same county. */
export function chance(seed: number) {
  const random = mulberry32(seed);
  const int = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  return {
    random,
    int,
    pick: <T>(list: readonly T[]): T => {
      const one = list[Math.floor(random() * list.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
    some: <T>(list: readonly T[], count: number): T[] =>
      [...list]
        .map((one) => [random(), one] as const)
        .sort((a, b) => a[0] - b[0])
        .slice(0, count)
        .map(([, one]) => one),
    likely: (share: number): boolean => random() < share,
    /** A point at most `metres` away, evenly over the disc. */
    near: (centre: Position, metres: number): Position =>
      offset(centre, Math.sqrt(random()) * metres, random() * 360),
  };
}
export type Chance = ReturnType<typeof chance>;

/** The point `metres` away at a compass bearing; flat earth, for a few kilometres. Six decimals are 10 cm. */
export function offset({ lat, lng }: Position, metres: number, bearing: number): Position {
  const angle = (bearing * Math.PI) / 180;
  const north = (Math.cos(angle) * metres) / 111_195;
  const east = (Math.sin(angle) * metres) / (111_195 * Math.cos((lat * Math.PI) / 180));
  return { lat: Number((lat + north).toFixed(6)), lng: Number((lng + east).toFixed(6)) };
}

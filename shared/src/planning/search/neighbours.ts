import type { CompiledDay } from '../compiled-day';
import type { Routes } from './routes';

/** By place, row by row: the places that may well come right before it, and right after it. */
export interface Neighbours {
  readonly width: number;
  readonly before: Int32Array;
  readonly after: Int32Array;
}

const WAIT_WEIGHT = 0.2;
const LATE_WEIGHT = 1;

/** How unlike a good pair of neighbours two places are: the way, the wait that nothing avoids, the delay likewise. */
function strain(day: CompiledDay, from: number, to: number): number {
  const { travel, sites, leaves, arrives, opens, due, minutes } = day;
  const way = travel[leaves[from]! * sites + arrives[to]!]!;
  const wait = Math.max(0, opens[to]! - (due[from]! + minutes[from]! + way));
  const late = Math.max(0, opens[from]! + minutes[from]! + way - due[to]!);
  return way + WAIT_WEIGHT * wait + LATE_WEIGHT * late;
}

export function findNeighbours(day: CompiledDay, most: number): Neighbours {
  const { places, helpers, may, visitOf } = day;
  const width = Math.max(0, Math.min(most, places - 1));
  const before = new Int32Array(places * width).fill(-1);
  const after = new Int32Array(places * width).fill(-1);
  const share = (a: number, b: number): boolean => {
    for (let helper = 0; helper < helpers; helper += 1)
      if (may[a * helpers + helper] === 1 && may[b * helpers + helper] === 1) return true;
    return false;
  };
  for (let place = 0; place < places; place += 1) {
    const others: number[] = [];
    for (let other = 0; other < places; other += 1)
      if (visitOf[other] !== visitOf[place] && share(place, other)) others.push(other);
    const nearest = (of: (other: number) => number): number[] => {
      const strains = new Map(others.map((other) => [other, of(other)]));
      return [...others].sort((a, b) => strains.get(a)! - strains.get(b)! || a - b).slice(0, width);
    };
    before.set(
      nearest((other) => strain(day, other, place)),
      place * width,
    );
    after.set(
      nearest((other) => strain(day, place, other)),
      place * width,
    );
  }
  return { width, before, after };
}

const NEAREST = 5;

/** The usual cost of the way between good neighbours: the yardstick of what is dear. Above 0. */
export function usualWay(routes: Routes, { width, before }: Neighbours): number {
  const { places, day } = routes.day;
  let sum = 0;
  let count = 0;
  for (let place = 0; place < places; place += 1)
    for (let near = 0; near < Math.min(NEAREST, width); near += 1) {
      const other = before[place * width + near]!;
      if (other < 0) continue;
      sum += routes.way(other, place, 0);
      count += 1;
    }
  return Math.max((day.weights.travel * sum) / Math.max(1, count), Number.MIN_VALUE);
}

import type { Random } from '../../random';
import type { Neighbours } from '../neighbours';
import { NOBODY } from '../rings';
import type { Routes } from '../routes';

/** Tries one change at random and keeps it when the cost rises by at most `limit`; says whether it was kept. */
export type Move = (limit: number) => boolean;

/** What every move needs. */
export interface Scene {
  readonly routes: Routes;
  readonly neighbours: Neighbours;
  readonly random: Random;
}

/** One change in so many is judged by what all routes could gain, the others by what their own could. */
const ALL_ROUTES_EVERY = 16;

/** The most that a change to the routes of two helpers may be expected to save in tardiness. */
export const reliefOf = ({ routes, random }: Scene, one: number, other: number): number =>
  random.below(ALL_ROUTES_EVERY) === 0 ? routes.mostRelief() : routes.likelyRelief(one, other);

/** What `place` may well be put behind: after one neighbour, before another, or first or last in a route; -1 for none. */
export function spotFor(place: number, { routes, neighbours, random }: Scene): number {
  const { width, before, after } = neighbours;
  const { prev, route } = routes.rings;
  const pick = random.below(width * 2 + 2);
  if (pick < width) return before[place * width + pick]!;
  if (pick < width * 2) {
    const other = after[place * width + pick - width]!;
    return other < 0 || route[other] === NOBODY ? -1 : prev[other]!;
  }
  const home = routes.day.places + random.below(routes.day.helpers);
  return pick === width * 2 ? home : prev[home]!;
}

/** As `spotFor`, tried a few times until it lies in the route of a helper who may take the place. */
export function eligibleSpot(place: number, scene: Scene): number {
  const { may, helpers } = scene.routes.day;
  const { route } = scene.routes.rings;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const spot = spotFor(place, scene);
    if (spot < 0 || spot === place || route[spot] === NOBODY) continue;
    if (may[place * helpers + route[spot]!] === 1) return spot;
  }
  return -1;
}

import { NOBODY } from '../rings';
import { type Move, reliefOf, type Scene, spotFor } from './move';

const MOST_FOLLOWERS = 3;

/** Moves two to four places that follow one another behind another place (or-opt). */
export function createRelocateSegment(scene: Scene): Move {
  const { routes, random } = scene;
  const { places, helpers, may, choice, alike } = routes.day;
  const { next, prev, route } = routes.rings;
  const weight = routes.day.day.weights.travel;

  /** The last of the segment from `first` on; `first` itself where nothing follows. */
  function lastOf(first: number): number {
    let last = first;
    for (let more = 1 + random.below(MOST_FOLLOWERS); more > 0 && next[last]! < places; more -= 1)
      last = next[last]!;
    return last;
  }

  function fits(first: number, last: number, spot: number, helper: number): boolean {
    for (let place = first; ; place = next[place]!) {
      if (place === spot || may[place * helpers + helper] === 0) return false;
      if (place === last) return true;
    }
  }

  /** What the segment itself costs another helper more. */
  function innerCost(first: number, last: number, helper: number, other: number): number {
    let cost = 0;
    for (let place = first; ; place = next[place]!) {
      cost += choice[place * helpers + other]! - choice[place * helpers + helper]!;
      if (place === last) return cost;
      const follower = next[place]!;
      cost += weight * (routes.way(place, follower, other) - routes.way(place, follower, helper));
    }
  }

  return (limit) => {
    const first = random.below(places);
    const helper = route[first]!;
    if (helper === NOBODY) return false;
    const last = lastOf(first);
    const spot = spotFor(first, scene);
    const from = prev[first]!;
    if (last === first || spot < 0 || spot === from) return false;
    const other = route[spot]!;
    if (other === NOBODY || !fits(first, last, spot, other)) return false;
    const to = next[last]!;
    const behind = next[spot]!;
    const way =
      routes.way(from, to, helper) -
      routes.way(from, first, helper) -
      routes.way(last, to, helper) +
      routes.way(spot, first, other) +
      routes.way(last, behind, other) -
      routes.way(spot, behind, other);
    const known = weight * way + (alike || other === helper ? 0 : innerCost(first, last, helper, other));
    const relief = reliefOf(scene, helper, other);
    if (known - relief > limit) return false;
    if (other !== helper)
      for (let place = first; ; place = next[place]!) {
        routes.assign(place, other);
        if (place === last) break;
      }
    routes.link(from, to);
    routes.link(spot, first);
    routes.link(last, behind);
    return routes.decide(known, limit, relief);
  };
}

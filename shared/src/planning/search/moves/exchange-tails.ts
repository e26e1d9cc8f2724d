import { NOBODY } from '../rings';
import { type Move, reliefOf, type Scene } from './move';

/** Two helpers exchange all that follows from a place on (2-opt*). */
export function createExchangeTails(scene: Scene): Move {
  const { routes, random, neighbours } = scene;
  const { places, helpers, may, choice, alike } = routes.day;
  const { next, prev, route } = routes.rings;
  const { width, before } = neighbours;
  const weight = routes.day.day.weights.travel;

  /** What it costs a helper to go on from `lead` with the places from `first` on; endless where they may not. */
  function tailCost(first: number, lead: number, helper: number): number {
    let cost = 0;
    let at = lead;
    for (let place = first; place < places; place = next[place]!) {
      if (may[place * helpers + helper] === 0) return Number.POSITIVE_INFINITY;
      cost += weight * routes.way(at, place, helper) + choice[place * helpers + helper]!;
      at = place;
    }
    return at >= places ? 0 : cost + weight * routes.way(at, places + helper, helper);
  }

  function mayTakeTail(first: number, helper: number): boolean {
    for (let place = first; place < places; place = next[place]!)
      if (may[place * helpers + helper] === 0) return false;
    return true;
  }

  /** Where all travel alike only the two links that are cut can differ. */
  function cutCost(from: number, first: number, spot: number, rest: number): number {
    const helper = route[from]!;
    const target = rest >= places ? places + helper : rest;
    const back = from >= places && rest >= places ? 0 : routes.way(from, target, helper);
    const had = spot >= places && rest >= places ? 0 : routes.way(spot, rest, helper);
    return weight * (routes.way(spot, first, helper) + back - had - routes.way(from, first, helper));
  }

  return (limit) => {
    const first = random.below(places);
    const helper = route[first]!;
    if (helper === NOBODY) return false;
    const pick = random.below(width + 1);
    const spot = pick < width ? before[first * width + pick]! : places + random.below(helpers);
    if (spot < 0) return false;
    const other = route[spot]!;
    if (other === NOBODY || other === helper) return false;
    const from = prev[first]!;
    const rest = next[spot]!;
    if (alike && from >= places && spot >= places) return false;
    const relief = reliefOf(scene, helper, other);
    let known: number;
    if (alike) {
      known = cutCost(from, first, spot, rest);
      if (known - relief > limit || !mayTakeTail(first, other) || !mayTakeTail(rest, helper)) return false;
    } else {
      known =
        tailCost(first, spot, other) +
        tailCost(rest, from, helper) -
        tailCost(first, from, helper) -
        tailCost(rest, spot, other);
      if (!(known - relief <= limit)) return false;
    }
    const last = prev[places + helper]!;
    const otherLast = prev[places + other]!;
    for (let place = first; place < places; place = next[place]!) routes.assign(place, other);
    for (let place = rest; place < places; place = next[place]!) routes.assign(place, helper);
    routes.link(spot, first);
    routes.link(last, places + other);
    routes.link(from, rest >= places ? places + helper : rest);
    if (rest < places) routes.link(otherLast, places + helper);
    return routes.decide(known, limit, relief);
  };
}

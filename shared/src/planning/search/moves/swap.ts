import { NOBODY } from '../rings';
import { type Move, reliefOf, type Scene, spotFor } from './move';

/** Two places change places. */
export function createSwap(scene: Scene): Move {
  const { routes, random } = scene;
  const { places, helpers, may, choice } = routes.day;
  const { next, prev, route } = routes.rings;
  const weight = routes.day.day.weights.travel;
  return (limit) => {
    const one = random.below(places);
    const helper = route[one]!;
    if (helper === NOBODY) return false;
    const spot = spotFor(one, scene);
    if (spot < 0 || spot === one || route[spot] === NOBODY) return false;
    const two = next[spot]!;
    // Neighbours in one route are left to `relocate`.
    if (two >= places || two === one || next[one] === two || next[two] === one) return false;
    const other = route[two]!;
    if (may[one * helpers + other] === 0 || may[two * helpers + helper] === 0) return false;
    const from = prev[one]!;
    const to = next[one]!;
    const behind = next[two]!;
    const way =
      routes.way(from, two, helper) +
      routes.way(two, to, helper) -
      routes.way(from, one, helper) -
      routes.way(one, to, helper) +
      routes.way(spot, one, other) +
      routes.way(one, behind, other) -
      routes.way(spot, two, other) -
      routes.way(two, behind, other);
    const known =
      weight * way +
      choice[one * helpers + other]! +
      choice[two * helpers + helper]! -
      choice[one * helpers + helper]! -
      choice[two * helpers + other]!;
    const relief = reliefOf(scene, helper, other);
    if (known - relief > limit) return false;
    routes.link(from, two);
    routes.link(two, to);
    routes.link(spot, one);
    routes.link(one, behind);
    if (other !== helper) {
      routes.assign(one, other);
      routes.assign(two, helper);
    }
    return routes.decide(known, limit, relief);
  };
}

import { NOBODY } from '../rings';
import { type Move, reliefOf, type Scene, spotFor } from './move';

/** Moves one place behind another. */
export function createRelocate(scene: Scene): Move {
  const { routes, random } = scene;
  const { places, helpers, partner, may, choice } = routes.day;
  const { next, prev, route } = routes.rings;
  const weight = routes.day.day.weights.travel;
  return (limit) => {
    const place = random.below(places);
    const helper = route[place]!;
    if (helper === NOBODY) return false;
    const spot = spotFor(place, scene);
    if (spot < 0 || spot === place || next[spot] === place) return false;
    const other = route[spot]!;
    if (other === NOBODY || may[place * helpers + other] === 0) return false;
    const mate = partner[place]!;
    if (mate >= 0 && route[mate] === other) return false;
    const from = prev[place]!;
    const to = next[place]!;
    const behind = next[spot]!;
    const way =
      routes.way(from, to, helper) -
      routes.way(from, place, helper) -
      routes.way(place, to, helper) +
      routes.way(spot, place, other) +
      routes.way(place, behind, other) -
      routes.way(spot, behind, other);
    const known = weight * way + choice[place * helpers + other]! - choice[place * helpers + helper]!;
    const relief = reliefOf(scene, helper, other);
    if (known - relief > limit) return false;
    routes.link(from, to);
    routes.link(spot, place);
    routes.link(place, behind);
    if (other !== helper) routes.assign(place, other);
    return routes.decide(known, limit, relief);
  };
}

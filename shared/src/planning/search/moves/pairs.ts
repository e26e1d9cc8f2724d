import { NOBODY } from '../rings';
import { eligibleSpot, type Move, type Scene, spotFor } from './move';

const couplesOf = ({ routes }: Scene): number[] =>
  Array.from({ length: routes.day.places }, (_, place) => place).filter(
    (place) => routes.day.partner[place]! >= 0,
  );

/**
 * Moves both places of a visit at once: one anywhere, the other to where it fits in time, with the same helper as
 * before or another. Two visits that the same two helpers do in the same order can only be turned round so.
 */
export function createRelocatePair(scene: Scene): Move {
  const { routes, random } = scene;
  const { places, helpers, partner, unmet, least, most, opens, may } = routes.day;
  const { route, next, prev } = routes.rings;
  const { start, ready } = routes.times;
  const couples = couplesOf(scene);

  /** Behind which place of a route something that starts at `time` belongs. */
  function spotAt(time: number, helper: number): number {
    let spot = places + helper;
    while (next[spot]! < places && start[next[spot]!]! < time) spot = next[spot]!;
    const slip = random.below(6);
    if (slip === 0 && spot < places) return prev[spot]!;
    return slip === 1 && next[spot]! < places ? next[spot]! : spot;
  }

  function helperFor(place: number, before: number): number {
    if (random.below(2) === 0) return before;
    const spot = random.below(2) === 0 ? spotFor(place, scene) : places + random.below(helpers);
    return spot < 0 ? NOBODY : route[spot]!;
  }

  return (limit) => {
    if (couples.length === 0) return false;
    const one = couples[random.below(couples.length)]!;
    const two = partner[one]!;
    const before = route[one]!;
    const otherBefore = route[two]!;
    if (before === NOBODY) return false;
    let known = routes.takeOut(one) + routes.takeOut(two);
    const relief = routes.mostRelief();
    if (known - unmet[one]! - unmet[two]! - relief > limit) return routes.takeBack();
    const spot = eligibleSpot(one, scene);
    if (spot < 0) return routes.takeBack();
    const helper = route[spot]!;
    const other = helperFor(two, otherBefore);
    if (other === NOBODY || other === helper || may[two * helpers + other] === 0) return routes.takeBack();
    const time = Math.max(opens[one]!, ready[spot]! + routes.way(spot, one, helper));
    const gap = Math.max(least[one]!, Math.min(most[one]!, 0));
    known += routes.putAfter(one, spot);
    known += routes.putAfter(two, spotAt(time + gap, other));
    if (known - relief > limit) return routes.takeBack();
    return routes.decide(known, limit, relief);
  };
}

/** The two helpers of a visit change parts. */
export function createExchangeParts(scene: Scene): Move {
  const { routes, random } = scene;
  const { helpers, partner, may } = routes.day;
  const { prev, route } = routes.rings;
  const couples = couplesOf(scene);
  return (limit) => {
    if (couples.length === 0) return false;
    const one = couples[random.below(couples.length)]!;
    const two = partner[one]!;
    if (route[one] === NOBODY) return false;
    if (may[one * helpers + route[two]!] === 0 || may[two * helpers + route[one]!] === 0) return false;
    const spot = prev[one]!;
    const otherSpot = prev[two]!;
    const out = routes.takeOut(one) + routes.takeOut(two);
    const known = out + routes.putAfter(one, otherSpot) + routes.putAfter(two, spot);
    return routes.decide(known, limit);
  };
}

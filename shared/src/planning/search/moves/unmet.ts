import { NOBODY } from '../rings';
import { eligibleSpot, type Move, type Scene } from './move';

/** Finds someone for a visit that nobody has, or gives it the helper of another, which then has nobody. */
export function createMeet(scene: Scene): Move {
  const { routes, random } = scene;
  const { places, partner } = routes.day;
  const { route, prev } = routes.rings;
  return (limit) => {
    const place = random.below(places);
    if (route[place] !== NOBODY) return false;
    const mate = partner[place]!;
    let known = 0;
    for (const each of mate < 0 ? [place] : [place, mate]) {
      let spot = eligibleSpot(each, scene);
      if (spot < 0) return routes.takeBack();
      if (random.below(2) === 0 && spot < places && spot !== mate && spot !== place) {
        const evicted = spot;
        spot = prev[evicted]!;
        known += routes.takeOut(evicted);
        const other = partner[evicted]!;
        if (other >= 0 && route[other] !== NOBODY) known += routes.takeOut(other);
      }
      known += routes.putAfter(each, spot);
    }
    return routes.decide(known, limit);
  };
}

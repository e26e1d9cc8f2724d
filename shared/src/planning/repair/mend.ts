import { NOBODY } from '../search/rings';
import type { Routes } from '../search/routes';
import { type Budget, bestFit, type Fit, take } from './fit';

/** A helper may change for the sake of time only when it saves more than so many minutes of delay. */
const WORTH_MINUTES = 60;
const MOST_TRIALS = 250_000;

/** Why a place was touched. */
export type Touch = 'orphan' | 'made_room' | 'too_late';

/**
 * Mends routes after an upset with as few changes of helper as it can: first those who have nobody are put between
 * the others, then, where that fails, one visit makes room for another, and last those move whom it saves an hour.
 * Returns the places touched.
 */
export function mend(routes: Routes, wasLate: (place: number) => number): Map<number, Touch> {
  const budget: Budget = { trials: MOST_TRIALS };
  const touched = new Map<number, Touch>();
  const { partner } = routes.day;
  const { route } = routes.rings;
  for (const orphans of orphansOf(routes)) {
    for (const each of orphans) touched.set(each, 'orphan');
    if (
      take(routes, orphans, bestFit(routes, orphans, budget)) &&
      orphans.every((each) => route[each] !== NOBODY)
    )
      continue;
    const [orphan] = orphans;
    if (orphans.length === 1 && orphan !== undefined) {
      const moved = makeRoom(routes, orphan, budget);
      if (moved !== undefined) {
        touched.set(moved, 'made_room');
        continue;
      }
    }
    // A visit of two with only one helper is no visit: the other is let go.
    for (const each of orphans) {
      const mate = partner[each]!;
      if (mate >= 0 && route[mate] !== NOBODY) {
        routes.decide(routes.takeOut(mate), Number.POSITIVE_INFINITY);
        touched.set(mate, 'orphan');
      }
    }
  }
  for (const place of spareTheLate(routes, wasLate, budget)) touched.set(place, 'too_late');
  return touched;
}

/** Places without a helper, the ones due first first; both of one visit together. */
function orphansOf(routes: Routes): number[][] {
  const { places, partner, due } = routes.day;
  const { route } = routes.rings;
  return Array.from({ length: places }, (_, place) => place)
    .filter((place) => route[place] === NOBODY)
    .filter(
      (place) => !(partner[place]! >= 0 && partner[place]! < place && route[partner[place]!] === NOBODY),
    )
    .sort((a, b) => due[a]! - due[b]! || a - b)
    .map((place) =>
      partner[place]! >= 0 && route[partner[place]!] === NOBODY ? [place, partner[place]!] : [place],
    );
}

/** Gives an orphan the helper of another visit, for which there is one elsewhere; says which visit moved. */
function makeRoom(routes: Routes, orphan: number, budget: Budget): number | undefined {
  const { places, helpers, may, partner } = routes.day;
  const { route, prev } = routes.rings;
  let best: { readonly guest: number; readonly fit: Fit } | undefined;
  const swapIn = (guest: number) => (): number => {
    const spot = prev[guest]!;
    return routes.takeOut(guest) + routes.putAfter(orphan, spot);
  };
  for (let guest = 0; guest < places; guest += 1) {
    const helper = route[guest]!;
    if (helper === NOBODY || partner[guest]! >= 0 || may[orphan * helpers + helper] === 0) continue;
    const fit = bestFit(routes, [guest], budget, {
      limit: best?.fit.rise ?? Number.POSITIVE_INFINITY,
      before: swapIn(guest),
    });
    if (fit.spots.length > 0) best = { guest, fit };
  }
  return best && take(routes, [best.guest], best.fit, swapIn(best.guest)) ? best.guest : undefined;
}

/** Moves visits that the upset has made late, the latest first, to where it saves enough. */
function spareTheLate(routes: Routes, wasLate: (place: number) => number, budget: Budget): number[] {
  const { due, places, day } = routes.day;
  const { route } = routes.rings;
  const { start } = routes.times;
  const worth = WORTH_MINUTES * day.weights.tardiness;
  const moved: number[] = [];
  const later = (place: number): number => start[place]! - due[place]! - wasLate(place);
  const candidates = Array.from({ length: places }, (_, place) => place)
    .filter(
      (place) => route[place] !== NOBODY && later(place) > WORTH_MINUTES / 2 && start[place]! > due[place]!,
    )
    .sort((a, b) => later(b) - later(a) || a - b);
  for (const place of candidates) {
    if (start[place]! <= due[place]!) continue;
    const lift = (): number => routes.takeOut(place);
    const fit = bestFit(routes, [place], budget, { limit: -worth, before: lift });
    if (fit.spots.length > 0 && take(routes, [place], fit, lift)) moved.push(place);
  }
  return moved;
}

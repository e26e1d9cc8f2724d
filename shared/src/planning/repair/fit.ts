import { NOBODY } from '../search/rings';
import type { Routes } from '../search/routes';

/** Where a place is best put, after which node, and how much that raises the cost. */
export interface Fit {
  readonly spots: readonly number[];
  readonly rise: number;
}

/** Counts trials, so that a repair ends in time on every machine and always with the same plan. */
export interface Budget {
  trials: number;
}

const NOWHERE: Fit = { spots: [], rise: Number.POSITIVE_INFINITY };

/** Every node of a route behind which something can be put: home first. */
function* spotsOf(routes: Routes, helper: number): Generator<number> {
  const { next } = routes.rings;
  const home = routes.day.places + helper;
  yield home;
  for (let place = next[home]!; place !== home; place = next[place]!) yield place;
}

function spotsFor(routes: Routes, place: number): number[] {
  const { helpers, may } = routes.day;
  return Array.from({ length: helpers }, (_, helper) => helper)
    .filter((helper) => may[place * helpers + helper] === 1)
    .flatMap((helper) => [...spotsOf(routes, helper)]);
}

/** The best spots for places that nobody has, together. `before` says what else changes, and what that adds. */
export function bestFit(
  routes: Routes,
  places: readonly number[],
  budget: Budget,
  { limit = Number.POSITIVE_INFINITY, before = () => 0 }: { limit?: number; before?: () => number } = {},
): Fit {
  const [one, two] = places;
  if (one === undefined) return NOWHERE;
  let best: Fit = { ...NOWHERE, rise: limit };
  const attempt = (spots: readonly number[]): void => {
    if (budget.trials <= 0) return;
    budget.trials -= 1;
    let known = before();
    for (const [at, spot] of spots.entries()) {
      const place = places[at]!;
      if (routes.rings.route[spot] === NOBODY) {
        routes.takeBack();
        return;
      }
      known += routes.putAfter(place, spot);
    }
    if (known - routes.mostRelief() >= best.rise) {
      routes.takeBack();
      return;
    }
    const rise = routes.price(known, best.rise);
    if (rise < best.rise) best = { spots, rise };
  };
  const seconds = two === undefined ? [] : spotsFor(routes, two);
  for (const spot of spotsFor(routes, one)) {
    if (two === undefined) attempt([spot]);
    else
      for (const other of seconds)
        if (routes.rings.route[other] !== routes.rings.route[spot]) attempt([spot, other]);
  }
  return best.spots.length > 0 ? best : NOWHERE;
}

/** Puts places where `bestFit` says. */
export function take(routes: Routes, places: readonly number[], fit: Fit, before = (): number => 0): boolean {
  let known = before();
  for (const [at, spot] of fit.spots.entries()) known += routes.putAfter(places[at]!, spot);
  return routes.decide(known, Number.POSITIVE_INFINITY);
}

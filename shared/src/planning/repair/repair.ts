import { compileDay } from '../compiled-day';
import type { Day } from '../day';
import type { Plan, Stop } from '../plan';
import { costOf } from '../plan-cost';
import { planOf } from '../search/plan-of';
import { NOBODY } from '../search/rings';
import { Routes } from '../search/routes';
import { mend, type Touch } from './mend';
import { type Moved, movedBetween } from './moved';
import { type Remainder, remainderOf } from './remainder';
import { dayAfter, type Upset } from './upset';

export interface Repaired {
  /** The day as it is now: an urgent visit is its last, a cancelled one needs nobody. */
  readonly day: Day;
  readonly plan: Plan;
  /** What changes for someone, and why. */
  readonly moved: readonly Moved[];
}

/**
 * Mends a plan that is under way at the minute `now`. What has begun stays; of the rest as few visits as possible get
 * another helper, and all hard rules hold. The same plan, upset and minute give the same answer.
 */
export function repair(day: Day, plan: Plan, upset: Upset, now: number): Repaired {
  const changed = dayAfter(day, upset);
  const left = remainderOf(changed, plan, now, 'helper' in upset ? upset.helper : NOBODY);
  const routes = new Routes(compileDay(left.day));
  loadPossible(routes, left);
  const before = new Map(plan.routes.flat().map((stop) => [`${stop.visit}/${stop.place}`, stop.startsAt]));
  const nameOf = placeNames(left);
  const touched = mend(routes, (place) => {
    const start = before.get(nameOf[place] ?? '');
    return start === undefined ? 0 : Math.max(0, start - routes.day.due[place]!);
  });
  const rest = planOf(routes);
  const merged = day.helpers.map((_, helper) => [
    ...(left.begun[helper] ?? []),
    ...(rest.routes[helper] ?? []).map((stop) => inWholeDay(stop, left)),
  ]);
  const unmet = rest.unmet.flatMap((visit) => left.origin[visit]?.visit ?? []);
  const reasons = new Map<string, Touch>([...touched].map(([place, why]) => [nameOf[place] ?? '', why]));
  const mended = { routes: merged, unmet, cost: costOf(changed, merged, unmet) };
  return { day: changed, plan: mended, moved: movedBetween(plan, mended, upset, reasons) };
}

const inWholeDay = (stop: Stop, { origin }: Remainder): Stop => {
  const from = origin[stop.visit];
  return { ...stop, visit: from?.visit ?? -1, place: from?.places[stop.place] ?? -1 };
};

/** By place of the remaining day: its visit and place in the whole day. */
const placeNames = ({ origin }: Remainder): string[] =>
  origin.flatMap(({ visit, places }) => places.map((place) => `${visit}/${place}`));

/** Loads the rest of the plan as it stands, and lets go of whatever can no longer be: ill, too late, out of hours. */
function loadPossible(routes: Routes, { day, rest }: Remainder): void {
  const { places, helpers, may, latest } = routes.day;
  const offsets: number[] = [];
  let offset = 0;
  for (const visit of day.visits) {
    offsets.push(offset);
    offset += visit.places.length;
  }
  const dropped = new Set<number>();
  for (;;) {
    const next = Int32Array.from({ length: places + helpers }, (_, node) => node);
    rest.forEach((parts, helper) => {
      const kept = parts
        .map(({ visit, place }) => (offsets[visit] ?? 0) + place)
        .filter((place) => may[place * helpers + helper] === 1 && !dropped.has(place));
      let at = places + helper;
      for (const place of kept) {
        next[at] = place;
        at = place;
      }
      next[at] = places + helper;
    });
    routes.restore({ next });
    const { start } = routes.times;
    const { prev, route } = routes.rings;
    const impossible = (place: number): boolean =>
      place < places && route[place] !== NOBODY && start[place]! > latest[place]!;
    const lost = Array.from({ length: places }, (_, place) => place).find(
      (place) => impossible(place) && !impossible(prev[place]!),
    );
    if (lost === undefined) return;
    dropped.add(lost);
  }
}

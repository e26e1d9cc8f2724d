import type { PersonId, VisitId } from '../kernel/ids';
import { addDays, type Instant, isBefore, minutesBetween } from '../kernel/instant';
import { distanceMetres, type Position } from '../kernel/position';
import type { FlagReason } from './flag';

/** A visit as far as being in two places at once goes. */
export interface Stay {
  readonly visitId: VisitId;
  readonly from: Instant;
  readonly to: Instant;
  readonly position: Position;
}

/** That someone served and someone else confirmed it. */
export interface Favour {
  readonly helper: PersonId;
  readonly confirmer: PersonId;
  readonly at: Instant;
}

const WINDOW_DAYS = 30;
/** Each way, within the window. */
const PAIR_TIMES = 3;
const CYCLE_TIMES = 2;
const FASTEST_KM_PER_HOUR = 110;
/** Positions closer than this say nothing about speed. */
const NEAR_METRES = 1_000;
const BURST_VISITS = 8;
const BURST_MINUTES = 600;

/** What is odd about a visit beside the helper's others of the days around it. */
export function oddStays(stay: Stay, others: readonly Stay[]): FlagReason[] {
  const reasons: FlagReason[] = [];
  const overlap = others.find((each) => isBefore(each.from, stay.to) && isBefore(stay.from, each.to));
  if (overlap) reasons.push({ code: 'overlapping_visits', otherVisitId: overlap.visitId });
  for (const each of others) {
    const speed = each === overlap ? 0 : kilometresPerHour(stay, each);
    if (speed <= FASTEST_KM_PER_HOUR) continue;
    reasons.push({
      code: 'impossible_place',
      otherVisitId: each.visitId,
      count: Math.min(9999, Math.round(speed)),
    });
    break;
  }
  const within = [stay, ...others].filter((each) => Math.abs(minutesBetween(each.from, stay.from)) < 12 * 60);
  const served = within.reduce((sum, each) => sum + minutesBetween(each.from, each.to), 0);
  if (within.length >= BURST_VISITS || served > BURST_MINUTES)
    reasons.push({ code: 'burst', count: within.length });
  return reasons;
}

/** How fast one would have to travel from the end of the earlier stay to the start of the later one. */
function kilometresPerHour(a: Stay, b: Stay): number {
  const [earlier, later] = isBefore(a.from, b.from) ? [a, b] : [b, a];
  const metres = distanceMetres(earlier.position, later.position);
  if (metres < NEAR_METRES) return 0;
  const minutes = Math.max(1, minutesBetween(earlier.to, later.from));
  return (metres / 1000 / minutes) * 60;
}

/** Those who confirm each other's service: two back and forth, or three and four in a ring. */
export function oddFavours(favour: Favour, known: readonly Favour[]): FlagReason[] {
  const since = addDays(favour.at, -WINDOW_DAYS);
  const times = new Map<string, Map<string, number>>();
  for (const { helper, confirmer, at } of [...known, favour]) {
    if (isBefore(at, since) || helper === confirmer) continue;
    const row = times.get(helper) ?? new Map<string, number>();
    row.set(confirmer, (row.get(confirmer) ?? 0) + 1);
    times.set(helper, row);
  }
  const count = (a: string, b: string): number => times.get(a)?.get(b) ?? 0;
  const there = count(favour.helper, favour.confirmer);
  const back = count(favour.confirmer, favour.helper);
  if (there >= PAIR_TIMES && back >= PAIR_TIMES) return [{ code: 'same_pair', count: there + back }];
  if (there < CYCLE_TIMES) return [];
  const often = (from: string): string[] =>
    [...(times.get(from) ?? [])].flatMap(([to, n]) => (n >= CYCLE_TIMES ? [to] : []));
  for (const second of often(favour.confirmer)) {
    if (second === favour.helper) continue;
    if (count(second, favour.helper) >= CYCLE_TIMES) return [{ code: 'cycle', count: 3 }];
    for (const third of often(second))
      if (third !== favour.confirmer && count(third, favour.helper) >= CYCLE_TIMES)
        return [{ code: 'cycle', count: 4 }];
  }
  return [];
}

import type { HelperId } from '@shared/kernel/ids';
import { addMinutes, beijing, type Instant, isBefore } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { collides } from '@shared/matching/eligibility';
import type { ScheduledVisit, Visit } from '@shared/visits/visit';
import { helperItem, helperKey } from '../helpers/items';
import { bookingDay, type HelperDay, helperDayItem, helperDayKey } from '../offers/items';
import type { Deps } from '../platform/deps';
import { create, replace, type Stored, type Write } from '../table/port';

type Booking = HelperDay['bookings'][number];

export const bookingOf = ({ visitId, startsAt, endsAt, position }: Visit): Booking => ({
  visitId,
  startsAt,
  endsAt,
  position,
});

/** The page of a helper's calendar that a moment lies on. */
export const readDay = (
  deps: Deps,
  helperId: HelperId,
  at: Instant,
): Promise<Stored<HelperDay> | undefined> =>
  deps.table.get(helperDayItem, helperDayKey(helperId, bookingDay(at)));

const without = (page: HelperDay, v: Visit): readonly Booking[] =>
  page.bookings.filter((each) => each.visitId !== v.visitId);

/** Takes a visit off the helper's calendar, so that the time can be offered to others at once. */
export async function freeDay(deps: Deps, v: Visit): Promise<Write[]> {
  const page = await readDay(deps, v.helperId, v.startsAt);
  return page === undefined ? [] : [replace(page, { ...page.value, bookings: [...without(page.value, v)] })];
}

/** Moves a visit on the helper's calendar; refused where it would collide with another, travel included. */
export async function moveDay(deps: Deps, from: Visit, to: ScheduledVisit): Promise<Result<Write[]>> {
  // No visit crosses midnight: on the page of the next day nobody would look for it.
  if (beijing(to.startsAt).day !== beijing(addMinutes(to.endsAt, -1)).day)
    return refuse('helper_day_full', 'startsAt');
  const helper = await deps.table.get(helperItem, helperKey(to.helperId));
  if (helper === undefined) return refuse('not_found');
  const [left, reached] = await Promise.all([
    readDay(deps, from.helperId, from.startsAt),
    readDay(deps, to.helperId, to.startsAt),
  ]);
  const others = reached === undefined ? [] : without(reached.value, to);
  const wanted = { startsAt: to.startsAt, endsAt: to.endsAt, elder: { position: to.position } };
  if (others.some((each) => collides(wanted, helper.value, each)))
    return refuse('helper_day_full', 'startsAt');
  const bookings = [...others, bookingOf(to)].sort((a, b) => (isBefore(a.startsAt, b.startsAt) ? -1 : 1));
  const day = bookingDay(to.startsAt);
  const sameDay = bookingDay(from.startsAt) === day;
  return allow([
    reached === undefined
      ? create(helperDayItem, { helperId: to.helperId, day, bookings })
      : replace(reached, { ...reached.value, bookings }),
    ...(sameDay || left === undefined
      ? []
      : [replace(left, { ...left.value, bookings: [...without(left.value, from)] })]),
  ]);
}

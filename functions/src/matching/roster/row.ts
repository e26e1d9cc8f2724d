import type { Helper } from '@shared/helpers/helper';
import { addDays, beijingInstant, type Day, type Instant, instantOf, millisOf } from '@shared/kernel/instant';
import type { Booking, Comer } from '@shared/matching/eligibility';
import { bookingDay, type HelperDay } from '../../offers/items';

/** A line of the roster 花名册: a helper as matching knows them, with the visits to come. */
export interface RosterRow {
  readonly helper: Comer;
  /** Of the days up to `knownTo`, by day and then as the day has them. */
  readonly bookings: readonly Booking[];
  /** The last day whose bookings are all held; without it, all that there are. */
  readonly knownTo?: Day;
}

/** More would make a row long for what is hardly asked: days after these are looked up by key. */
const MOST_BOOKINGS = 24;

/** A helper and the days from today on, in order, make a row. `broken` is the first day that cannot be read. */
export function rowOf(helper: Helper, days: readonly HelperDay[], broken?: Day): RosterRow {
  const bookings: Booking[] = [];
  let knownTo: Day | undefined = broken && dayBefore(broken);
  for (const { day, bookings: visits } of days) {
    if (knownTo !== undefined && day > knownTo) break;
    if (bookings.length + visits.length > MOST_BOOKINGS) {
      knownTo = dayBefore(day);
      break;
    }
    for (const { startsAt, endsAt, position } of visits)
      bookings.push({ startsAt: alike(startsAt), endsAt: alike(endsAt), position });
  }
  const { personId: _p, name: _n, birthYear: _b, villageName: _v, suspended, ...comer } = helper;
  const { organizationId: _o, organizationName: _on, ...rest } = comer;
  return {
    helper: { ...rest, ...(suspended === undefined ? {} : { suspended: true }) },
    bookings,
    ...(knownTo === undefined ? {} : { knownTo }),
  };
}

/** With milliseconds, whether or not they were written. */
const alike = (at: Instant): Instant => instantOf(millisOf(at));

const dayBefore = (on: Day): Day =>
  new Date(Date.parse(`${on}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) as Day;

/** A Beijing day with the instants where it begins and where the next begins. */
export interface DaySpan {
  readonly day: Day;
  readonly from: Instant;
  readonly to: Instant;
}
export function dayOf(at: Instant): DaySpan {
  const day = bookingDay(at);
  const from = beijingInstant(day, 0);
  return { day, from, to: addDays(from, 1) };
}

/** The visits of a day; undefined where the row does not hold that day. Instants of a row sort as text. */
export function bookingsOn(row: RosterRow, { day, from, to }: DaySpan): readonly Booking[] | undefined {
  if (row.knownTo !== undefined && day > row.knownTo) return undefined;
  if (row.bookings.length === 0) return row.bookings;
  return row.bookings.filter(({ startsAt }) => startsAt >= from && startsAt < to);
}

import type { Service } from '../catalogue/service';
import type { Helper } from '../helpers/helper';
import { beijing, type Instant, isBefore, minutesBetween } from '../kernel/instant';
import { distanceMetres, type Position } from '../kernel/position';
import type { Elder } from '../people/elder';
import type { PayBy, Wishes } from '../service-requests/request';
import { roadMinutes, type TravelTime } from './travel';

/** What a visit asks of whoever comes. */
export interface Need {
  readonly elder: Pick<Elder, 'elderId' | 'position' | 'excludedHelperIds' | 'villageCode'>;
  readonly service: Service;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly wishes: Wishes;
  readonly payBy: PayBy;
  /** Who holds the other place already. */
  readonly heldBy: readonly string[];
}

/** What matching has to know of a helper: no name and nothing that tells who it is. A whole `Helper` will do. */
export type Comer = Pick<
  Helper,
  | 'helperId'
  | 'kind'
  | 'gender'
  | 'villageCode'
  | 'home'
  | 'radiusMetres'
  | 'travel'
  | 'available'
  | 'skills'
  | 'credentials'
  | 'weeklyHours'
  | 'daysOff'
  | 'languages'
  | 'excludedElderIds'
  | 'hourlyFee'
  | 'stats'
> & { readonly suspended?: unknown };

export interface Booking {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly position: Position;
}

/** Every hard rule by name: why someone cannot be asked (truth 5). */
export type Exclusion =
  | 'suspended'
  | 'unavailable'
  | 'kind'
  | 'pay'
  | 'radius'
  | 'skill'
  | 'credential'
  | 'hours'
  | 'day_off'
  | 'gender'
  | 'excluded'
  | 'already_held'
  | 'overlap';

/** The first hard rule that `helper` breaks, cheapest first; undefined when all hold. `bookings` are of those days. */
export function exclusionOf(
  need: Need,
  helper: Comer,
  bookings: readonly Booking[],
  travelTime: TravelTime = roadMinutes,
): Exclusion | undefined {
  const { service, elder, wishes } = need;
  if (helper.suspended) return 'suspended';
  if (!helper.available) return 'unavailable';
  if (!service.byKinds.includes(helper.kind)) return 'kind';
  // A paid worker is not paid in minutes, and a neighbour is never paid in money.
  if (
    ((need.payBy === 'time' || need.payBy === 'pool') && helper.kind !== 'volunteer') ||
    (need.payBy === 'money' && helper.kind !== 'provider')
  )
    return 'pay';
  if (wishes.gender !== undefined && helper.gender !== wishes.gender) return 'gender';
  if (elder.excludedHelperIds.includes(helper.helperId) || helper.excludedElderIds.includes(elder.elderId))
    return 'excluded';
  if (need.heldBy.includes(helper.helperId)) return 'already_held';
  if (distanceMetres(helper.home, elder.position) > helper.radiusMetres) return 'radius';
  if (service.skills.length > 0 && !service.skills.some((each) => helper.skills.includes(each)))
    return 'skill';
  const start = beijing(need.startsAt);
  const end = beijing(need.endsAt);
  if (
    service.credentials.length > 0 &&
    !service.credentials.some((kind) =>
      helper.credentials.some(
        (held) => held.kind === kind && held.validFrom <= start.day && held.validTo >= end.day,
      ),
    )
  )
    return 'credential';
  if (helper.daysOff.includes(start.day) || helper.daysOff.includes(end.day)) return 'day_off';
  if (!withinHours(helper, need)) return 'hours';
  if (bookings.some((booking) => collides(need, helper, booking, travelTime))) return 'overlap';
  return undefined;
}

/** One weekly span of the day must cover the whole visit; a visit across midnight is in nobody's hours. */
function withinHours(helper: Comer, need: Need): boolean {
  const start = beijing(need.startsAt);
  const to = start.minuteOfDay + minutesBetween(need.startsAt, need.endsAt);
  return helper.weeklyHours.some(
    (span) => span.weekday === start.weekday && span.from <= start.minuteOfDay && to <= span.to,
  );
}

/** Two visits collide when there is no time to get from one to the other. */
export function collides(
  need: Pick<Need, 'startsAt' | 'endsAt'> & { elder: { position: Position } },
  helper: Pick<Helper, 'travel'>,
  booking: Booking,
  travelTime: TravelTime = roadMinutes,
): boolean {
  const way = travelTime(booking.position, need.elder.position, helper.travel);
  if (!isBefore(need.startsAt, booking.endsAt)) return minutesBetween(booking.endsAt, need.startsAt) < way;
  if (!isBefore(booking.startsAt, need.endsAt)) return minutesBetween(need.endsAt, booking.startsAt) < way;
  return true;
}

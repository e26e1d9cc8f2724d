import type { Helper } from '@shared/helpers/helper';
import type { OfferId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { exclusionOf } from '@shared/matching/eligibility';
import { type Offer, type PendingOffer, withdraw } from '@shared/offers/offer';
import { holdPlace, isLooking, isOver, type ServiceRequest } from '@shared/service-requests/request';
import type { Visit } from '@shared/visits/visit';
import { needOf } from '../matching/need';
import type { Deps } from '../platform/deps';
import { create, replace, type Stored, type Write } from '../table/port';
import { visitItem } from '../visits/items';
import { bookingDay, type HelperDay, helperDayItem, helperDayKey, readOffersOf } from './items';

interface Taken {
  readonly request: ServiceRequest;
  readonly visit: Visit;
  readonly writes: readonly Write[];
}

/**
 * What a helper's taking of a place writes, whether they accepted or were assigned: the request, the visit, the page
 * of the helper's calendar, and the offers that nobody needs any more. Hard rules are checked again, now.
 */
export async function takePlace(
  deps: Deps,
  stored: Stored<ServiceRequest>,
  helper: Helper,
  offerId?: OfferId,
): Promise<Result<Taken>> {
  const request = stored.value;
  if (!isLooking(request)) return refuse(isOver(request) ? 'request_not_open' : 'offer_taken');
  const known = await needOf(deps, request);
  if (!known.ok) return known;
  const day = bookingDay(request.startsAt);
  const page = await deps.table.get(helperDayItem, helperDayKey(helper.helperId, day));
  const bookings = page?.value.bookings ?? [];
  const exclusion = exclusionOf(known.value.need, helper, bookings);
  if (exclusion === 'overlap') return refuse('helper_day_full');
  if (exclusion === 'suspended') return refuse('helper_suspended');
  if (exclusion === 'already_held') return refuse('offer_closed');
  // Who has switched 可接单 off meanwhile may still say yes to what they were asked, and to nothing else.
  const saysYesAnyway = exclusion === 'unavailable' && offerId !== undefined;
  if (exclusion !== undefined && !saysYesAnyway) return refuse('helper_not_eligible');
  const visit = visitOf(deps, request, helper, known.value.elder.position);
  const held = holdPlace(request, {
    helperId: helper.helperId,
    visitId: visit.visitId,
    ...(offerId === undefined ? {} : { offerId }),
  });
  if (!held.ok) return held;
  const { visitId, startsAt, endsAt, position } = visit;
  const booked: HelperDay = {
    helperId: helper.helperId,
    day,
    bookings: [...bookings, { visitId, startsAt, endsAt, position }],
  };
  const unneeded = held.value.status === 'scheduled' ? await withdrawPending(deps, request, offerId) : [];
  return allow({
    request: held.value,
    visit,
    writes: [
      replace(stored, held.value),
      create(visitItem, visit),
      page ? replace(page, booked) : create(helperDayItem, booked),
      ...unneeded,
    ],
  });
}

const visitOf = (deps: Deps, r: ServiceRequest, helper: Helper, position: Visit['position']): Visit => ({
  status: 'scheduled',
  visitId: deps.newId('visit'),
  requestId: r.requestId,
  elderId: r.elderId,
  villageCode: r.villageCode,
  helperId: helper.helperId,
  helperName: helper.name,
  serviceCode: r.serviceCode,
  startsAt: r.startsAt,
  endsAt: r.endsAt,
  minutes: r.minutes,
  position,
  payBy: r.payBy,
});

/** An emergency may have asked hundreds; a transaction holds a hundred lines. */
const WITHDRAWN_AT_ONCE = 60;

/**
 * Takes back what of a request still waits for an answer, in the same moment as far as a transaction reaches. What is
 * left nobody can take any more, since the request is not looking, and `withdrawLeft` clears it away.
 */
export async function withdrawPending(
  deps: Deps,
  r: ServiceRequest,
  but?: OfferId,
): Promise<readonly Write[]> {
  const offers = await readOffersOf(deps, r.requestId);
  return offers
    .filter(
      (item): item is Stored<PendingOffer> => item.value.status === 'pending' && item.value.offerId !== but,
    )
    .slice(0, WITHDRAWN_AT_ONCE)
    .map((item) => replace<Offer>(item as Stored<Offer>, withdraw(item.value, deps.clock())));
}

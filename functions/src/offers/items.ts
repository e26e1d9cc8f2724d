import { helperId, visitId } from '@shared/kernel/ids';
import { beijing, day, type Instant, instant } from '@shared/kernel/instant';
import { position } from '@shared/kernel/position';
import { type Offer, offer } from '@shared/offers/offer';
import * as z from 'zod';
import type { Deps } from '../platform/deps';
import { itemKind, type Stored } from '../table/port';

export const offersOf = (requestId: string) => ({ pk: `REQUEST#${requestId}`, prefix: 'OFFER#' });
export const offerKey = (requestId: string, offerId: string) => ({
  pk: `REQUEST#${requestId}`,
  sk: `OFFER#${offerId}`,
});
/** Every offer of a request, answered or not. */
export async function readOffersOf(deps: Deps, requestId: string): Promise<readonly Stored<Offer>[]> {
  const offers: Stored<Offer>[] = [];
  let after: string | undefined;
  do {
    const page = await deps.table.list(offerItem, {
      ...offersOf(requestId),
      ...(after === undefined ? {} : { after }),
    });
    offers.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return offers;
}

/** Lives beside its request; only while pending is it found by its helper. */
export const offerItem = itemKind({
  name: 'Offer',
  schema: offer,
  key: ({ requestId, offerId }) => offerKey(requestId, offerId),
  indexes: (o) =>
    o.status === 'pending'
      ? { byPerson: { pk: `HELPER#${o.helperId}`, sk: `OFFER#${o.expiresAt}#${o.offerId}` } }
      : {},
});

const helperDay = z.strictObject({
  helperId,
  day,
  bookings: z.array(z.strictObject({ visitId, startsAt: instant, endsAt: instant, position })).max(30),
});
export type HelperDay = z.infer<typeof helperDay>;

export const helperDayKey = (helper: string, onDay: string) => ({
  pk: `HELPER#${helper}`,
  sk: `DAY#${onDay}`,
});
/** The Beijing day on whose page a visit is booked. */
export const bookingDay = (startsAt: Instant) => beijing(startsAt).day;
/**
 * A helper's visits of one Beijing day. Every acceptance, assignment and cancellation replaces it, so two visits
 * that collide can never both be booked. No visit crosses midnight, since nobody's hours do.
 */
export const helperDayItem = itemKind<HelperDay>({
  name: 'HelperDay',
  schema: helperDay,
  key: (page) => helperDayKey(page.helperId, page.day),
});

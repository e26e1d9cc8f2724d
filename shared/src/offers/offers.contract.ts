import * as z from 'zod';
import { serviceLabel } from '../catalogue/service-label';
import { commandId, offerId, requestId, visitId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { minutes } from '../kernel/quantity';
import { route } from '../kernel/route';
import { paragraph } from '../kernel/text';
import { payBy, urgency } from '../service-requests/request';
import { offer } from './offer';

/** An offer as the helper sees it: where roughly and why, but no address and no phone before acceptance (truth 8). */
export const offerCard = z.strictObject({
  offer,
  service: serviceLabel,
  startsAt: instant,
  endsAt: instant,
  minutes,
  urgency,
  payBy,
  note: z.string(),
  elder: z.strictObject({ callName: z.string(), villageName: z.string() }),
  visitsBefore: z.int().min(0),
  /** Two must come together. */
  together: z.boolean(),
});
export type OfferCard = z.infer<typeof offerCard>;

const params = z.strictObject({ requestId, offerId });

export const listOffers = route({
  name: 'listOffers',
  method: 'GET',
  path: '/api/offers',
  summary: "One's own offers that wait for an answer, soonest deadline first.",
  access: ['volunteer', 'provider'],
  relation: 'self',
  audit: 'offers.listed',
  reply: z.strictObject({ offers: z.array(offerCard), unreadable: z.array(z.string()) }),
  refusals: [],
});
export const acceptOffer = route({
  name: 'acceptOffer',
  method: 'POST',
  path: '/api/requests/{requestId}/offers/{offerId}/accept',
  summary: 'Take a place of the request; the first valid acceptance wins.',
  access: ['volunteer', 'provider'],
  relation: 'offer',
  audit: 'offer.accepted',
  params,
  body: z.strictObject({ commandId }),
  reply: z.strictObject({ visitId, requestId }),
  refusals: [
    'offer_taken',
    'offer_expired',
    'offer_closed',
    'helper_day_full',
    'helper_suspended',
    'request_not_open',
    'helper_not_eligible',
  ],
});
export const declineOffer = route({
  name: 'declineOffer',
  method: 'POST',
  path: '/api/requests/{requestId}/offers/{offerId}/decline',
  summary: 'Say that one cannot come; the next is asked.',
  access: ['volunteer', 'provider'],
  relation: 'offer',
  audit: 'offer.declined',
  params,
  body: z.strictObject({ commandId, reason: paragraph(200) }),
  reply: z.strictObject({ offerId }),
  refusals: ['offer_taken', 'offer_expired', 'offer_closed'],
});

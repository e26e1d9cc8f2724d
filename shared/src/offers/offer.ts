import * as z from 'zod';
import { elderId, helperId, offerId, requestId, type VisitId, visitId } from '../kernel/ids';
import { type Instant, instant, isBefore } from '../kernel/instant';
import { count } from '../kernel/quantity';
import { allow, type Result, refuse } from '../kernel/result';
import { paragraph } from '../kernel/text';
import { reason } from '../matching/reason';

const part = z.number().min(0).max(1);
export const reasons = z.array(reason).max(12);
const common = {
  offerId,
  requestId,
  elderId,
  helperId,
  wave: z.int().min(1),
  /** 1 is the best of all who could be asked. */
  rank: z.int().min(1),
  distanceMetres: count,
  travelMinutes: count,
  score: z.number(),
  /** Every part of the score, so that a rank can be explained later. */
  parts: z.strictObject({
    travel: part,
    familiar: part,
    village: part,
    skill: part,
    reliable: part,
    fair: part,
    onTheWay: part,
    cost: part,
    wished: part,
  }),
  reasons,
  /** The start of the request as it was offered: one who declined another time may be asked again. */
  startsAt: instant,
  offeredAt: instant,
  expiresAt: instant,
};

/** 邀请: a request offered to one helper, with a deadline and the reasons. */
export const offer = z.lazy(() =>
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('pending'), ...common }),
    z.strictObject({ status: z.literal('accepted'), ...common, answeredAt: instant, visitId }),
    z.strictObject({ status: z.literal('declined'), ...common, answeredAt: instant, why: paragraph(200) }),
    z.strictObject({ status: z.literal('expired'), ...common }),
    z.strictObject({ status: z.literal('withdrawn'), ...common, withdrawnAt: instant }),
  ]),
);
export type Offer = z.infer<typeof offer>;
export type PendingOffer = Extract<Offer, { status: 'pending' }>;

const answerable = (o: Offer, now: Instant): Result<PendingOffer> => {
  if (o.status === 'withdrawn') return refuse('offer_taken');
  if (o.status === 'expired') return refuse('offer_expired');
  if (o.status !== 'pending') return refuse('offer_closed');
  return isBefore(now, o.expiresAt) ? allow(o) : refuse('offer_expired');
};

export function accept(
  o: Offer,
  visit: VisitId,
  now: Instant,
): Result<Extract<Offer, { status: 'accepted' }>> {
  const open = answerable(o, now);
  return open.ok ? allow({ ...open.value, status: 'accepted', answeredAt: now, visitId: visit }) : open;
}
export function decline(o: Offer, why: string, now: Instant): Result<Extract<Offer, { status: 'declined' }>> {
  const open = answerable(o, now);
  return open.ok ? allow({ ...open.value, status: 'declined', answeredAt: now, why }) : open;
}
export const lapse = (o: PendingOffer): Offer => ({ ...o, status: 'expired' });
export const withdraw = (o: PendingOffer, now: Instant): Offer => ({
  ...o,
  status: 'withdrawn',
  withdrawnAt: now,
});

import * as z from 'zod';
import { type Day, day } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { line } from '../kernel/text';

/**
 * Who may speak for an adult who cannot decide: spouse, then parents or children, then other kin, then another whom
 * the village committee approved (Civil Code, article 28). Somebody who pays is not a guardian.
 */
export const representativeRank = z.enum(['spouse', 'parent_or_child', 'other_kin', 'approved_other']);
export type RepresentativeRank = z.infer<typeof representativeRank>;
const order = representativeRank.options;

/** 同意: by the elder, or for the elder; then both names are kept, and what the elder showed of their own will. */
export const careConsent = z.lazy(() =>
  z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('elder'), name: line(20), how: line(200) }),
    z.strictObject({
      by: z.literal('representative'),
      name: line(20),
      rank: representativeRank,
      relation: line(20),
      how: line(200),
      /** On what it rests that the elder cannot decide this: a diagnosis, a judgement. */
      basis: line(200),
      /** What the elder said or showed: 点头, 说「听闺女的」. */
      elderAssent: line(200),
      /** Why each who comes earlier in the order does not speak. */
      passedOver: z.array(z.strictObject({ rank: representativeRank, why: line(100) })).max(3),
      /** Who of the village committee approved it, where nobody of the family can. */
      approvedBy: line(40).optional(),
      until: day,
    }),
  ]),
);
export type CareConsent = z.infer<typeof careConsent>;

/** A representative speaks only when everybody earlier in the order is accounted for, and not for ever. */
export function checkConsent(consent: CareConsent, today: Day): Result<CareConsent> {
  if (consent.by === 'elder') return allow(consent);
  const earlier = order.slice(0, order.indexOf(consent.rank));
  const missing = earlier.find((rank) => !consent.passedOver.some((each) => each.rank === rank));
  if (missing) return refuse('consent_order', `consent.passedOver.${missing}`);
  if (consent.rank === 'approved_other' && consent.approvedBy === undefined)
    return refuse('consent_order', 'consent.approvedBy');
  if (consent.until < today) return refuse('consent_ended', 'consent.until');
  return allow(consent);
}

export const holds = (consent: CareConsent, today: Day): boolean =>
  consent.by === 'elder' || consent.until >= today;

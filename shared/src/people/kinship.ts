import * as z from 'zod';
import { elderId, type PersonId, personId } from '../kernel/ids';
import { type Instant, instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import type { Role } from '../kernel/role';
import { line, paragraph } from '../kernel/text';
import { villageCode } from '../regions/region';

export const relation = z.enum(['son', 'daughter', 'spouse', 'grandchild', 'in_law', 'other']);
export type KinRelation = z.infer<typeof relation>;

/** How the elder said yes: on their own phone, or before the coordinator, whose name is kept beside theirs. */
export const witness = z.enum(['elder', 'coordinator']);

const common = {
  elderId,
  personId,
  personName: line(20),
  elderName: line(20),
  villageCode,
  relation,
  proposedAt: instant,
};

/** 亲属关系: opens an elder to a family member, and only once the elder has consented. */
export const kinship = z.lazy(() =>
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('proposed'), ...common }),
    z.strictObject({
      status: z.literal('consented'),
      ...common,
      consent: z.strictObject({ witness, witnessedBy: personId, how: line(200), at: instant }),
    }),
    z.strictObject({
      status: z.literal('refused'),
      ...common,
      refusedBy: personId,
      refusedAt: instant,
      why: paragraph(200),
    }),
    z.strictObject({
      status: z.literal('withdrawn'),
      ...common,
      withdrawnBy: personId,
      withdrawnAt: instant,
      why: paragraph(200),
    }),
  ]),
);
export type Kinship = z.infer<typeof kinship>;
export type ConsentedKinship = Extract<Kinship, { status: 'consented' }>;
export type EndedKinship = Extract<Kinship, { status: 'refused' | 'withdrawn' }>;
/** Opens nothing any more; the same person may ask anew. */
export const hasEnded = (kin: Kinship): kin is EndedKinship =>
  kin.status === 'refused' || kin.status === 'withdrawn';

interface Consent {
  readonly witness: z.infer<typeof witness>;
  readonly witnessedBy: PersonId;
  readonly how: string;
  readonly at: Instant;
}

/**
 * The elder's yes. Said alone it comes from the elder's own phone; said before the coordinator it comes from the
 * coordinator, who was there: neither can report the other's kind of yes (`as` is the role acted in).
 */
export function consent(old: Kinship, given: Consent, as: Role): Result<ConsentedKinship> {
  if (old.status !== 'proposed') return refuse('kinship_closed');
  if (given.witness !== as) return refuse('witness_not_you', 'body.witness');
  // Nobody can say yes for the elder to their own request.
  if (old.personId === given.witnessedBy) return refuse('witness_is_kin');
  return allow({ ...old, status: 'consented', consent: given });
}

/**
 * Ends a kinship at once and from any open state; it says who and may say why. What never was consented to and is
 * ended by anyone but the one who asked has been refused.
 */
export function end(old: Kinship, by: PersonId, why: string, at: Instant): Result<EndedKinship> {
  if (hasEnded(old)) return refuse('kinship_closed');
  const { elderId, personId, personName, elderName, villageCode, relation, proposedAt } = old;
  const kept = { elderId, personId, personName, elderName, villageCode, relation, proposedAt };
  return allow(
    old.status === 'proposed' && by !== personId
      ? { status: 'refused', ...kept, refusedBy: by, refusedAt: at, why }
      : { status: 'withdrawn', ...kept, withdrawnBy: by, withdrawnAt: at, why },
  );
}

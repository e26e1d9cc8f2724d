import * as z from 'zod';
import { type ElderId, type PersonId, personId } from '../kernel/ids';
import { allow, type Result, refuse } from '../kernel/result';
import { line } from '../kernel/text';
import { isWithin } from '../regions/region';

/** 证人: who was at the door as well, and says so from a phone of their own. */
export const witness = z.strictObject({
  personId,
  name: line(20),
  as: z.enum(['coordinator', 'neighbour']),
});
export type Witness = z.infer<typeof witness>;

/** What is known of a person when it is asked whether they may speak for a visit. */
export interface Bystander {
  readonly personId: PersonId;
  readonly name: string;
  readonly suspended: boolean;
  /** The region they coordinate, and the village whose volunteer they are. */
  readonly coordinates: string | undefined;
  readonly helpsIn: string | undefined;
  /** The elders whose kin they are, and the elder they are themselves. */
  readonly familyOf: readonly ElderId[];
}

/**
 * Whoever speaks for a visit is neither the helper nor of the helper's family: the fraud to be kept out is that those
 * who come sign for each other at one kitchen table. Two people are family when they are kin of one elder, or one of
 * them is that elder.
 */
export function standsApart(
  speaker: Pick<Bystander, 'personId' | 'familyOf'>,
  helper: Pick<Bystander, 'personId' | 'familyOf'> | undefined,
): Result<void> {
  if (helper === undefined) return allow(undefined);
  if (speaker.personId === helper.personId) return refuse('witness_is_helper');
  return speaker.familyOf.some((each) => helper.familyOf.includes(each))
    ? refuse('witness_kin_of_helper')
    : allow(undefined);
}

/** May this person be named as witness of a visit in this village? */
export function mayWitness(
  who: Bystander,
  helper: Pick<Bystander, 'personId' | 'familyOf'> | undefined,
  villageCode: string,
): Result<Witness> {
  const apart = standsApart(who, helper);
  if (!apart.ok) return refuse(apart.refusal.code, 'evidence.personId');
  const { personId: id, name } = who;
  if (who.suspended) return refuse('witness_not_near', 'evidence.personId');
  if (who.coordinates !== undefined && isWithin(who.coordinates, villageCode))
    return allow({ personId: id, name, as: 'coordinator' });
  return who.helpsIn === villageCode
    ? allow({ personId: id, name, as: 'neighbour' })
    : refuse('witness_not_near', 'evidence.personId');
}

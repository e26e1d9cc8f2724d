import type { Instant } from '@shared/kernel/instant';
import { type Result, refuse } from '@shared/kernel/result';
import type { Evidence } from '@shared/visits/proof';
import type { Visit } from '@shared/visits/visit';
import { mayWitness, type Witness } from '@shared/visits/witness';
import { attendanceAt, type Side } from '@shared/visits/witnessed';
import type { Deps } from '../platform/deps';
import { create, type Write } from '../table/port';
import { bystanderOf, relatedHelper } from './bystander';
import { witnessAskItem } from './items';

/** Whether the person whom the helper named may speak for this visit; nothing where nobody was named. */
export async function namedWitness(
  deps: Deps,
  visit: Visit,
  evidence: Evidence,
): Promise<Result<Witness> | undefined> {
  if (evidence.kind !== 'witness') return undefined;
  const [who, helper] = await Promise.all([
    bystanderOf(deps, evidence.personId),
    relatedHelper(deps, visit.helperId),
  ]);
  return who === undefined
    ? refuse('witness_not_near', 'evidence.personId')
    : mayWitness(who, helper, visit.villageCode);
}

/** The question that is put to the witness, in the transaction of the check-in or check-out that names them. */
export function askWitness(visit: Visit, side: Side, askedAt: Instant): Write[] {
  const proof = attendanceAt(visit, side)?.proof;
  if (proof?.kind !== 'witness') return [];
  const { visitId, elderId, helperName } = visit;
  return [create(witnessAskItem, { visitId, side, elderId, helperName, personId: proof.personId, askedAt })];
}

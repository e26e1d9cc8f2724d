import type { ElderId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { helperRoles } from '@shared/kernel/role';
import { isWithin } from '@shared/regions/region';
import type { Visit } from '@shared/visits/visit';
import { kinshipItem, kinshipKey } from '../people/items';
import type { Actor, Deps } from '../platform/deps';

/** Whose eyes and hands reach a visit or an elder; everybody else is told that there is nothing (truth 4). */
export type Tie = 'kin' | 'elder' | 'region' | 'helper';

const absent = refuse('not_found');

/** By kinship that was consented to, by being the elder, or by acting for the region the elder lives in. */
export async function tieToElder(
  deps: Deps,
  actor: Actor,
  elder: { readonly elderId: ElderId; readonly villageCode: string },
): Promise<Result<Tie>> {
  const { grant, role } = actor;
  if (role === 'elder') return grant.elderId === elder.elderId ? allow('elder') : absent;
  if (role === 'coordinator')
    return grant.regionCode !== undefined && isWithin(grant.regionCode, elder.villageCode)
      ? allow('region')
      : absent;
  if (role !== 'family') return absent;
  const kinship = await deps.table.get(kinshipItem, kinshipKey(elder.elderId, actor.personId));
  return kinship?.value.status === 'consented' ? allow('kin') : absent;
}

/** As above, or by being the helper whose visit it is. */
export async function tieToVisit(deps: Deps, actor: Actor, v: Visit): Promise<Result<Tie>> {
  if (!helperRoles.includes(actor.role)) return tieToElder(deps, actor, v);
  return actor.grant.helperId === v.helperId ? allow('helper') : absent;
}

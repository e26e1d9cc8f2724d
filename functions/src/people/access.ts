import type { ElderId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import type { Elder } from '@shared/people/elder';
import { isWithin } from '@shared/regions/region';
import type { Actor, Deps } from '../platform/deps';
import type { Stored } from '../table/port';
import { elderItem, elderKey, kinshipItem, kinshipKey } from './items';

/** What links an actor to an elder; whom nothing links is told that there is no such elder (truth 4). */
export type ElderTie = 'kin' | 'elder' | 'region';

const absent = refuse('not_found');

/** By kinship that was consented to, by being the elder, or by acting for the region the elder lives in. */
export async function tieToElder(
  deps: Deps,
  actor: Actor,
  elder: { readonly elderId: ElderId; readonly villageCode: string },
): Promise<Result<ElderTie>> {
  const { grant, role } = actor;
  if (role === 'elder') return grant.elderId === elder.elderId ? allow('elder') : absent;
  if (role === 'coordinator' || role === 'social_worker')
    return grant.regionCode !== undefined && isWithin(grant.regionCode, elder.villageCode)
      ? allow('region')
      : absent;
  if (role !== 'family') return absent;
  const kinship = await deps.table.get(kinshipItem, kinshipKey(elder.elderId, actor.personId));
  return kinship?.value.status === 'consented' ? allow('kin') : absent;
}

/** An elder whom the actor is linked to; anybody else's is not there. */
export async function linkedElder(
  deps: Deps,
  actor: Actor,
  elderId: ElderId,
): Promise<Result<Stored<Elder>>> {
  const elder = await deps.table.get(elderItem, elderKey(elderId));
  if (!elder) return absent;
  const tie = await tieToElder(deps, actor, elder.value);
  return tie.ok ? allow(elder) : tie;
}

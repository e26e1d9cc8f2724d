import { allow, type Result, refuse } from '@shared/kernel/result';
import { helperRoles } from '@shared/kernel/role';
import { type Member, type MemberKey, memberOf, type VideoCall } from '@shared/video-calls/video-call';
import { tieToElder } from '../people/access';
import { elderItem, elderKey } from '../people/items';
import type { Actor, Deps } from '../platform/deps';
import { type Stored, UnreadableItem } from '../table/port';
import { callItem, callKey } from './items';

/** Which member of a call somebody would be in the role they act in. */
export function keyIn(c: VideoCall, { role, grant, personId }: Actor): MemberKey | undefined {
  if (role === 'elder') return grant.elderId === c.elderId ? 'elder' : undefined;
  if (helperRoles.includes(role))
    return grant.helperId !== undefined && grant.helperId === c.helperId ? 'helper' : undefined;
  return personId;
}

export const memberIn = (c: VideoCall, actor: Actor): Member | undefined => {
  const key = keyIn(c, actor);
  const found = key === undefined ? undefined : memberOf(c, key);
  const as = helperRoles.includes(actor.role) ? 'helper' : actor.role;
  return found?.as === as ? found : undefined;
};

export interface OwnCall {
  readonly stored: Stored<VideoCall>;
  readonly member: Member;
}

/** A call for one of its members; to everybody else, and to kin whose kinship ended since, it is not there. */
export async function ownCall(deps: Deps, actor: Actor, callId: string): Promise<Result<OwnCall>> {
  const stored = await deps.table.get(callItem, callKey(callId));
  const member = stored && memberIn(stored.value, actor);
  if (stored === undefined || member === undefined) return refuse('not_found');
  if (member.as !== 'helper') {
    const elder = await deps.table.get(elderItem, elderKey(stored.value.elderId));
    if (elder === undefined) throw new UnreadableItem(elderKey(stored.value.elderId));
    const tie = await tieToElder(deps, actor, elder.value);
    if (!tie.ok) return tie;
  }
  return allow({ stored, member });
}

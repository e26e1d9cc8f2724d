import type { ElderId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { helperRoles } from '@shared/kernel/role';
import type { Elder } from '@shared/people/elder';
import { type DutyActor, isDue, type VisitDuty } from '@shared/visit-duty/duty';
import { personItem, personKey } from '../identity/items';
import { tieToElder } from '../people/access';
import { elderItem, elderKey } from '../people/items';
import type { Actor, Deps } from '../platform/deps';
import { type DutyNow, dutyNow } from './facts';

/** A helper is tied to an elder by having been asked to look in, until somebody has. */
export const isAsked = (d: VisitDuty, actor: Actor): boolean =>
  isDue(d) && d.helper !== undefined && d.helper.helperId === actor.grant.helperId;

/** The elder and their duty, for who answers for the region and for the helper who was asked. */
export async function dutyFor(
  deps: Deps,
  actor: Actor,
  elderId: ElderId,
): Promise<Result<DutyNow & { readonly elder: Elder }>> {
  const elder = await deps.table.get(elderItem, elderKey(elderId));
  if (!elder) return refuse('not_found');
  const helps = helperRoles.includes(actor.role);
  if (!helps) {
    const tie = await tieToElder(deps, actor, elder.value);
    if (!tie.ok) return tie;
  }
  const now = await dutyNow(deps, elder.value);
  if (helps && !isAsked(now.duty, actor)) return refuse('not_found');
  return allow({ ...now, elder: elder.value });
}

export async function dutyActorOf(deps: Deps, actor: Actor): Promise<DutyActor> {
  const person = await deps.table.get(personItem, personKey(actor.personId));
  return { personId: actor.personId, role: actor.role, name: person?.value.name ?? '有人' };
}

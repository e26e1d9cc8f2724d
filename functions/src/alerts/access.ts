import type { Alert } from '@shared/alerts/alert';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { helperRoles } from '@shared/kernel/role';
import { type ElderTie, tieToElder } from '../people/access';
import type { Actor, Deps } from '../platform/deps';

/** By the elder, or for a helper by having been told or having raised it; to everybody else it is not there. */
export type AlertTie = ElderTie | 'helper';

export async function tieToAlert(deps: Deps, actor: Actor, a: Alert): Promise<Result<AlertTie>> {
  if (!helperRoles.includes(actor.role)) return tieToElder(deps, actor, a);
  const { helperId } = actor.grant;
  const told = helperId !== undefined && a.people.some((each) => each.helperId === helperId);
  const raised = a.raisedBy !== 'system' && a.raisedBy.personId === actor.personId;
  return told || raised ? allow('helper') : refuse('not_found');
}

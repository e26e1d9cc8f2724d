import { allow, type Result, refuse } from '@shared/kernel/result';
import { helperRoles } from '@shared/kernel/role';
import type { Visit } from '@shared/visits/visit';
import { type ElderTie, tieToElder } from '../people/access';
import type { Actor, Deps } from '../platform/deps';

/** Whose eyes and hands reach a visit; everybody else is told that there is nothing (truth 4). */
export type Tie = ElderTie | 'helper';

/** By the elder, or by being the helper whose visit it is. */
export async function tieToVisit(deps: Deps, actor: Actor, v: Visit): Promise<Result<Tie>> {
  if (!helperRoles.includes(actor.role)) return tieToElder(deps, actor, v);
  return actor.grant.helperId === v.helperId ? allow('helper') : refuse('not_found');
}

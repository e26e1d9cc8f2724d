import { hasEnded } from '@shared/identity/ended-session';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { type Role, role as roleShape } from '@shared/kernel/role';
import type { Route } from '@shared/kernel/route';
import { personItem } from '../identity/items';
import { readAccessToken } from './access-token';
import type { Actor, Deps } from './deps';

/** Finds out who is asking and whether the route lets them, as the role they say they act in. */
export async function findActor(
  deps: Deps,
  route: Route,
  headers: Readonly<Record<string, string | undefined>>,
): Promise<Result<Actor>> {
  const [scheme, text] = (headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !text) return refuse('sign_in_needed');
  const token = await readAccessToken(deps.secret, text, deps.clock());
  if (token === 'expired') return refuse('session_ended');
  if (token === 'invalid') return refuse('sign_in_needed');
  const person = await deps.table.get(personItem, { pk: `PERSON#${token.personId}`, sk: 'PERSON' });
  if (!person) return refuse('sign_in_needed');
  if (hasEnded(person.value, token.sessionId)) return refuse('session_ended');
  if (person.value.suspended) return refuse('account_suspended');
  const { grants } = person.value;
  const asked = headers['nuanlin-role'];
  const parsed = asked === undefined ? undefined : roleShape.safeParse(asked);
  if (parsed && !parsed.success) return refuse('role_not_held');
  const grant = parsed ? grants.find((held) => held.role === parsed.data) : grants[0];
  if (asked !== undefined && !grant) return refuse('role_not_held');
  if (route.access === 'public') throw new Error(`${route.name} is public and needs no actor`);
  const role: Role | undefined = grant?.role;
  // A person without any role yet may only do what every role may: see to their own account.
  if (!role || !grant)
    return route.relation === 'self' ? allow(newcomer(token.personId)) : refuse('role_not_held');
  if (!route.access.includes(role)) return refuse('role_not_held');
  return allow({ personId: token.personId, role, grants, grant });
}

const newcomer = (personId: Actor['personId']): Actor => ({
  personId,
  role: 'family',
  grants: [],
  grant: { role: 'family' },
});

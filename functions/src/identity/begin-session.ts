import { createHash, randomBytes } from 'node:crypto';
import type { PersonView, SessionView } from '@shared/identity/identity.contract';
import { maskPhone, type Person } from '@shared/identity/person';
import { REFRESH_DAYS, type Session } from '@shared/identity/session';
import { addDays } from '@shared/kernel/instant';
import { signAccessToken } from '../platform/access-token';
import type { Deps } from '../platform/deps';
import { create, type Write } from '../table/port';
import { sessionItem } from './items';

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** A refresh token names its session, so that it is found by key: `<sessionId>.<secret>`. */
export const mintRefreshToken = (sessionId: string): string =>
  `${sessionId}.${randomBytes(32).toString('base64url')}`;

export const viewOf = (person: Person): PersonView => ({
  personId: person.personId,
  name: person.name,
  ...(person.phone === undefined ? {} : { phoneMasked: maskPhone(person.phone) }),
  grants: person.grants,
});

export async function tokensFor(
  deps: Deps,
  person: Person,
  session: Session,
  refreshToken: string,
): Promise<SessionView> {
  const access = await signAccessToken(deps.secret, session, deps.clock());
  return { ...access, refreshToken, person: viewOf(person) };
}

/** A new session of a person: what to store, and what to answer once it is stored. */
export function beginSession(
  deps: Deps,
  person: Person,
): { write: Write; answer: () => Promise<SessionView> } {
  const sessionId = deps.newId('session');
  const refreshToken = mintRefreshToken(sessionId);
  const session: Session = {
    sessionId,
    personId: person.personId,
    currentHash: hashToken(refreshToken),
    usedHashes: [],
    expiresAt: addDays(deps.clock(), REFRESH_DAYS),
  };
  return {
    write: create(sessionItem, session),
    answer: () => tokensFor(deps, person, session, refreshToken),
  };
}

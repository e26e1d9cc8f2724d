import { endSession } from '@shared/identity/ended-session';
import type {
  refreshSession as refreshRoute,
  revokeSession as revokeRoute,
} from '@shared/identity/identity.contract';
import { refresh, type Session } from '@shared/identity/session';
import { allow, refuse } from '@shared/kernel/result';
import { connectionItem, socketsOf } from '../live/items';
import type { Deps } from '../platform/deps';
import type { PublicUseCase } from '../platform/serve';
import { erase, replace, type Stored, type Write } from '../table/port';
import { hashToken, mintRefreshToken, tokensFor } from './begin-session';
import { personItem, sessionItem } from './items';

const findSession = (deps: Deps, token: string): Promise<Stored<Session> | undefined> =>
  deps.table.get(sessionItem, { pk: `SESSION#${token.split('.')[0]}`, sk: 'SESSION' });

/** A phone has one; whatever else is left of the session is gone within two hours. */
const MOST_SOCKETS = 10;

/** What ends with a session besides its refresh token: the access token that is out, and the sockets opened with it. */
async function endOf(deps: Deps, { personId, sessionId }: Session): Promise<Write[]> {
  const [person, sockets] = await Promise.all([
    deps.table.get(personItem, { pk: `PERSON#${personId}`, sk: 'PERSON' }),
    deps.table.list(connectionItem, socketsOf(personId)),
  ]);
  const mine = sockets.items.filter(({ value }) => value.sessionId === sessionId).slice(0, MOST_SOCKETS);
  return [
    ...(person ? [replace(person, endSession(person.value, sessionId, deps.clock()))] : []),
    ...mine.map((socket) => erase(socket)),
  ];
}

export const refreshSession: PublicUseCase<typeof refreshRoute> = async (deps, { body }) => {
  const old = await findSession(deps, body.refreshToken);
  if (!old) return refuse('session_ended');
  const next = mintRefreshToken(old.value.sessionId);
  const decided = refresh(old.value, hashToken(body.refreshToken), hashToken(next), deps.clock());
  if (decided.kind === 'ended') return refuse('session_ended');
  const person = await deps.table.get(personItem, { pk: `PERSON#${old.value.personId}`, sk: 'PERSON' });
  if (!person) return refuse('session_ended');
  if (person.value.suspended) return refuse('account_suspended');
  const ended = decided.kind === 'revoked';
  const committed = await deps.table.commit([
    replace(old, decided.session),
    ...(ended ? await endOf(deps, old.value) : []),
  ]);
  if (!committed.ok) return committed;
  return ended ? refuse('session_ended') : allow(await tokensFor(deps, person.value, decided.session, next));
};

const ATTEMPTS = 3;

/** Signing out twice is signing out. The access token and the sockets end with the session, not when they run out. */
export const revokeSession: PublicUseCase<typeof revokeRoute> = async (deps, { body }) => {
  const hash = hashToken(body.refreshToken);
  for (let attempt = 1; ; attempt += 1) {
    const old = await findSession(deps, body.refreshToken);
    const holdsIt = old && (old.value.currentHash === hash || old.value.usedHashes.includes(hash));
    if (!old || !holdsIt) return refuse('session_ended');
    if (old.value.revokedAt) return allow({ revoked: true });
    const committed = await deps.table.commit([
      replace(old, { ...old.value, revokedAt: deps.clock() }),
      ...(await endOf(deps, old.value)),
    ]);
    if (committed.ok) return allow({ revoked: true });
    // The phone that renews its name or its token meanwhile is the same one that signs out.
    if (attempt === ATTEMPTS) return committed;
  }
};

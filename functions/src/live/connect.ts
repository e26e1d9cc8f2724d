import { hasEnded } from '@shared/identity/ended-session';
import { ACCESS_MINUTES } from '@shared/identity/session';
import { addMinutes } from '@shared/kernel/instant';
import { personItem } from '../identity/items';
import { readAccessToken } from '../platform/access-token';
import type { Deps } from '../platform/deps';
import { logger } from '../platform/logger';
import type { SocketEvent } from '../platform/socket';
import { systemDeps } from '../platform/system-deps';
import { create, erase } from '../table/port';
import { type Connection, connectionItem, connectionKey } from './items';

interface SocketReply {
  readonly statusCode: number;
  readonly body?: string;
}

/** Lets a phone listen: a token of a person who may still act, checked once, when the socket opens. */
export async function openConnection(deps: Deps, event: SocketEvent): Promise<SocketReply> {
  const now = deps.clock();
  const token = await readAccessToken(deps.secret, event.queryStringParameters?.token ?? '', now);
  if (token === 'expired' || token === 'invalid') return { statusCode: 401 };
  const person = await deps.table.get(personItem, { pk: `PERSON#${token.personId}`, sk: 'PERSON' });
  if (!person || person.value.suspended || hasEnded(person.value, token.sessionId))
    return { statusCode: 401 };
  const { grants } = person.value;
  const elderId = grants.find((grant) => grant.role === 'elder')?.elderId;
  const regionCode = grants.find((grant) => grant.role === 'coordinator')?.regionCode;
  const connection: Connection = {
    connectionId: event.requestContext.connectionId,
    personId: token.personId,
    sessionId: token.sessionId,
    connectedAt: now,
    expiresAt: addMinutes(now, ACCESS_MINUTES),
    ...(elderId === undefined ? {} : { elderId }),
    ...(regionCode === undefined ? {} : { regionCode }),
  };
  const kept = await deps.table.commit([create(connectionItem, connection)]);
  return { statusCode: kept.ok ? 200 : 503 };
}

export async function closeConnection(deps: Deps, connectionId: string): Promise<void> {
  const open = await deps.table.get(connectionItem, connectionKey(connectionId));
  if (open === undefined) return;
  // Someone else may have erased it meanwhile, which is what was wanted.
  await deps.table.commit([erase(open)]);
}

export async function answer(deps: Deps, event: SocketEvent): Promise<SocketReply> {
  const { eventType, connectionId } = event.requestContext;
  if (eventType === 'CONNECT') return openConnection(deps, event);
  if (eventType === 'DISCONNECT') {
    await closeConnection(deps, connectionId);
    return { statusCode: 200 };
  }
  // Phones only listen. A ping keeps the socket open; anything else is ignored.
  return { statusCode: 200 };
}

/** The three routes of the WebSocket API. */
export const handler = async (event: SocketEvent): Promise<SocketReply> => {
  const reply = await answer(systemDeps(), event);
  logger.info('live.socket', { event: event.requestContext.eventType, status: reply.statusCode });
  return reply;
};

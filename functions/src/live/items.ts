import { elderId, type PersonId, personId, sessionId } from '@shared/kernel/ids';
import { instant } from '@shared/kernel/instant';
import { countyOf } from '@shared/regions/region';
import * as z from 'zod';
import { itemKind } from '../table/port';

/** One open WebSocket and whose phone it is: until it closes, its session ends, or API Gateway's two hours are over. */
const connection = z.strictObject({
  connectionId: z.string().min(1).max(200),
  personId,
  /** Signing out on this phone ends its socket and leaves the person's other phones theirs. */
  sessionId,
  /** Kept so that a push about an elder or a region finds its sockets without reading the person. */
  elderId: elderId.optional(),
  regionCode: z.string().optional(),
  connectedAt: instant,
  expiresAt: instant,
});
export type Connection = z.infer<typeof connection>;

export const connectionKey = (connectionId: string) => ({
  pk: `CONNECTION#${connectionId}`,
  sk: 'CONNECTION',
});

export const socketsOf = (person: PersonId) =>
  ({ index: 'byPerson', pk: `PERSON#${person}`, prefix: 'CONNECTION#' }) as const;

export const regionConnections = (code: string): string => `CONNECTIONS#${countyOf(code)}`;

export const connectionItem = itemKind<Connection>({
  name: 'connection',
  schema: connection,
  key: (c) => connectionKey(c.connectionId),
  indexes: (c) => ({
    byPerson: { pk: `PERSON#${c.personId}`, sk: `CONNECTION#${c.connectionId}` },
    ...(c.elderId === undefined
      ? {}
      : { byElder: { pk: `ELDER#${c.elderId}`, sk: `CONNECTION#${c.connectionId}` } }),
    ...(c.regionCode === undefined
      ? {}
      : {
          byRegion: {
            pk: regionConnections(c.regionCode),
            sk: `CONNECTION#${c.connectionId}`,
          },
        }),
  }),
  expiresAt: (c) => c.expiresAt,
});

import type { Push } from '@shared/live/live.contract';
import { isWithin } from '@shared/regions/region';
import { helperItem, helperKey } from '../helpers/items';
import { elderItem, elderKey, kinshipItem } from '../people/items';
import type { Deps } from '../platform/deps';
import { logger } from '../platform/logger';
import { apiGatewayPost, type Post } from '../platform/socket';
import { systemDeps } from '../platform/system-deps';
import { type Change, type ChangeRecord, changeOf } from './change';
import { closeConnection } from './connect';
import { type Connection, connectionItem, regionConnections } from './items';

type Index = 'byPerson' | 'byElder' | 'byRegion';

/**
 * Whose sockets there are, each question asked once in a batch: one event of a visit writes five records about the
 * same people, and asking anew for each took a batch past its minute when the table was slow.
 */
function audienceOf(deps: Deps) {
  const asked = new Map<string, Promise<unknown>>();
  const once = <T>(name: string, ask: () => Promise<T>): Promise<T> => {
    const known = asked.get(name) ?? ask();
    asked.set(name, known);
    return known as Promise<T>;
  };
  const socketsIn = (index: Index, pk: string): Promise<Connection[]> =>
    once(`${index} ${pk}`, async () => {
      const page = await deps.table.list(connectionItem, { index, pk, prefix: 'CONNECTION#' });
      return page.items.map(({ value }) => value);
    });
  const socketsOf = (personId: string) => socketsIn('byPerson', `PERSON#${personId}`);
  const around = (elderId: string): Promise<Connection[]> =>
    once(`around ${elderId}`, async () => {
      const pk = `ELDER#${elderId}`;
      const kin = await deps.table.list(kinshipItem, { pk, prefix: 'KIN#' });
      const consented = kin.items.filter(({ value }) => value.status === 'consented');
      const theirs = await Promise.all(consented.map(({ value }) => socketsOf(value.personId)));
      return [...theirs.flat(), ...(await socketsIn('byElder', pk))];
    });
  const ofHelper = (helperId: string): Promise<Connection[]> =>
    once(`helper ${helperId}`, async () => {
      const helper = await deps.table.get(helperItem, helperKey(helperId));
      return helper === undefined ? [] : socketsOf(helper.value.personId);
    });
  /** A coordinator who has a visit open reads along, as the family does. */
  const villageOf = (elderId: string): Promise<string | undefined> =>
    once(
      `village ${elderId}`,
      async () => (await deps.table.get(elderItem, elderKey(elderId)))?.value.villageCode,
    );
  const inRegion = async (villageCode: string): Promise<Connection[]> => {
    const near = await socketsIn('byRegion', regionConnections(villageCode));
    return near.filter(({ regionCode }) => regionCode !== undefined && isWithin(regionCode, villageCode));
  };

  /** Sockets of everyone whom a change concerns: kin who were consented to, the elder, the helper, coordinators. */
  return async ({ elderId, helperId, personId, ...change }: Change): Promise<Connection[]> => {
    const ofLog = change.ofLog && elderId !== undefined;
    const villageCode = change.villageCode ?? (ofLog ? await villageOf(elderId) : undefined);
    const found = await Promise.all([
      elderId === undefined ? [] : around(elderId),
      helperId === undefined ? [] : ofHelper(helperId),
      personId === undefined ? [] : socketsOf(personId),
      villageCode === undefined ? [] : inRegion(villageCode),
    ]);
    return [...new Map(found.flat().map((each) => [each.connectionId, each])).values()];
  };
}

/**
 * Tells phones that something changed. A push that is lost costs nothing but freshness: pages ask again when they
 * are shown. So one socket that fails does not hold up the others.
 */
export async function tellChanges(
  deps: Deps,
  post: Post,
  records: readonly ChangeRecord[],
): Promise<{ sent: number; gone: number; failed: number }> {
  const told = { sent: 0, gone: 0, failed: 0 };
  const changes = new Map<string, Change>();
  for (const record of records) {
    const change = changeOf(record);
    if (change !== undefined) changes.set(JSON.stringify(change), change);
  }
  const done = new Set<string>();
  const gone = new Set<string>();
  const send = async (to: Connection, push: Push): Promise<void> => {
    const once = `${to.connectionId} ${JSON.stringify(push)}`;
    if (done.has(once) || gone.has(to.connectionId)) return;
    done.add(once);
    try {
      if ((await post(to.connectionId, push)) === 'sent') {
        told.sent += 1;
        return;
      }
      gone.add(to.connectionId);
      told.gone += 1;
      await closeConnection(deps, to.connectionId);
    } catch (error) {
      told.failed += 1;
      logger.warn('push failed', { error: error instanceof Error ? error.name : 'unknown' });
    }
  };
  const concerned = audienceOf(deps);
  const audiences = await Promise.all(
    [...changes.values()].map(async (change) => ({ change, sockets: await concerned(change) })),
  );
  for (const { change, sockets } of audiences) for (const to of sockets) await send(to, change.push);
  return told;
}

let post: Post | undefined;

/** Consumer of the table's stream. */
export const handler = async (event: { readonly Records: readonly ChangeRecord[] }) => {
  const endpoint = process.env.WEBSOCKET_ENDPOINT;
  if (!endpoint) throw new Error('the environment lacks WEBSOCKET_ENDPOINT');
  post ??= apiGatewayPost(endpoint);
  const told = await tellChanges(systemDeps(), post, event.Records);
  if (told.sent + told.gone + told.failed > 0) logger.info('live.told', told);
  return { batchItemFailures: [] };
};

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

/** A coordinator who has a visit open reads along, as the family does. */
async function villageOfLog(deps: Deps, { ofLog, elderId }: Change): Promise<string | undefined> {
  if (!ofLog || elderId === undefined) return undefined;
  return (await deps.table.get(elderItem, elderKey(elderId)))?.value.villageCode;
}

/** Sockets of everyone whom a change concerns: kin who were consented to, the elder, the helper, coordinators. */
async function concerned(deps: Deps, change: Change): Promise<Connection[]> {
  const of = async (index: 'byPerson' | 'byElder' | 'byRegion', pk: string): Promise<Connection[]> => {
    const page = await deps.table.list(connectionItem, { index, pk, prefix: 'CONNECTION#' });
    return page.items.map(({ value }) => value);
  };
  const found: Connection[] = [];
  if (change.elderId !== undefined) {
    const pk = `ELDER#${change.elderId}`;
    const kin = await deps.table.list(kinshipItem, { pk, prefix: 'KIN#' });
    for (const { value } of kin.items)
      if (value.status === 'consented') found.push(...(await of('byPerson', `PERSON#${value.personId}`)));
    found.push(...(await of('byElder', pk)));
  }
  if (change.helperId !== undefined) {
    const helper = await deps.table.get(helperItem, helperKey(change.helperId));
    if (helper !== undefined) found.push(...(await of('byPerson', `PERSON#${helper.value.personId}`)));
  }
  if (change.personId !== undefined) found.push(...(await of('byPerson', `PERSON#${change.personId}`)));
  const villageCode = change.villageCode ?? (await villageOfLog(deps, change));
  if (villageCode !== undefined) {
    const near = await of('byRegion', regionConnections(villageCode));
    found.push(
      ...near.filter(({ regionCode }) => regionCode !== undefined && isWithin(regionCode, villageCode)),
    );
  }
  return [...new Map(found.map((each) => [each.connectionId, each])).values()];
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
  for (const change of changes.values())
    for (const to of await concerned(deps, change)) await send(to, change.push);
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

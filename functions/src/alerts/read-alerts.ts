import { type Alert, isOpen } from '@shared/alerts/alert';
import type { listAlerts as listRoute, readAlert as readRoute } from '@shared/alerts/alerts.contract';
import { allow, refuse } from '@shared/kernel/result';
import { isWithin } from '@shared/regions/region';
import { kinshipItem } from '../people/items';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { type Key, keyTexts, UnreadableItem } from '../table/port';
import { tieToAlert } from './access';
import { alertItem, alertKey, messageItem, openAlerts } from './items';
import { cardOf, viewOf } from './view';

interface Found {
  readonly alerts: readonly Alert[];
  readonly unreadable: readonly Key[];
}

const LATEST = 20;

async function ofElder(deps: Deps, elderId: string): Promise<Found> {
  const page = await deps.table.list(alertItem, {
    index: 'byElder',
    pk: `ELDER#${elderId}`,
    prefix: 'ALERT#',
    limit: LATEST,
    descending: true,
  });
  return { alerts: page.items.map(({ value }) => value), unreadable: page.unreadable };
}

async function ofFamily(deps: Deps, actor: Actor): Promise<Found> {
  const kin = await deps.table.list(kinshipItem, {
    index: 'byPerson',
    pk: `PERSON#${actor.personId}`,
    prefix: 'KIN#',
  });
  const consented = kin.items.filter(({ value }) => value.status === 'consented');
  const each = await Promise.all(consented.map(({ value }) => ofElder(deps, value.elderId)));
  return {
    alerts: each.flatMap(({ alerts }) => alerts),
    unreadable: [...kin.unreadable, ...each.flatMap(({ unreadable }) => unreadable)],
  };
}

async function ofRegion(deps: Deps, regionCode: string): Promise<Found> {
  const page = await deps.table.list(alertItem, {
    index: 'byRegion',
    pk: openAlerts(regionCode),
    prefix: regionCode,
  });
  const alerts = page.items.map(({ value }) => value);
  return { alerts: alerts.filter((a) => isWithin(regionCode, a.villageCode)), unreadable: page.unreadable };
}

/** What a helper was told of lately; an alert that cannot be read does not hide the others. */
async function ofHelper(deps: Deps, actor: Actor): Promise<Found> {
  const page = await deps.table.list(messageItem, {
    index: 'byPerson',
    pk: `PERSON#${actor.personId}`,
    prefix: 'MESSAGE#',
    limit: LATEST,
    descending: true,
  });
  const unreadable = [...page.unreadable];
  const ids = [...new Set(page.items.map(({ value }) => value.alertId))];
  const found = await Promise.all(
    ids.map(async (id) => {
      try {
        return (await deps.table.get(alertItem, alertKey(id)))?.value;
      } catch (error) {
        if (!(error instanceof UnreadableItem)) throw error;
        unreadable.push(error.key);
        return undefined;
      }
    }),
  );
  const told = found.filter((a) => a !== undefined);
  const tied = await Promise.all(told.map((a) => tieToAlert(deps, actor, a)));
  return { alerts: told.filter((_, index) => tied[index]?.ok), unreadable };
}

const nothing: Found = { alerts: [], unreadable: [] };
function concerning(deps: Deps, actor: Actor): Promise<Found> | Found {
  const { role, grant } = actor;
  if (role === 'family') return ofFamily(deps, actor);
  if (role === 'elder') return grant.elderId === undefined ? nothing : ofElder(deps, grant.elderId);
  if (role === 'coordinator')
    return grant.regionCode === undefined ? nothing : ofRegion(deps, grant.regionCode);
  return ofHelper(deps, actor);
}

export const listOpenAlerts: UseCase<typeof listRoute> = async (deps, { actor }) => {
  const { alerts, unreadable } = await concerning(deps, actor);
  const open = alerts.filter(isOpen).sort((a, b) => (a.raisedAt < b.raisedAt ? 1 : -1));
  return allow({ alerts: open.map(cardOf), unreadable: keyTexts(unreadable) });
};

export const readOneAlert: UseCase<typeof readRoute> = async (deps, { actor, params }) => {
  const stored = await deps.table.get(alertItem, alertKey(params.alertId));
  if (stored === undefined) return refuse('not_found');
  const tie = await tieToAlert(deps, actor, stored.value);
  return tie.ok ? allow(await viewOf(deps, stored.value, actor, tie.value)) : tie;
};

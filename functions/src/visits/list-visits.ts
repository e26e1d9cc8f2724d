import { addDays, isBefore } from '@shared/kernel/instant';
import { allow, refuse } from '@shared/kernel/result';
import { isWithin } from '@shared/regions/region';
import type { listAttention, listElderVisits, listMyVisits } from '@shared/visits/visits.contract';
import { linkedElder } from '../people/access';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { attentionPartition, visitItem } from './items';
import { visitCards } from './labels';

/** A helper's own visits; two weeks around now unless told otherwise. */
export const listMine: UseCase<typeof listMyVisits> = async (deps, { query, actor }) => {
  const { helperId } = actor.grant;
  if (helperId === undefined) return allow({ visits: [], unreadable: [] });
  const from = query.from ?? addDays(deps.clock(), -7);
  const to = query.to ?? addDays(deps.clock(), 7);
  if (isBefore(to, from)) return refuse('time_order_invalid', 'query.to');
  const page = await deps.table.list(visitItem, {
    index: 'byPerson',
    pk: `HELPER#${helperId}`,
    from: `VISIT#${from}`,
    to: `VISIT#${to}~`,
    limit: 200,
  });
  const visits = page.items.map(({ value }) => value);
  return allow({ visits: await visitCards(deps, visits, true), unreadable: keyTexts(page.unreadable) });
};

export const listOfElder: UseCase<typeof listElderVisits> = async (deps, { params, query, actor }) => {
  const elder = await linkedElder(deps, actor, params.elderId);
  if (!elder.ok) return elder;
  const limit = query.limit ?? 30;
  const page = await deps.table.list(visitItem, {
    index: 'byElder',
    pk: `ELDER#${params.elderId}`,
    from: 'VISIT#',
    // A sort key goes on after the instant, so `before` itself is not included.
    to: query.before === undefined ? 'VISIT#~' : `VISIT#${query.before}`,
    limit,
    descending: true,
  });
  const visits = page.items.map(({ value }) => value);
  const last = visits.at(-1);
  return allow({
    visits: await visitCards(deps, visits, false),
    ...(page.next === undefined || last === undefined ? {} : { next: last.startsAt }),
    unreadable: keyTexts(page.unreadable),
  });
};

const ATTENTION_DAYS = 14;

export const listForAttention: UseCase<typeof listAttention> = async (deps, { actor }) => {
  const { regionCode } = actor.grant;
  if (regionCode === undefined) return refuse('region_outside');
  const page = await deps.table.list(visitItem, {
    index: 'byRegion',
    pk: attentionPartition(regionCode),
    from: addDays(deps.clock(), -ATTENTION_DAYS),
    to: '~',
    limit: 500,
    descending: true,
  });
  const visits = page.items.map(({ value }) => value).filter((v) => isWithin(regionCode, v.villageCode));
  return allow({ visits: await visitCards(deps, visits, false), unreadable: keyTexts(page.unreadable) });
};

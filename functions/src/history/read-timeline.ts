import type { readTimeline as route } from '@shared/history/history.contract';
import { allow, refuse } from '@shared/kernel/result';
import { elderItem, elderKey } from '../people/items';
import type { UseCase } from '../platform/serve';
import { tieToElder } from '../visits/access';
import { historyItem } from './items';
import { withNames } from './read-history';

/** What has happened around an elder, newest first. */
export const readTimeline: UseCase<typeof route> = async (deps, { params, query, actor }) => {
  const elder = await deps.table.get(elderItem, elderKey(params.elderId));
  if (elder === undefined) return refuse('not_found');
  const tie = await tieToElder(deps, actor, elder.value);
  if (!tie.ok) return tie;
  const page = await deps.table.list(historyItem, {
    index: 'byElder',
    pk: `ELDER#${params.elderId}`,
    from: 'HISTORY#',
    to: query.before === undefined ? 'HISTORY#~' : `HISTORY#${query.before}`,
    limit: query.limit ?? 50,
    descending: true,
  });
  const entries = page.items.map(({ value }) => value);
  const last = entries.at(-1);
  return allow({
    entries: await withNames(deps, entries),
    ...(page.next === undefined || last === undefined ? {} : { next: last.at }),
    unreadable: page.unreadable.map((key) => `${key.pk} ${key.sk}`),
  });
};

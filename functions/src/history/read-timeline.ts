import type { readTimeline as route } from '@shared/history/history.contract';
import { allow } from '@shared/kernel/result';
import { linkedElder } from '../people/access';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { historyItem } from './items';
import { withNames } from './read-history';

/** What has happened around an elder, newest first. */
export const readTimeline: UseCase<typeof route> = async (deps, { params, query, actor }) => {
  const elder = await linkedElder(deps, actor, params.elderId);
  if (!elder.ok) return elder;
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
    unreadable: keyTexts(page.unreadable),
  });
};

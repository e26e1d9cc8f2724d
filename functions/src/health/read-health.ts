import { coursesOf } from '@shared/health/course';
import type { readHealth as route } from '@shared/health/health.contract';
import { addDays } from '@shared/kernel/instant';
import { allow } from '@shared/kernel/result';
import { inOrder } from '@shared/visits/keep-log';
import { linkedElder } from '../people/access';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { entryItem } from '../visits/items';

const DAYS = 180;
/** The newest of them; more than once a day nobody measures. */
const MOST = 200;

export const readHealth: UseCase<typeof route> = async (deps, { params, query, actor }) => {
  const elder = await linkedElder(deps, actor, params.elderId);
  if (!elder.ok) return elder;
  const now = deps.clock();
  const since = addDays(now, -(query.days ?? DAYS));
  const listed = (kind: 'VITALS' | 'MOOD') =>
    deps.table.list(entryItem, {
      index: 'byElder',
      pk: `ELDER#${params.elderId}`,
      from: `${kind}#${since}`,
      to: `${kind}#${now}~`,
      limit: MOST,
      descending: true,
    });
  const [vitals, moods] = await Promise.all([listed('VITALS'), listed('MOOD')]);
  return allow({
    callName: elder.value.value.callName,
    courses: coursesOf(vitals.items.map(({ value }) => value)),
    moods: inOrder(moods.items.map(({ value }) => value)).flatMap(({ entry, visitId }) =>
      entry.kind === 'mood' ? [{ at: entry.at, mood: entry.mood, visitId }] : [],
    ),
    unreadable: keyTexts([...vitals.unreadable, ...moods.unreadable]),
  });
};

import type { listNeeds as route } from '@shared/cases/referral.contract';
import { allow, refuse } from '@shared/kernel/result';
import { tieToElder } from '../people/access';
import { elderItem, elderKey } from '../people/items';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { entryItem, visitItem } from '../visits/items';

const VISITS_LOOKED_AT = 15;

/** What a helper wrote down as a need, or saw as low spirits, in the latest visits: the usual beginning of a case. */
export const listNeeds: UseCase<typeof route> = async (deps, { actor, params }) => {
  const elder = await deps.table.get(elderItem, elderKey(params.elderId));
  if (!elder) return refuse('not_found');
  const tie = await tieToElder(deps, actor, elder.value);
  if (!tie.ok) return tie;
  const visits = await deps.table.list(visitItem, {
    index: 'byElder',
    pk: `ELDER#${params.elderId}`,
    prefix: 'VISIT#',
    descending: true,
    limit: VISITS_LOOKED_AT,
  });
  const logs = await Promise.all(
    visits.items.map(async ({ value }) => {
      const page = await deps.table.list(entryItem, { pk: `VISIT#${value.visitId}`, prefix: 'ENTRY#' });
      return page.items.flatMap(({ value: { entry } }) => {
        const text =
          entry.kind === 'need' ? entry.text : entry.kind === 'mood' ? lowMood[entry.mood] : undefined;
        return text === undefined
          ? []
          : [{ visitId: value.visitId, at: entry.at, helperName: value.helperName, text }];
      });
    }),
  );
  return allow({
    needs: logs.flat().sort((a, b) => (a.at < b.at ? 1 : -1)),
    unreadable: keyTexts(visits.unreadable),
  });
};

const lowMood: Readonly<Record<'happy' | 'calm' | 'low' | 'unwell', string | undefined>> = {
  happy: undefined,
  calm: undefined,
  low: '情绪低落',
  unwell: '身体不舒服',
};

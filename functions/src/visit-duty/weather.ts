import { beijing } from '@shared/kernel/instant';
import { allow, refuse } from '@shared/kernel/result';
import { isWithin } from '@shared/regions/region';
import { causeWords } from '@shared/visit-duty/sentence';
import { checkDays, endWarning as end } from '@shared/visit-duty/warning';
import type {
  endWarning as endRoute,
  enterWarning as enterRoute,
  listWarnings as listRoute,
} from '@shared/visit-duty/weather.contract';
import { historyEntry } from '../history/items';
import { regionItem } from '../people/items';
import { runCommand } from '../platform/command';
import type { UseCase } from '../platform/serve';
import { create, keyTexts, replace } from '../table/port';
import { dutyActorOf } from './access';
import { warningsNow } from './facts';
import { type StoredWarning, warningItem, warningKey, warningOf } from './items';

const regionKey = (code: string) => ({ pk: `REGION#${code}`, sk: 'REGION' });

export const listWarnings: UseCase<typeof listRoute> = async (deps, { actor }) => {
  const own = actor.grant.regionCode;
  if (own === undefined) return refuse('region_outside');
  const { warnings, unreadable } = await warningsNow(deps, own);
  const near = warnings.filter((each) => isWithin(own, each.regionCode) || isWithin(each.regionCode, own));
  const regions = await deps.table.getMany(
    regionItem,
    near.map((each) => regionKey(each.regionCode)),
  );
  return allow({
    warnings: near.map((each, index) => ({
      warningId: each.warningId,
      hazard: each.hazard,
      sentence: causeWords.weather(each),
      regionName: regions.items[index]?.value.path.join(' · ') ?? '',
      from: each.from,
      to: each.to,
      byName: each.by.name,
      mayEnd: actor.role !== 'social_worker' && isWithin(own, each.regionCode),
    })),
    today: beijing(deps.clock()).day,
    unreadable: keyTexts([...unreadable, ...regions.unreadable]),
  });
};

/** Only the warning is written here: the sweep looks at everybody of the region within a minute. */
export const enterWarning: UseCase<typeof enterRoute> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'enterWarning', body }, async () => {
    const { commandId: _, ...given } = body;
    const own = actor.grant.regionCode;
    if (own === undefined || !isWithin(own, body.regionCode))
      return refuse('region_outside', 'body.regionCode');
    const days = checkDays(body, beijing(deps.clock()).day);
    if (!days.ok) return refuse(days.refusal.code, `body.${days.refusal.field ?? 'to'}`);
    if (!(await deps.table.get(regionItem, regionKey(body.regionCode))))
      return refuse('region_unknown', 'body.regionCode');
    const warningId = deps.newId('warning');
    const entered: StoredWarning = {
      ...given,
      warningId,
      by: await dutyActorOf(deps, actor),
      at: deps.clock(),
      laid: false,
    };
    return allow({
      reply: warningOf(entered),
      writes: [
        create(warningItem, entered),
        historyEntry(deps, actor, {
          subject: { kind: 'warning', id: warningId },
          action: 'warning_entered',
          why: causeWords.weather(entered).zh,
        }),
      ],
    });
  });

export const endWarning: UseCase<typeof endRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'endWarning', body: { ...params, ...body } },
    async () => {
      const stored = await deps.table.get(warningItem, warningKey(params.warningId));
      const own = actor.grant.regionCode;
      if (!stored || own === undefined || !isWithin(own, stored.value.regionCode)) return refuse('not_found');
      const ended = end(warningOf(stored.value), actor.personId, deps.clock());
      if (!ended.ok) return ended;
      return allow({
        reply: ended.value,
        writes: [
          replace<StoredWarning>(stored, { ...ended.value, laid: false }),
          historyEntry(deps, actor, {
            subject: { kind: 'warning', id: params.warningId },
            action: 'warning_ended',
          }),
        ],
      });
    },
  );

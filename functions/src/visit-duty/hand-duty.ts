import { distanceMetres } from '@shared/kernel/position';
import { allow, refuse } from '@shared/kernel/result';
import { countyOf, isWithin } from '@shared/regions/region';
import { askHelper } from '@shared/visit-duty/outcome';
import type {
  listDutyHelpers as helpersRoute,
  handDuty as route,
} from '@shared/visit-duty/visit-duty.contract';
import { helperItem, helperKey } from '../helpers/items';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { dutyFor } from './access';

/** Somebody of the region whom neither side has excluded. The helper finds it on the first page. */
export const handDuty: UseCase<typeof route> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'handDuty', body: { ...params, ...body } },
    async () => {
      const now = await dutyFor(deps, actor, params.elderId);
      if (!now.ok) return now;
      const { duty, elder, put } = now.value;
      const helper =
        body.helperId === undefined
          ? undefined
          : (await deps.table.get(helperItem, helperKey(body.helperId)))?.value;
      if (body.helperId !== undefined) {
        const near = helper && actor.grant.regionCode && isWithin(actor.grant.regionCode, helper.villageCode);
        if (!helper || !near) return refuse('not_found', 'body.helperId');
        const excluded =
          elder.excludedHelperIds.includes(helper.helperId) ||
          helper.excludedElderIds.includes(elder.elderId);
        if (helper.suspended || excluded) return refuse('duty_helper_no', 'body.helperId');
      }
      const asked = askHelper(
        duty,
        helper && {
          helperId: helper.helperId,
          personId: helper.personId,
          name: helper.name,
          askedBy: actor.personId,
          at: deps.clock(),
        },
      );
      if (!asked.ok) return asked;
      return allow({
        reply: helper ? { helperName: helper.name } : {},
        writes: [
          put(asked.value),
          historyEntry(deps, actor, {
            subject: { kind: 'visit_duty', id: elder.elderId },
            elderId: elder.elderId,
            action: 'duty_handed',
            ...(helper ? { why: helper.name } : {}),
          }),
        ],
      });
    },
  );

const MOST_HELPERS = 30;

/** Of the village, or of the township where the village has nobody. */
export const listDutyHelpers: UseCase<typeof helpersRoute> = async (deps, { actor, params }) => {
  const now = await dutyFor(deps, actor, params.elderId);
  if (!now.ok) return now;
  const { elder } = now.value;
  const inRegion = (prefix: string) =>
    deps.table.list(helperItem, { index: 'byRegion', pk: `HELPERS#${countyOf(prefix)}`, prefix });
  const near = await inRegion(elder.villageCode);
  const page = near.items.length > 0 ? near : await inRegion(elder.villageCode.slice(0, 9));
  const own = actor.grant.regionCode;
  const may = page.items
    .map(({ value }) => value)
    .filter(
      (each) =>
        !each.suspended &&
        own !== undefined &&
        isWithin(own, each.villageCode) &&
        !elder.excludedHelperIds.includes(each.helperId) &&
        !each.excludedElderIds.includes(elder.elderId),
    )
    .map(({ helperId, name, villageName, home }) => ({
      helperId,
      name,
      villageName,
      distanceMetres: Math.round(distanceMetres(home, elder.position)),
    }));
  return allow({
    helpers: may.sort((a, b) => a.distanceMetres - b.distanceMetres).slice(0, MOST_HELPERS),
    unreadable: keyTexts(page.unreadable),
  });
};

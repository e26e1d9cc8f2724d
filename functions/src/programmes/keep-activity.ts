import { allow, refuse } from '@shared/kernel/result';
import { helperRoles } from '@shared/kernel/role';
import { type Activity, checkActivityList, holdActivity } from '@shared/programmes/activity';
import { isProgrammeOpen } from '@shared/programmes/programme';
import type { keepActivity as route } from '@shared/programmes/programmes.contract';
import { isWithin } from '@shared/regions/region';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { UseCase } from '../platform/serve';
import { replace } from '../table/port';
import { creditWorkList } from '../time-bank/attendance-credit';
import { activitiesOf } from './access';
import { programmeItem, programmeKey } from './items';

/** A helper keeps the list only where they work; a coordinator where they act, a social worker in the region. */
export const keepActivity: UseCase<typeof route> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'keepActivity', body: { ...params, ...body } },
    async () => {
      const stored = await deps.table.get(programmeItem, programmeKey(params.programmeId));
      if (!stored) return refuse('not_found');
      const found = (await activitiesOf(deps, params.programmeId)).stored.find(
        ({ value }) => value.activityId === params.activityId,
      );
      const region = actor.grant.regionCode;
      const may = helperRoles.includes(actor.role)
        ? found?.value.workers.some((each) => each.personId === actor.personId)
        : region !== undefined && found !== undefined && isWithin(region, found.value.villageCode);
      if (!found || !may) return refuse('not_found');
      if (!isProgrammeOpen(stored.value)) return refuse('group_over');
      const at = deps.clock();
      const { personId, role } = actor;
      const checked = checkActivityList(found.value, body.workersCame, personId, at);
      if (!checked.ok) return checked;
      const { activityId, workers, villageCode, startsAt, minutes, title } = found.value;
      const credited = await creditWorkList(deps, {
        listId: activityId,
        workers,
        came: body.workersCame,
        keptBy: personId,
        villageCode,
        startsAt,
        minutes,
        activity: `${stored.value.name} ${title}`,
      });
      if (!credited.ok) return credited;
      const { participation, outcome } = body;
      const { workersCame } = credited.value;
      const keptBy = { personId, role };
      const held = holdActivity(found.value, { participation, outcome, workersCame, keptBy, keptAt: at });
      const history = historyEntry(deps, actor, {
        subject: { kind: 'programme', id: params.programmeId },
        action: 'programme_attendance_kept',
        why: `${title}，老人 ${participation.elders} 位`,
      });
      return allow({
        reply: {
          credited: workersCame.flatMap(({ personId: id, credit }) =>
            credit.kind === 'credited'
              ? [
                  {
                    name: workers.find((each) => each.personId === id)?.name ?? '',
                    minutes: credit.minutes,
                    pending: credit.pending,
                  },
                ]
              : [],
          ),
        },
        writes: [
          replace(stored, stored.value),
          replace<Activity>(found, held),
          ...credited.value.writes,
          history,
        ],
      });
    },
  );

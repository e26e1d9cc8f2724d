import {
  checkAttendance,
  type GroupSession,
  hold,
  mendAttendance as mend,
} from '@shared/groups/group-session';
import { isGoing } from '@shared/groups/lifecycle';
import { joinedOf } from '@shared/groups/member';
import type {
  keepAttendance as keepRoute,
  mendAttendance as mendRoute,
} from '@shared/groups/sessions.contract';
import type { GroupId, GroupSessionId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { helperRoles } from '@shared/kernel/role';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { replace, type Stored } from '../table/port';
import { creditWorkList } from '../time-bank/attendance-credit';
import { regionsGroup, type StoredWhole, wholeGroup, writableGroup } from './access';
import { groupItem, groupKey } from './items';

interface Found {
  readonly whole: StoredWhole;
  readonly session: Stored<GroupSession>;
}

/** A helper keeps the list only where they work; a coordinator and a social worker wherever they act. */
async function keptBy(
  deps: Deps,
  actor: Actor,
  { groupId, groupSessionId }: { readonly groupId: GroupId; readonly groupSessionId: GroupSessionId },
): Promise<Result<Found>> {
  const isHelper = helperRoles.includes(actor.role);
  const helpers = isHelper ? await deps.table.get(groupItem, groupKey(groupId)) : undefined;
  const group = isHelper
    ? helpers
      ? allow(helpers)
      : refuse('not_found')
    : await regionsGroup(deps, actor, groupId);
  if (!group.ok) return group;
  const whole = await wholeGroup(deps, group.value);
  const session = whole.storedSessions.find(({ value }) => value.groupSessionId === groupSessionId);
  const works = session?.value.workers.some((each) => each.personId === actor.personId);
  return session && (!isHelper || works) ? allow({ whole, session }) : refuse('not_found');
}

/** The list, the credits of who worked, and the line of history are one transaction, whatever the network does. */
export const keepAttendance: UseCase<typeof keepRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'keepAttendance', body: { ...params, ...body } },
    async () => {
      const found = await keptBy(deps, actor, params);
      if (!found.ok) return found;
      const { whole, session } = found.value;
      if (!isGoing(whole.group)) return refuse('group_over');
      if (whole.group.status !== 'running') return refuse('group_step_not_next');
      const at = deps.clock();
      const { personId, role } = actor;
      const checked = checkAttendance(session.value, joinedOf(whole.members), body, personId, at);
      if (!checked.ok) return checked;
      const { groupSessionId, workers, villageCode, startsAt, minutes, title } = session.value;
      const credited = await creditWorkList(deps, {
        listId: groupSessionId,
        workers,
        came: body.workersCame,
        keptBy: personId,
        villageCode,
        startsAt,
        minutes,
        activity: `${whole.group.name} ${title}`,
      });
      if (!credited.ok) return credited;
      const held = hold(session.value, body.attendance, credited.value.workersCame, { personId, role }, at);
      const came = held.attendance.filter((each) => each.came).length;
      const history = historyEntry(deps, actor, {
        subject: { kind: 'group', id: params.groupId },
        action: 'group_attendance_kept',
        why: `${title}，来了 ${came} 位，缺 ${held.attendance.length - came} 位`,
      });
      return allow({
        reply: {
          came,
          absent: held.attendance.length - came,
          credited: held.workersCame.flatMap(({ personId: id, credit }) =>
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
          replace(whole.stored, whole.group),
          replace<GroupSession>(session, held),
          ...credited.value.writes,
          history,
        ],
      });
    },
  );

export const mendAttendance: UseCase<typeof mendRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'mendAttendance', body: { ...params, ...body } },
    async () => {
      const stored = await writableGroup(deps, actor, params.groupId);
      if (!stored.ok) return stored;
      const whole = await wholeGroup(deps, stored.value);
      if (!isGoing(whole.group)) return refuse('group_over');
      const session = whole.storedSessions.find(
        ({ value }) => value.groupSessionId === params.groupSessionId,
      );
      if (!session) return refuse('not_found');
      const mended = mend(session.value, body.attendance);
      if (!mended.ok) return mended;
      const history = historyEntry(deps, actor, {
        subject: { kind: 'group', id: params.groupId },
        action: 'group_attendance_mended',
        why: session.value.title,
      });
      return allow({
        reply: { groupId: params.groupId },
        writes: [replace(whole.stored, whole.group), replace<GroupSession>(session, mended.value), history],
      });
    },
  );

import type { Group } from '@shared/groups/group';
import type { GroupSession } from '@shared/groups/group-session';
import { type GroupMember, joinedOf } from '@shared/groups/member';
import type { listWorkSessions as route, WorkSession } from '@shared/groups/sessions.contract';
import { sessionStateWords } from '@shared/groups/words';
import { addDays } from '@shared/kernel/instant';
import { allow } from '@shared/kernel/result';
import { helperItem, helperKey } from '../helpers/items';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { groupItem, groupKey, groupPk, memberItem, sessionItem, sessionsPartition } from './items';

const BACK_DAYS = 14;
const AHEAD_DAYS = 30;

/** Of a helper those at which they work, of a coordinator those of the region. */
export const listWorkSessions: UseCase<typeof route> = async (deps, { actor }) => {
  const region = await regionOf(deps, actor);
  if (region === undefined) return allow({ sessions: [], unreadable: [] });
  const now = deps.clock();
  const page = await deps.table.list(sessionItem, {
    index: 'byRegion',
    pk: sessionsPartition(region),
    from: addDays(now, -BACK_DAYS),
    to: addDays(now, AHEAD_DAYS),
  });
  const own = page.items
    .map(({ value }) => value)
    .filter((each) =>
      actor.role === 'coordinator'
        ? each.villageCode.startsWith(region)
        : each.workers.some(({ personId }) => personId === actor.personId),
    );
  const groupIds = [...new Set(own.map((each) => each.groupId))];
  const groups = await deps.table.getMany(groupItem, groupIds.map(groupKey));
  const members = await Promise.all(
    groupIds.map((id) => deps.table.list(memberItem, { pk: groupPk(id), prefix: 'MEMBER#' })),
  );
  return allow({
    sessions: own.flatMap((each) => {
      const index = groupIds.indexOf(each.groupId);
      const group = groups.items[index]?.value;
      const list = members[index]?.items.map(({ value }) => value) ?? [];
      return group ? [shownTo(actor, group, each, list, each.startsAt <= now)] : [];
    }),
    unreadable: keyTexts([...page.unreadable, ...groups.unreadable]),
  });
};

async function regionOf(deps: Deps, { role, grant }: Actor): Promise<string | undefined> {
  if (role === 'coordinator') return grant.regionCode;
  if (grant.helperId === undefined) return undefined;
  return (await deps.table.get(helperItem, helperKey(grant.helperId)))?.value.villageCode;
}

function shownTo(
  { personId }: Actor,
  group: Group,
  s: GroupSession,
  members: readonly GroupMember[],
  begun: boolean,
): WorkSession {
  const lines = s.status === 'held' ? s.attendance : [];
  const mine = s.status === 'held' ? s.workersCame.find((each) => each.personId === personId) : undefined;
  const listed =
    s.status === 'held'
      ? members.filter((each) => lines.some(({ elderId }) => elderId === each.elderId))
      : joinedOf(members);
  return {
    groupId: s.groupId,
    groupSessionId: s.groupSessionId,
    groupName: group.name,
    status: s.status,
    state: sessionStateWords[s.status],
    title: s.title,
    plan: s.plan,
    placeName: s.place.name,
    startsAt: s.startsAt,
    minutes: s.minutes,
    duties: s.workers.find((each) => each.personId === personId)?.duties ?? [],
    workers: s.workers,
    members: listed.map(({ elderId, callName }) => {
      const line = lines.find((each) => each.elderId === elderId);
      return {
        elderId,
        callName,
        ...(line ? { came: line.came } : {}),
        ...(line?.why ? { why: line.why } : {}),
      };
    }),
    waits: s.status === 'planned' && begun && group.status === 'running',
    ...(mine?.credit.kind === 'credited' ? { creditedMinutes: mine.credit.minutes } : {}),
  };
}

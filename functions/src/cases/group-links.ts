import type { CaseFile } from '@shared/cases/case-file';
import type { ChainLink } from '@shared/cases/case-view';
import { type HeldSession, heldOf } from '@shared/groups/group-session';
import { groupWordsOf } from '@shared/groups/words';
import type { ElderId, GroupId, InterventionId } from '@shared/kernel/ids';
import { groupItem, groupKey, groupPk, memberItem, sessionItem } from '../groups/items';
import type { Deps } from '../platform/deps';

interface GroupOf {
  readonly of: InterventionId;
  readonly link: ChainLink['groups'][number];
}

/** The groups that the elder was asked to because a plan of this case says so. */
export async function groupsOf(deps: Deps, c: CaseFile): Promise<GroupOf[]> {
  const page = await deps.table.list(memberItem, {
    index: 'byElder',
    pk: `ELDER#${c.elderId}`,
    prefix: 'GROUP#',
  });
  const found = await Promise.all(
    page.items.map(async ({ value: { groupId, of } }): Promise<GroupOf[]> => {
      if (of?.caseId !== c.caseId) return [];
      const link = await linkOf(deps, groupId, c.elderId);
      return link ? [{ of: of.interventionId, link }] : [];
    }),
  );
  return found.flat();
}

async function linkOf(deps: Deps, groupId: GroupId, elderId: ElderId): Promise<GroupOf['link'] | undefined> {
  const group = (await deps.table.get(groupItem, groupKey(groupId)))?.value;
  if (!group) return undefined;
  const sessions = await deps.table.list(sessionItem, { pk: groupPk(groupId), prefix: 'SESSION#' });
  const own = heldOf(sessions.items.map(({ value }) => value)).flatMap((session) => {
    const line = session.attendance.find((each) => each.elderId === elderId);
    return line ? [{ came: line.came, session }] : [];
  });
  const went = own.filter(({ came }) => came);
  return {
    groupId,
    name: group.name,
    state: groupWordsOf[group.status],
    came: went.length,
    of: own.length,
    minutesCredited: went.reduce((sum, { session }) => sum + creditedIn(session), 0),
  };
}

const creditedIn = ({ workersCame }: HeldSession): number =>
  workersCame.reduce((sum, { credit }) => sum + (credit.kind === 'credited' ? credit.minutes : 0), 0);

import { isPlanned } from '@shared/cases/case-file';
import { levelNow, levelText } from '@shared/cases/goal';
import { mayRead } from '@shared/cases/responsibility';
import type { GroupView } from '@shared/groups/group-view';
import type { GroupMember } from '@shared/groups/member';
import { workerOf } from '../cases/access';
import { caseItem, caseKey } from '../cases/items';
import type { Actor, Deps } from '../platform/deps';

/** Back from a group to the goals that it serves; a case that the worker may not read leaves no trace here. */
export async function goalsOf(
  deps: Deps,
  actor: Actor,
  members: readonly GroupMember[],
): Promise<GroupView['goals']> {
  const asked = members.flatMap(({ of, name }) => (of ? [{ ...of, name }] : []));
  const cases = await deps.table.getMany(
    caseItem,
    asked.map(({ caseId }) => caseKey(caseId)),
  );
  return asked.flatMap(({ interventionId, name }, index) => {
    const c = cases.items[index]?.value;
    if (!c || !mayRead(c, workerOf(actor))) return [];
    const plan = isPlanned(c) || c.status === 'closed' ? c.plan : undefined;
    const serves = plan?.interventions.find((each) => each.interventionId === interventionId)?.words.goalIds;
    return (plan?.goals ?? [])
      .filter(({ goalId }) => serves?.includes(goalId))
      .map((goal) => ({
        caseId: c.caseId,
        elderName: name,
        words: goal.words,
        now: levelText(goal, levelNow(goal)),
        hoped: levelText(goal, 0),
      }));
  });
}

import { isGoing } from '@shared/groups/lifecycle';
import { type GroupMember, goAway, join, joinedOf } from '@shared/groups/member';
import type { answerGroup as route } from '@shared/groups/membership.contract';
import { allow, refuse } from '@shared/kernel/result';
import { historyEntry } from '../history/items';
import { linkedElder } from '../people/access';
import { runCommand } from '../platform/command';
import type { UseCase } from '../platform/serve';
import { replace } from '../table/port';
import { wholeGroup } from './access';
import { groupItem, groupKey } from './items';

/** Whoever may speak with the elder: the elder, or a coordinator or social worker of the elder's region as a witness. */
export const answerGroup: UseCase<typeof route> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'answerGroup', body: { ...params, ...body } },
    async () => {
      const elder = await linkedElder(deps, actor, params.elderId);
      if (!elder.ok) return elder;
      const stored = await deps.table.get(groupItem, groupKey(params.groupId));
      if (!stored) return refuse('not_found');
      const whole = await wholeGroup(deps, stored);
      const old = whole.storedMembers.find(({ value }) => value.elderId === params.elderId);
      if (!old) return refuse('not_found');
      const { answer } = body;
      // Leaving needs nobody's leave, whatever the group has come to.
      if (answer.yes && !isGoing(whole.group)) return refuse('group_over');
      if (answer.yes && joinedOf(whole.members).length >= whole.group.places) return refuse('group_full');
      const at = deps.clock();
      const { yes: _, ...given } = answer;
      const decided =
        'how' in given
          ? join(old.value, { ...given, witnessedBy: actor.personId, at }, actor.role)
          : goAway(old.value, given.why, at);
      if (!decided.ok) return decided;
      const history = historyEntry(deps, actor, {
        subject: { kind: 'group', id: params.groupId },
        action: actionOf[decided.value.status],
        why: 'how' in given ? `${old.value.name}：${given.how}` : `${old.value.name}　${given.why}`.trim(),
      });
      return allow({
        reply: decided.value,
        writes: [replace(whole.stored, whole.group), replace<GroupMember>(old, decided.value), history],
      });
    },
  );

const actionOf = {
  invited: 'group_invited',
  joined: 'group_joined',
  declined: 'group_declined',
  left: 'group_left',
} as const;

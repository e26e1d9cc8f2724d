import { heldOf } from '@shared/groups/group-session';
import type { GroupMember } from '@shared/groups/member';
import type { listElderGroups as route } from '@shared/groups/membership.contract';
import { themes } from '@shared/groups/theme';
import { groupWordsOf } from '@shared/groups/words';
import { allow } from '@shared/kernel/result';
import { namesOf } from '../history/names';
import { linkedElder } from '../people/access';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { wholeGroup } from './access';
import { groupItem, groupKey, memberItem } from './items';
import { nextOf } from './list-groups';

/** The family sees a group only when the elder, on joining, said so. */
const openToFamily = (m: GroupMember): boolean => m.status === 'joined' && m.consent.shareWithFamily;

export const listElderGroups: UseCase<typeof route> = async (deps, { actor, params }) => {
  const elder = await linkedElder(deps, actor, params.elderId);
  if (!elder.ok) return elder;
  const page = await deps.table.list(memberItem, {
    index: 'byElder',
    pk: `ELDER#${params.elderId}`,
    prefix: 'GROUP#',
  });
  const own = page.items.map(({ value }) => value).filter((m) => actor.role !== 'family' || openToFamily(m));
  const groups = await deps.table.getMany(
    groupItem,
    own.map(({ groupId }) => groupKey(groupId)),
  );
  const wholes = await Promise.all(
    groups.items.map((stored) => (stored ? wholeGroup(deps, stored) : undefined)),
  );
  const names = await namesOf(
    deps,
    wholes.flatMap((each) => (each ? [each.group.responsible] : [])),
  );
  return allow({
    groups: own.flatMap((member, index) => {
      const whole = wholes[index];
      if (!whole) return [];
      const { group: g, sessions } = whole;
      const next = nextOf(sessions);
      const lines = heldOf(sessions).flatMap((s) =>
        s.attendance.filter((each) => each.elderId === params.elderId),
      );
      return [
        {
          groupId: g.groupId,
          name: g.name,
          themeName: themes[g.theme].name,
          purpose: g.purpose,
          state: groupWordsOf[g.status],
          membership: member.status,
          placeName: g.place.name,
          workerName: names[g.responsible] ?? '',
          ...(next ? { next: { startsAt: next.startsAt, title: next.title } } : {}),
          came: lines.filter((each) => each.came).length,
          of: lines.length,
        },
      ];
    }),
    unreadable: keyTexts([...page.unreadable, ...groups.unreadable]),
  });
};

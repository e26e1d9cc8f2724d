import { callsToMake, type GroupSession } from '@shared/groups/group-session';
import type { GroupCard } from '@shared/groups/group-view';
import type { listGroups as route } from '@shared/groups/groups.contract';
import { joinedOf } from '@shared/groups/member';
import { themes } from '@shared/groups/theme';
import { groupWordsOf } from '@shared/groups/words';
import type { Instant } from '@shared/kernel/instant';
import { allow, refuse } from '@shared/kernel/result';
import { namesOf, regionNames } from '../history/names';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { type StoredWhole, wholeGroup } from './access';
import { groupItem, groupsPartition } from './items';

/** Groups whose list waits come first, then by the next session. */
export const listGroups: UseCase<typeof route> = async (deps, { actor, query }) => {
  const region = actor.grant.regionCode;
  if (region === undefined) return refuse('region_outside');
  const page = await deps.table.list(groupItem, {
    index: 'byRegion',
    pk: groupsPartition(region, query.scope ?? 'going'),
    prefix: region,
  });
  const wholes = await Promise.all(page.items.map((stored) => wholeGroup(deps, stored)));
  const [names, villages] = await Promise.all([
    namesOf(
      deps,
      wholes.map(({ group }) => group.responsible),
    ),
    regionNames(
      deps,
      wholes.map(({ group }) => group.villageCode),
    ),
  ]);
  const cards = wholes.map((whole) => cardOf(whole, deps.clock(), names, villages));
  const due = (card: GroupCard): string => card.next?.startsAt ?? '9';
  return allow({
    groups: cards.sort((a, b) => (due(a) < due(b) ? -1 : 1)),
    unreadable: keyTexts(page.unreadable),
  });
};

export const nextOf = (sessions: readonly GroupSession[]) =>
  sessions.find((each) => each.status === 'planned');

function cardOf(
  { group: g, members, sessions }: StoredWhole,
  now: Instant,
  names: Record<string, string>,
  villages: Record<string, string>,
): GroupCard {
  const next = nextOf(sessions);
  const joined = joinedOf(members);
  return {
    groupId: g.groupId,
    name: g.name,
    theme: g.theme,
    themeName: themes[g.theme].name,
    status: g.status,
    state: groupWordsOf[g.status],
    placeName: g.place.name,
    villageName: villages[g.villageCode] ?? '',
    members: joined.length,
    invited: members.filter((each) => each.status === 'invited').length,
    held: sessions.filter((each) => each.status === 'held').length,
    planned: sessions.filter((each) => each.status === 'planned').length,
    ...(next
      ? {
          next: {
            groupSessionId: next.groupSessionId,
            startsAt: next.startsAt,
            title: next.title,
            past: next.startsAt <= now,
          },
        }
      : {}),
    calls: g.status === 'running' ? callsToMake(sessions, joined).length : 0,
    responsibleName: names[g.responsible] ?? '',
  };
}

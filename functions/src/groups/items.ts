import { type Group, group } from '@shared/groups/group';
import { type GroupSession, groupSession } from '@shared/groups/group-session';
import { type GroupMember, groupMember } from '@shared/groups/member';
import { countyOf } from '@shared/regions/region';
import { itemKind } from '../table/port';

/** Groups of a county that go on; those that are over lie beside. */
export const groupsPartition = (regionCode: string, state: 'going' | 'closed'): string =>
  `GROUPS#${state}#${countyOf(regionCode)}`;
/** Sessions of a county by their start: who works at which, whose list waits. */
export const sessionsPartition = (regionCode: string): string => `GROUPSESSIONS#${countyOf(regionCode)}`;

export const groupPk = (groupId: string): string => `GROUP#${groupId}`;
export const groupKey = (groupId: string) => ({ pk: groupPk(groupId), sk: 'GROUP' });
/** Replaced with every change of a member or a session, so that one version guards the whole partition. */
export const groupItem = itemKind<Group>({
  name: 'Group',
  schema: group,
  key: ({ groupId }) => groupKey(groupId),
  indexes: (g) => ({
    byRegion: {
      pk: groupsPartition(g.villageCode, g.status === 'closed' ? 'closed' : 'going'),
      sk: `${g.villageCode}#${g.groupId}`,
    },
  }),
});

export const memberKey = (groupId: string, elderId: string) => ({
  pk: groupPk(groupId),
  sk: `MEMBER#${elderId}`,
});
export const memberItem = itemKind<GroupMember>({
  name: 'GroupMember',
  schema: groupMember,
  key: ({ groupId, elderId }) => memberKey(groupId, elderId),
  indexes: ({ groupId, elderId }) => ({ byElder: { pk: `ELDER#${elderId}`, sk: `GROUP#${groupId}` } }),
});

export const sessionKey = (groupId: string, groupSessionId: string) => ({
  pk: groupPk(groupId),
  sk: `SESSION#${groupSessionId}`,
});
export const sessionItem = itemKind<GroupSession>({
  name: 'GroupSession',
  schema: groupSession,
  key: ({ groupId, groupSessionId }) => sessionKey(groupId, groupSessionId),
  indexes: (s) => ({
    byRegion: { pk: sessionsPartition(s.villageCode), sk: `${s.startsAt}#${s.groupSessionId}` },
  }),
});

import type { ElderId, GroupId, GroupSessionId, PersonId } from '../kernel/ids';
import { addDays, type Instant } from '../kernel/instant';
import type { Minutes } from '../kernel/quantity';
import type { GroupIn } from './group';
import type { GroupSession } from './group-session';
import type { GroupMember, JoinedMember } from './member';
import type { SessionWorker } from './worker';

/** Groups named after their states, for tests and for the seed. */
const idOf = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(26, '0')}`;
export const memberIdOf = (n: number): ElderId => idOf('elder', n) as ElderId;
export const groupSessionIdOf = (n: number): GroupSessionId => idOf('groupsession', n) as GroupSessionId;
export const OPENED = '2026-03-01T02:00:00.000Z' as Instant;
export const leader = idOf('person', 41) as PersonId;
export const place = { name: '村文化室', position: { lat: 46.25, lng: 126.29 } };

export const forming = (over: Partial<GroupIn<'forming'>> = {}): GroupIn<'forming'> => ({
  status: 'forming',
  groupId: idOf('group', 1) as GroupId,
  villageCode: '231222107201',
  name: '剪纸小组',
  theme: 'papercut',
  purpose: '一起剪窗花，认识邻居，出屋走动',
  place,
  places: 12,
  responsible: leader,
  openedAt: OPENED,
  rounds: [],
  ...over,
});

export const running = (over: Partial<GroupIn<'running'>> = {}): GroupIn<'running'> => {
  const { status: _, ...base } = forming();
  return { ...base, status: 'running', begunAt: addDays(OPENED, 2), ...over };
};

export const invited = (n: number, over: Partial<GroupMember> = {}): GroupMember =>
  ({
    status: 'invited',
    groupId: forming().groupId,
    elderId: memberIdOf(n),
    name: `老人${n}`,
    callName: `${n}大娘`,
    reason: { zh: '一个人住', en: 'Lives alone' },
    invitedAt: OPENED,
    ...over,
  }) as GroupMember;

export const joined = (n: number, over: Partial<JoinedMember> = {}): JoinedMember =>
  ({
    ...invited(n),
    status: 'joined',
    consent: {
      witness: 'social_worker',
      witnessedBy: leader,
      how: '当面答应的',
      at: addDays(OPENED, 1),
      shareWithFamily: true,
    },
    ...over,
  }) as JoinedMember;

export const worker: SessionWorker = {
  personId: leader,
  name: '林晓',
  duties: ['planning', 'coordinating', 'enabling'],
};

export const planned = (n: number, over: Partial<GroupSession> = {}): GroupSession =>
  ({
    status: 'planned',
    groupSessionId: groupSessionIdOf(n),
    groupId: forming().groupId,
    villageCode: forming().villageCode,
    title: `第 ${n} 次`,
    plan: '剪窗花，说说过年',
    place,
    startsAt: addDays(OPENED, 2 + n * 7),
    minutes: 90 as Minutes,
    workers: [worker],
    ...over,
  }) as GroupSession;

import { goalIdOf } from '../cases/factories';
import { leader, OPENED, place, worker } from '../groups/factories';
import type { ActivityId, BriefId, ProgrammeId, ResourceId } from '../kernel/ids';
import { addDays, beijing } from '../kernel/instant';
import type { Minutes } from '../kernel/quantity';
import type { Activity } from './activity';
import type { Brief } from './brief';
import type { ProgrammeGoal, ProgrammeIn } from './programme';

/** Programmes named after their states, for tests and for the seed. */
const idOf = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(26, '0')}`;
export const programmeIdOf = (n: number) => idOf('programme', n) as ProgrammeId;
export const activityIdOf = (n: number) => idOf('activity', n) as ActivityId;
export const resourceIdOf = (n: number) => idOf('resource', n) as ResourceId;

export const coalGoal: ProgrammeGoal = {
  goalId: goalIdOf(1),
  words: '独居老人入冬前家里有煤',
  unit: '户',
  baseline: 8,
  target: 20,
  measures: [],
};

export const planning = (over: Partial<ProgrammeIn<'planning'>> = {}): ProgrammeIn<'planning'> => ({
  status: 'planning',
  programmeId: programmeIdOf(1),
  regionCode: '231222107201',
  name: '暖冬行动',
  kind: 'support',
  why: '入冬以后独居老人没人送煤',
  responsible: leader,
  openedAt: OPENED,
  goals: [coalGoal],
  resourceIds: [],
  rounds: [],
  ...over,
});
export const underWay = (over: Partial<ProgrammeIn<'running'>> = {}): ProgrammeIn<'running'> => {
  const { status: _, ...base } = planning();
  return { ...base, status: 'running', ...over };
};

export const plannedActivity = (n: number, over: Partial<Activity> = {}): Activity =>
  ({
    status: 'planned',
    activityId: activityIdOf(n),
    programmeId: programmeIdOf(1),
    title: '送煤上门',
    plan: '三轮车从村委会出发',
    place,
    villageCode: '231222107201',
    startsAt: addDays(OPENED, 3 + n),
    minutes: 120 as Minutes,
    workers: [worker],
    ...over,
  }) as Activity;

export const sentBrief = (over: Partial<Brief> = {}): Brief => ({
  briefId: idOf('brief', 1) as BriefId,
  programmeId: programmeIdOf(1),
  regionCode: '231222107201',
  regionName: '红光村',
  title: '冬天送煤没人管',
  says: '独居老人多，煤场远，年轻人不在家。',
  asks: ['冬天给每村一辆送煤车'],
  evidence: {
    from: beijing(addDays(OPENED, -90)).day,
    to: beijing(OPENED).day,
    cells: [],
    sums: [],
  },
  sentBy: leader,
  sentAt: OPENED,
  answers: [],
  ...over,
});

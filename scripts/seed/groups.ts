import { assessmentItem } from '../../functions/src/assessments/items';
import { groupItem, memberItem, sessionItem } from '../../functions/src/groups/items';
import { activityItem, briefItem, programmeItem, resourceItem } from '../../functions/src/programmes/items';
import { create, type Write } from '../../functions/src/table/port';
import type { AssessmentIn } from '../../shared/src/assessments/assessment';
import { bestBut, opened } from '../../shared/src/assessments/factories';
import { loneliness } from '../../shared/src/assessments/instruments/short-scales';
import { resultOf } from '../../shared/src/assessments/result';
import { forming, invited, joined, planned } from '../../shared/src/groups/factories';
import type { Group, GroupIn } from '../../shared/src/groups/group';
import { type GroupSession, hold } from '../../shared/src/groups/group-session';
import { memberMeasures, reportOf } from '../../shared/src/groups/measures';
import type { GroupMember, JoinedMember } from '../../shared/src/groups/member';
import { type GroupTheme, themes } from '../../shared/src/groups/theme';
import type { SessionWorker } from '../../shared/src/groups/worker';
import type { Helper } from '../../shared/src/helpers/helper';
import type { Person } from '../../shared/src/identity/person';
import { addDays, beijing, beijingInstant, type Instant } from '../../shared/src/kernel/instant';
import type { Elder } from '../../shared/src/people/elder';
import { holdActivity } from '../../shared/src/programmes/activity';
import { evidenceOf, type Need } from '../../shared/src/programmes/evidence';
import {
  coalGoal,
  plannedActivity,
  planning,
  sentBrief,
  underWay,
} from '../../shared/src/programmes/factories';
import type { Resource } from '../../shared/src/programmes/resource';
import type { Region } from '../../shared/src/regions/region';
import { offset } from './chance';
import { anElder, type Maker } from './people';
import { elderWrites } from './stored';

interface Given {
  readonly maker: Maker;
  readonly village: Region;
  readonly worker: Person;
  readonly volunteer: Helper;
}

/** Two groups under way and one that is over, two programmes, and what a village has to build on. */
export function groupsAndProgrammes(given: Given): Write[] {
  const { maker, village } = given;
  const elders = Array.from({ length: 9 }, () =>
    anElder(maker, village, { livesAlone: true, ability: 'intact', doorNotes: '' }),
  );
  return [
    ...elders.flatMap(elderWrites),
    ...elders.slice(0, 6).map((elder) => create(assessmentItem, asked(given, elder, 'always', -12))),
    ...chess(given, elders),
    ...talking(given, elders),
    ...yangge(given, elders),
    ...programmes(given),
  ];
}

const at = ({ maker }: Given, days: number, hour: number): Instant =>
  beijingInstant(beijing(addDays(maker.now, days)).day, hour * 60);

function asked(given: Given, elder: Elder, choice: string, days: number): AssessmentIn<'completed'> {
  const { maker, worker } = given;
  const when = at(given, days, 10);
  const answers = bestBut(loneliness, { lonely: choice });
  const { status: _, ...base } = opened(loneliness, answers, {
    assessmentId: maker.newId('assessment'),
    elderId: elder.elderId,
    villageCode: elder.villageCode,
    assessor: worker.personId,
    startedAt: when,
    consent: { givenBy: 'elder', name: elder.name, how: '上门时当面同意', shareWithFamily: true },
  });
  return {
    ...base,
    status: 'completed',
    completedAt: when,
    result: resultOf(loneliness, answers, undefined, beijing(when).day),
  };
}

const leads = ({ worker }: Given): SessionWorker => ({
  personId: worker.personId,
  name: worker.name,
  duties: ['planning', 'coordinating'],
});
const helps = ({ volunteer: { personId, helperId, name } }: Given): SessionWorker => ({
  personId,
  name,
  helperId,
  duties: ['enabling'],
});

const formed = (given: Given, theme: GroupTheme, name: string, days: number): GroupIn<'forming'> =>
  forming({
    groupId: given.maker.newId('group'),
    villageCode: given.village.code,
    name,
    theme,
    purpose: themes[theme].purpose.zh,
    place: { name: '村文化室', position: given.village.centre },
    responsible: given.worker.personId,
    openedAt: at(given, days, 9),
  });

const memberOf = ({ worker }: Given, g: Group, { elderId, name, callName }: Elder): JoinedMember => {
  const member = joined(1, { groupId: g.groupId, elderId, name, callName, invitedAt: g.openedAt });
  return {
    ...member,
    consent: { ...member.consent, witnessedBy: worker.personId, at: g.openedAt, how: '上门问的，当面说愿意' },
  };
};

interface Said {
  readonly title: string;
  readonly days: number;
  readonly hour: number;
  readonly workers: readonly SessionWorker[];
}
const sessionOf = (given: Given, g: Group, { title, days, hour, workers }: Said): GroupSession =>
  planned(1, {
    groupSessionId: given.maker.newId('groupsession'),
    groupId: g.groupId,
    villageCode: g.villageCode,
    title,
    plan: '先喝口热水，说说这周的事，再一起动手。',
    place: g.place,
    startsAt: at(given, days, hour),
    workers: [...workers],
  });

/** Kept by the worker, who is paid; in the story no volunteer has been there yet. */
function heldOf(
  given: Given,
  s: GroupSession,
  members: readonly JoinedMember[],
  absent: number,
): GroupSession {
  const { personId } = given.worker;
  const held = hold(
    s,
    members.map(({ elderId }, index) =>
      index === absent
        ? { elderId, came: false, why: 'ill' as const, note: '' }
        : { elderId, came: true, note: '' },
    ),
    [{ personId, came: true, credit: { kind: 'none', why: 'paid' } }],
    { personId, role: 'social_worker' },
    s.startsAt,
  );
  const process = { warmth: 4, text: '头一回见面有点生，说起从前的事就热闹了。', nextTime: '多叫叫名字' };
  return { ...held, process: { ...process, by: personId, at: s.startsAt } };
}

const everything = (
  g: Group,
  members: readonly GroupMember[],
  sessions: readonly GroupSession[],
): Write[] => [
  create(groupItem, g),
  ...members.map((each) => create(memberItem, each)),
  ...sessions.map((each) => create(sessionItem, each)),
];

function chess(given: Given, elders: readonly Elder[]): Write[] {
  const g: Group = {
    ...formed(given, 'chess', '冬日棋友会', -15),
    status: 'running',
    begunAt: at(given, -10, 9),
  };
  const members = elders.slice(0, 5).map((each) => memberOf(given, g, each));
  const both = [leads(given), helps(given)];
  const first = sessionOf(given, g, { title: '认认棋友', days: -8, hour: 9, workers: [leads(given)] });
  const sessions = [
    heldOf(given, first, members, 2),
    sessionOf(given, g, { title: '擂台赛第一轮', days: 2, hour: 9, workers: both }),
    sessionOf(given, g, { title: '擂台赛第二轮', days: 9, hour: 9, workers: both }),
  ];
  return everything(g, members, sessions);
}

function talking(given: Given, elders: readonly Elder[]): Write[] {
  const g = formed(given, 'company', '炕头话匣子', -3);
  const members: GroupMember[] = elders.slice(5, 8).map((elder, index) => {
    const { elderId, name, callName } = elder;
    return index === 0
      ? memberOf(given, g, elder)
      : invited(1, { groupId: g.groupId, elderId, name, callName, invitedAt: g.openedAt });
  });
  return everything(g, members, []);
}

/** Over, with three members' loneliness before and after. */
function yangge(given: Given, elders: readonly Elder[]): Write[] {
  const { worker } = given;
  const g: Group = {
    ...formed(given, 'yangge', '秋天秧歌队', -70),
    status: 'running',
    begunAt: at(given, -66, 9),
  };
  const members = elders.slice(4, 9).map((each) => memberOf(given, g, each));
  const sessions = [-60, -53, -46].map((days, index) =>
    heldOf(
      given,
      sessionOf(given, g, { title: `第 ${index + 1} 次秧歌`, days, hour: 15, workers: [leads(given)] }),
      members,
      index === 1 ? 3 : -1,
    ),
  );
  const scales = elders
    .slice(6, 9)
    .flatMap((each, index) => [
      asked(given, each, 'always', -64),
      asked(given, each, index === 2 ? 'always' : 'hardly', -40),
    ]);
  const measures = memberMeasures(g, members, sessions, scales);
  const report = reportOf(g, members, sessions, measures, loneliness.version);
  const when = at(given, -38, 10);
  const evaluation = {
    summary: '五位老人从不出屋到每周盼着来，散了还约着去赶集。',
    memberWords: '一扭起来什么都忘了',
    noAfter: {},
    by: worker.personId,
    at: when,
  };
  const { status: _, begunAt, ...base } = g;
  const closed: Group = {
    ...base,
    status: 'closed',
    begunAt,
    rounds: [evaluation],
    closing: { by: worker.personId, at: addDays(when, 1), why: '', reason: 'goals_met', report },
  };
  return [...everything(closed, members, sessions), ...scales.map((each) => create(assessmentItem, each))];
}

const resourcesOf = ({ maker, village, worker }: Given): Resource[] =>
  (
    [
      ['places', '村文化室', '有暖气，能坐三十人', '找老李拿钥匙', 120, 40],
      ['people', '退休的孙老师', '会写字，能教用手机', '小学后院', 380, 130],
      ['skills', '木匠张师傅', '会修台阶、打扶手', '二组', 640, 210],
      ['money', '重阳节捐款', '还剩一千二，给老人买煤', '村会计', 90, 300],
    ] as const
  ).map(([kind, name, what, contact, metres, bearing]) => ({
    resourceId: maker.newId('resource'),
    kind,
    name,
    what,
    contact,
    villageCode: village.code,
    position: offset(village.centre, metres, bearing),
    gone: false,
    recordedBy: worker.personId,
    recordedAt: maker.now,
  }));

function programmes(given: Given): Write[] {
  const { maker, village, worker } = given;
  const { personId } = worker;
  const resources = resourcesOf(given);
  const coal = underWay({
    programmeId: maker.newId('programme'),
    regionCode: village.code,
    responsible: personId,
    openedAt: at(given, -30, 9),
    goals: [
      {
        ...coalGoal,
        goalId: maker.newId('goal'),
        measures: [
          { on: beijing(at(given, -20, 9)).day, value: 11, by: personId, note: '' },
          { on: beijing(at(given, -6, 9)).day, value: 14, by: personId, note: '' },
        ],
      },
    ],
    resourceIds: [resources[0], resources[3]].flatMap((each) => (each ? [each.resourceId] : [])),
  });
  const phones = planning({
    programmeId: maker.newId('programme'),
    regionCode: village.code,
    responsible: personId,
    openedAt: at(given, -4, 9),
    name: '教老人接视频',
    kind: 'education',
    why: '孩子在外头想看看爸妈，老人不会接视频',
    goals: [
      {
        goalId: maker.newId('goal'),
        words: '自己会接视频的老人',
        unit: '人',
        baseline: 3,
        target: 15,
        measures: [],
      },
    ],
  });
  const activity = plannedActivity(1, {
    activityId: maker.newId('activity'),
    programmeId: coal.programmeId,
    villageCode: village.code,
    place: { name: '村委会门口', position: village.centre },
    startsAt: at(given, -6, 9),
    workers: [leads(given)],
  });
  const held = holdActivity(activity, {
    participation: { elders: 14, families: 2, neighbours: 9, officials: 1 },
    outcome: '三轮车跑了六趟，十四户都有煤了',
    workersCame: [{ personId, came: true, credit: { kind: 'none', why: 'paid' } }],
    keptBy: { personId, role: 'social_worker' },
    keptAt: activity.startsAt,
  });
  return [
    ...resources.map((each) => create(resourceItem, each)),
    create(programmeItem, coal),
    create(programmeItem, phones),
    create(activityItem, held),
    create(
      briefItem,
      sentBrief({
        briefId: maker.newId('brief'),
        programmeId: coal.programmeId,
        regionCode: village.code,
        regionName: village.name,
        sentBy: personId,
        sentAt: at(given, -5, 16),
        evidence: {
          from: beijing(at(given, -95, 9)).day,
          to: beijing(at(given, -5, 9)).day,
          ...evidenceOf(withoutCoal(village)),
        },
      }),
    ),
  ];
}

/** Eight elders of whom nobody is named: what the brief counts. */
const withoutCoal = (village: Region): Need[] =>
  Array.from({ length: 8 }, (_, n) => ({
    kind: 'unmet' as const,
    elderId: `${n}`,
    villageCode: village.code,
    villageName: village.name,
    what: { zh: '劈柴生炉子', en: 'Firewood and stove' },
  }));

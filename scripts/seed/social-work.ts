import { caseItem, deskItem } from '../../functions/src/cases/items';
import { proposalItem } from '../../functions/src/cases/propose';
import { hashedId } from '../../functions/src/platform/hashed-id';
import type { NewId } from '../../functions/src/platform/ids';
import { create, type Write } from '../../functions/src/table/port';
import type { CaseIn } from '../../shared/src/cases/case-file';
import { proposed, takenUp, underWay } from '../../shared/src/cases/factories';
import { templateOf } from '../../shared/src/cases/kind';
import { emptyPlan } from '../../shared/src/cases/plan';
import type { Helper } from '../../shared/src/helpers/helper';
import type { Person } from '../../shared/src/identity/person';
import type { ProposalId } from '../../shared/src/kernel/ids';
import { addDays, beijing, beijingInstant, type Instant } from '../../shared/src/kernel/instant';
import { fen } from '../../shared/src/kernel/quantity';
import type { Elder } from '../../shared/src/people/elder';
import { catalogue } from './catalogue';
import type { Chance } from './chance';
import { servedWrites } from './past';

interface Given {
  readonly by: Chance;
  readonly newId: NewId;
  readonly now: Instant;
  readonly worker: Person;
  readonly supervisor: Person;
  /** 赵玉珍, who has lost her husband. */
  readonly widow: Elder;
  readonly lonely: Elder;
  readonly frail: Elder;
  readonly neighbour: Helper;
  readonly coordinator: Person;
}

/** The desk of the county, what a helper noticed at a widow's, and two cases that are due. */
export function socialWork(given: Given): Write[] {
  const { now, worker, supervisor } = given;
  return [
    create(deskItem, {
      regionCode: '231222',
      personId: worker.personId,
      setBy: supervisor.personId,
      at: now,
    }),
    ...noteOfTheNeighbour(given),
    create(proposalItem, whatTheNeighbourNoticed(given)),
    create(caseItem, lonelyMan(given)),
    create(caseItem, newReferral(given)),
  ];
}

function noteOfTheNeighbour({ by, newId, now, widow, neighbour, coordinator }: Given): Write[] {
  const company = catalogue.find((each) => each.code === 'company');
  if (!company) throw new Error('no service company');
  return servedWrites({
    by,
    newId,
    elder: widow,
    helper: neighbour,
    service: company,
    startsAt: beijingInstant(beijing(addDays(now, -4)).day, 15 * 60),
    asker: { personId: coordinator.personId, role: 'coordinator' },
    summary: '坐了一个钟头，说着说着哭了。',
    log: [
      { kind: 'mood', after: 10, mood: 'low' },
      { kind: 'need', after: 40, text: '老伴走了两个月，不愿出门，夜里睡不着' },
    ],
    answer: { rating: 5, comment: '' },
  });
}

/** As the log of that visit would have proposed it. */
const whatTheNeighbourNoticed = ({ now, widow, neighbour }: Given) =>
  proposed({
    proposalId: hashedId('proposal', `need noticed at ${widow.elderId}`) as ProposalId,
    elderId: widow.elderId,
    villageCode: widow.villageCode,
    source: 'visit',
    kind: 'companionship',
    why: {
      zh: `${neighbour.name}到访时记下：老伴走了两个月，不愿出门，夜里睡不着`,
      en: `${neighbour.name} wrote at a visit: her husband died two months ago, she stays in and does not sleep`,
    },
    at: beijingInstant(beijing(addDays(now, -4)).day, 15 * 60 + 40),
  });

const lonelyMan = ({ newId, now, worker, lonely }: Given): CaseIn<'intervention'> => {
  const goal = templateOf('companionship').goals[0];
  if (!goal) throw new Error('no goal for companionship');
  const goalId = newId('goal');
  const [a, b, c, d, e] = goal.levels;
  const consent = { by: 'elder' as const, name: lonely.name, how: '上门念给老人听，当面说愿意' };
  return underWay({
    caseId: newId('case'),
    elderId: lonely.elderId,
    villageCode: lonely.villageCode,
    kind: 'companionship',
    responsible: worker.personId,
    done: {},
    referral: {
      source: 'coordinator',
      by: { personId: worker.personId, role: 'coordinator' },
      at: addDays(now, -30),
      text: '一个人住，整天不出屋',
    },
    openedAt: addDays(now, -30),
    helpSince: addDays(now, -20),
    next: { on: beijing(now).day, what: '上门看看，棋友来得怎么样' },
    intake: {
      presenting: '一个人住，整天不出屋，没人说话',
      household: '女儿在外地，一年回来一次',
      urgency: 'soon',
      consent: { consent, recordedBy: worker.personId, at: addDays(now, -28) },
    },
    estimate: { needs: '想有人下棋、说话', strengths: '棋下得好，身子硬朗', risks: '' },
    plan: {
      ...emptyPlan,
      revision: 3,
      goals: [
        {
          goalId,
          words: goal.words.zh,
          levels: [a.zh, b.zh, c.zh, d.zh, e.zh],
          weight: 3,
          baseline: -2,
          marks: [
            {
              on: beijing(addDays(now, -6)).day,
              level: -1,
              by: worker.personId,
              note: '张国强来下过一回棋',
            },
          ],
        },
      ],
      interventions: [
        {
          interventionId: newId('intervention'),
          words: {
            kind: 'service',
            what: '邻居每周来下两回棋',
            goalIds: [goalId],
            payer: 'neighbours',
            costFen: fen.parse(0),
            serviceCode: 'chess',
          },
          requestIds: [],
        },
      ],
      agreed: { revision: 3, consent, recordedBy: worker.personId, at: addDays(now, -21) },
    },
  });
};

const newReferral = ({ newId, now, worker, frail, coordinator }: Given): CaseIn<'referral'> => {
  const { intake: _, ...base } = takenUp();
  return {
    ...base,
    status: 'referral',
    caseId: newId('case'),
    elderId: frail.elderId,
    villageCode: frail.villageCode,
    kind: 'carer_strain',
    responsible: worker.personId,
    referral: {
      source: 'coordinator',
      by: { personId: coordinator.personId, role: 'coordinator' },
      at: addDays(now, -1),
      text: '老伴照顾了三年，说快撑不住了',
    },
    openedAt: addDays(now, -1),
    next: { on: beijing(addDays(now, 2)).day, what: '看转介，决定要不要接案' },
  };
};

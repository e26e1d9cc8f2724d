import type { AssessmentResult } from '../assessments/assessment';
import type { CaseId, ElderId, GoalId, InterventionId, PersonId, ProposalId } from '../kernel/ids';
import { addDays, beijing, type Day, type Instant } from '../kernel/instant';
import { fen } from '../kernel/quantity';
import type { CaseIn, Measure, Next } from './case-file';
import type { CareConsent } from './consent';
import type { GoalWords } from './goal';
import type { CaseKind } from './kind';
import { templateOf } from './kind';
import { emptyPlan, type InterventionWords } from './plan';
import type { Proposal } from './proposal';

/** Cases named after their states, for tests and for the seed. */
const idOf = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(26, '0')}`;
export const workerId = idOf('person', 41) as PersonId;
export const colleagueId = idOf('person', 42) as PersonId;
export const supervisorId = idOf('person', 43) as PersonId;
export const goalIdOf = (n: number) => idOf('goal', n) as GoalId;
export const interventionIdOf = (n: number) => idOf('intervention', n) as InterventionId;
export const OPENED = '2026-05-06T02:00:00.000Z' as Instant;
export const soon: Next = { on: beijing(addDays(OPENED, 3)).day, what: '上门看看' };

export const elderSaysYes: CareConsent = { by: 'elder', name: '赵玉珍', how: '上门时当面说愿意' };
export const aGoal: GoalWords = {
  words: '想有人说说话',
  levels: ['整天没人说话', '一星期一次', '一星期三次', '几乎每天', '每天还串门'],
  weight: 2,
  baseline: -1,
};
export const company: InterventionWords = {
  kind: 'service',
  what: '邻居每周来聊天三次',
  goalIds: [goalIdOf(1)],
  payer: 'neighbours',
  costFen: fen.parse(0),
  serviceCode: 'company',
};

export const referred = (
  kind: CaseKind = 'grief',
  over: Partial<CaseIn<'referral'>> = {},
): CaseIn<'referral'> => ({
  status: 'referral',
  caseId: idOf('case', 1) as CaseId,
  elderId: idOf('elder', 1) as ElderId,
  villageCode: '231222107201',
  kind,
  restricted: templateOf(kind).restricted,
  referral: {
    source: 'visit',
    by: { personId: idOf('person', 3) as PersonId, role: 'volunteer' },
    at: OPENED,
    text: '老伴走了两个月，不愿出门，夜里睡不着',
  },
  openedAt: OPENED,
  responsible: workerId,
  team: [],
  done: {},
  supportMap: [],
  next: soon,
  ...over,
});

const { status: _, ...base } = referred();

export const takenUp = (over: Partial<CaseIn<'intake'>> = {}): CaseIn<'intake'> => ({
  ...base,
  status: 'intake',
  intake: {
    presenting: base.referral.text,
    household: '一个人住，儿子在大庆',
    urgency: 'soon',
    consent: { consent: elderSaysYes, recordedBy: workerId, at: OPENED },
  },
  ...over,
});

const estimated = {
  ...takenUp(),
  estimate: { needs: '没人说话，睡不好', strengths: '会剪纸，和东院处得好', risks: '' },
};

export const planned = (over: Partial<CaseIn<'planning'>> = {}): CaseIn<'planning'> => ({
  ...estimated,
  done: { despair: { by: workerId, at: OPENED, note: '问过，没有' } },
  status: 'planning',
  rounds: [],
  plan: {
    ...emptyPlan,
    revision: 3,
    goals: [{ goalId: goalIdOf(1), ...aGoal, marks: [] }],
    interventions: [{ interventionId: interventionIdOf(1), words: company, requestIds: [] }],
    agreed: { revision: 3, consent: elderSaysYes, recordedBy: workerId, at: OPENED },
  },
  ...over,
});

export const underWay = (over: Partial<CaseIn<'intervention'>> = {}): CaseIn<'intervention'> => ({
  ...planned(),
  status: 'intervention',
  helpSince: OPENED,
  ...over,
});

const scored = (score: number, band: string, on: string): AssessmentResult => ({
  on: on as Day,
  score: { kind: 'whole', score, band, domains: [] },
  byScore: band,
  band,
  modifiers: [],
});
export const measured = (after: boolean): Measure[] => [
  {
    code: 'gds-15',
    version: '1986.1',
    before: scored(9, 'lower', '2026-05-07'),
    ...(after ? { after: scored(4, 'usual', '2026-08-07') } : {}),
  },
  {
    code: 'loneliness',
    version: '2018.1',
    before: scored(5, 'lonely', '2026-05-07'),
    ...(after ? { after: scored(2, 'company', '2026-08-07') } : {}),
  },
];

export const evaluated = (): CaseIn<'evaluation'> => {
  const c = underWay();
  const goals = c.plan.goals.map((goal) => ({
    ...goal,
    marks: [{ on: soon.on, level: 1 as const, by: workerId, note: '几乎每天有人来' }],
  }));
  return {
    ...c,
    status: 'evaluation',
    plan: { ...c.plan, goals },
    evaluation: {
      elderWords: '如今有人惦记我了',
      familyWords: '',
      satisfaction: 5,
      noAfter: {},
      summary: '心情平稳，常去东院串门。',
    },
  };
};

type Proposed = Extract<Proposal, { status: 'proposed' }>;
/** What the platform noticed and nobody has answered yet. */
export const proposed = (over: Partial<Proposed> = {}): Proposed => ({
  status: 'proposed',
  proposalId: idOf('proposal', 1) as ProposalId,
  elderId: idOf('elder', 1) as ElderId,
  villageCode: '231222107201',
  source: 'screening',
  kind: 'chronic',
  why: { zh: '身子骨问一问（衰弱筛查）：体弱，4 分（满分 5 分）。', en: 'FRAIL scale: frail, 4 of 5.' },
  at: OPENED,
  ...over,
});

export const nothingDelivered = { planned: 0, served: 0, minutes: 0 };

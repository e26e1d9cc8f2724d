import * as z from 'zod';
import { goalId, personId, programmeId, resourceId } from '../kernel/ids';
import { type Day, day, instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { line, paragraph } from '../kernel/text';
import { regionCode } from '../regions/region';

/** The seven kinds of community work with old people. */
export const programmeKind = z.enum([
  'advocacy', // 政策倡导
  'participation', // 社区参与
  'environment', // 环境改善
  'resources', // 资源挖掘
  'support', // 社会支持
  'facilities', // 设施建设
  'education', // 社区教育
]);
export type ProgrammeKind = z.infer<typeof programmeKind>;

/** What is to change, and the number that shows it: 冬天独居老人家里有煤的，从 8 户到 20 户. */
const goalWords = () => ({
  words: line(120),
  unit: line(10),
  baseline: z.number().min(0).max(1_000_000),
  target: z.number().min(0).max(1_000_000),
});
export const programmeGoalWords = z.lazy(() => z.strictObject(goalWords()));
const measured = z.lazy(() =>
  z.strictObject({
    on: day,
    value: z.number().min(0).max(1_000_000),
    by: personId,
    note: paragraph(200),
  }),
);
export const programmeGoal = z.lazy(() =>
  z.strictObject({
    ...goalWords(),
    goalId,
    measures: z.array(measured).max(60),
  }),
);
export type ProgrammeGoal = z.infer<typeof programmeGoal>;

const words = () => ({
  name: line(40),
  kind: programmeKind,
  why: line(500),
});
export const programmeWords = z.lazy(() => z.strictObject(words()));

const evaluation = z.lazy(() =>
  z.strictObject({
    summary: paragraph(2_000),
    learned: paragraph(1_000),
    by: personId,
    at: instant,
  }),
);
const base = () => ({
  ...words(),
  programmeId,
  regionCode,
  responsible: personId,
  openedAt: instant,
  goals: z.array(programmeGoal).max(8),
  resourceIds: z.array(resourceId).max(30),
  rounds: z.array(evaluation).max(10),
});

/** 社区工作: planning → running → evaluated → closed, and back to running. */
export const programme = z.lazy(() =>
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('planning'), ...base() }),
    z.strictObject({ status: z.literal('running'), ...base() }),
    z.strictObject({ status: z.literal('evaluated'), ...base(), evaluation }),
    z.strictObject({
      status: z.literal('closed'),
      ...base(),
      closing: z.strictObject({ by: personId, at: instant, why: paragraph(500) }),
    }),
  ]),
);
export type Programme = z.infer<typeof programme>;
export type ProgrammeStatus = Programme['status'];
export type ProgrammeIn<S extends ProgrammeStatus> = Extract<Programme, { status: S }>;
export type ProgrammeEvaluation = z.infer<typeof evaluation>;

export const isProgrammeOpen = (p: Programme): boolean => p.status !== 'closed';
const goes = (p: Programme): p is ProgrammeIn<'planning' | 'running'> =>
  p.status === 'planning' || p.status === 'running';

const baseOf = (p: Programme) => ({
  programmeId: p.programmeId,
  regionCode: p.regionCode,
  name: p.name,
  kind: p.kind,
  why: p.why,
  responsible: p.responsible,
  openedAt: p.openedAt,
  goals: p.goals,
  resourceIds: p.resourceIds,
  rounds: p.rounds,
});

const nowOf = (goal: ProgrammeGoal): number => goal.measures.at(-1)?.value ?? goal.baseline;
/** How far a goal has come from where it began to where it wants to be, 0 to 1; a goal may also be fewer of something. */
export function progressOf(goal: ProgrammeGoal): { readonly now: number; readonly share: number } {
  const now = nowOf(goal);
  const way = goal.target - goal.baseline;
  const share = way === 0 ? (now >= goal.target ? 1 : 0) : (now - goal.baseline) / way;
  return { now, share: Math.min(1, Math.max(0, share)) };
}

export function setProgrammeGoal(
  p: Programme,
  id: ProgrammeGoal['goalId'],
  words: z.infer<typeof programmeGoalWords>,
): Result<Programme> {
  if (!goes(p)) return refuse('programme_step_not_next');
  const old = p.goals.find((each) => each.goalId === id);
  if (!old && p.goals.length >= 8) return refuse('case_too_many', 'body.change.goalId');
  const goal = { ...words, goalId: id, measures: old?.measures ?? [] };
  return allow({
    ...p,
    goals: old ? p.goals.map((each) => (each.goalId === id ? goal : each)) : [...p.goals, goal],
  });
}

/** One number on one day; a later word about the same day takes its place. */
export function measureGoal(
  p: Programme,
  id: ProgrammeGoal['goalId'],
  measure: z.infer<typeof measured>,
  today: Day,
): Result<Programme> {
  if (!goes(p)) return refuse('programme_step_not_next');
  if (measure.on > today) return refuse('programme_measure_early', 'body.change.on');
  const goal = p.goals.find((each) => each.goalId === id);
  if (!goal) return refuse('not_found', 'body.change.goalId');
  const measures = [...goal.measures.filter((each) => each.on !== measure.on), measure]
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .slice(-60);
  return allow({
    ...p,
    goals: p.goals.map((each) => (each.goalId === id ? { ...each, measures } : each)),
  });
}

export function relyOn(p: Programme, resourceIds: Programme['resourceIds']): Result<Programme> {
  return goes(p)
    ? allow({ ...p, resourceIds: [...new Set(resourceIds)] })
    : refuse('programme_step_not_next');
}

export function beginProgramme(p: Programme): Result<ProgrammeIn<'running'>> {
  if (p.status !== 'planning') return refuse('programme_step_not_next');
  if (p.goals.length === 0) return refuse('programme_goal_missing', 'goals');
  return allow({ ...baseOf(p), status: 'running' });
}

/** Every activity is kept or called off, and every goal has been measured since the beginning. */
export function evaluateProgramme(
  p: Programme,
  activities: readonly { readonly status: string }[],
  words: ProgrammeEvaluation,
): Result<ProgrammeIn<'evaluated'>> {
  if (p.status !== 'running') return refuse('programme_step_not_next');
  if (activities.some((each) => each.status === 'planned')) return refuse('group_session_open', 'activities');
  const silent = p.goals.find((each) => each.measures.length === 0);
  if (silent) return refuse('programme_goal_unmeasured', `goals.${silent.goalId}`);
  if (words.summary === '') return refuse('group_words_missing', 'body.summary');
  return allow({ ...baseOf(p), status: 'evaluated', evaluation: words });
}

/** An evaluated programme closes; one that never began says why. */
export function closeProgramme(
  p: Programme,
  closing: ProgrammeIn<'closed'>['closing'],
): Result<ProgrammeIn<'closed'>> {
  if (p.status !== 'evaluated' && p.status !== 'planning') return refuse('programme_step_not_next');
  if (p.status === 'planning' && closing.why === '') return refuse('group_words_missing', 'body.why');
  const rounds = p.status === 'evaluated' ? [...p.rounds, p.evaluation].slice(-10) : p.rounds;
  return allow({ ...baseOf(p), rounds, status: 'closed', closing });
}

export function reopenProgramme(p: Programme): Result<Programme> {
  if (p.status === 'evaluated')
    return allow({ ...baseOf(p), status: 'running', rounds: [...p.rounds, p.evaluation].slice(-10) });
  if (p.status !== 'closed') return refuse('programme_step_not_next');
  return allow({ ...baseOf(p), status: p.rounds.length === 0 ? 'planning' : 'running' });
}

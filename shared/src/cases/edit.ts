import * as z from 'zod';
import type { GoalId, InterventionId, PersonId } from '../kernel/ids';
import { beijing, type Instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { type CaseFile, type CaseIn, isOpen, isPlanned, type OpenCase, type PlannedCase } from './case-file';
import { type CareConsent, checkConsent } from './consent';
import type { Goal, GoalWords, Level } from './goal';
import { templateOf } from './kind';
import { changed, type Intervention, type InterventionWords } from './plan';
import type { MapPerson } from './support-map';

interface By {
  readonly by: PersonId;
  readonly at: Instant;
}

/** The texts of a case that two workers may have open at once. */
export const textField = z.enum([
  'intake.presenting',
  'intake.household',
  'estimate.needs',
  'estimate.strengths',
  'estimate.risks',
  'evaluation.elderWords',
  'evaluation.familyWords',
  'evaluation.summary',
]);
export type TextField = z.infer<typeof textField>;

const textOf = (c: OpenCase, field: TextField): string | undefined => {
  const [part, name] = field.split('.') as ['intake' | 'estimate' | 'evaluation', string];
  const holder = (c as unknown as Record<string, Record<string, unknown> | undefined>)[part];
  const text = holder?.[name];
  return typeof text === 'string' ? text : undefined;
};

/**
 * Writes one text. `was` is what the writer had before their eyes: where a colleague has written meanwhile, nothing is
 * overwritten and the refusal carries both texts.
 */
export function writeText(c: CaseFile, field: TextField, was: string, value: string): Result<OpenCase> {
  if (!isOpen(c)) return refuse('case_not_open');
  const there = textOf(c, field);
  if (there === undefined) return refuse('case_step_not_next', field);
  if (there !== was && there !== value)
    return {
      ok: false,
      refusal: { code: 'case_field_conflict', field, values: { yours: value, theirs: there } },
    };
  const [part, name] = field.split('.') as [keyof OpenCase, string];
  const written = { ...(c[part] as object), [name]: value };
  // A signature is for the words it was put under.
  const unsigned = part === ('evaluation' as string) ? without(written, 'signed') : written;
  return allow({ ...c, [part]: unsigned } as OpenCase);
}

const without = <T extends object>(value: T, key: string): T =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) as T;

const planning = (c: CaseFile): Result<PlannedCase> =>
  isPlanned(c) && c.status !== 'evaluation'
    ? allow(c)
    : refuse(isOpen(c) ? 'case_step_not_next' : 'case_not_open');

/** Adds a goal or changes its words; the plan then has to be agreed to anew. */
export function setGoal(c: CaseFile, goalId: GoalId, words: GoalWords): Result<PlannedCase> {
  const here = planning(c);
  if (!here.ok) return here;
  const { plan } = here.value;
  const old = plan.goals.find((each) => each.goalId === goalId);
  const next: Goal = { goalId, ...words, marks: old?.marks ?? [] };
  const goals = old ? plan.goals.map((each) => (each === old ? next : each)) : [...plan.goals, next];
  if (goals.length > 12) return refuse('case_too_many', 'goals');
  return allow({ ...here.value, plan: changed(plan, { goals }) });
}

/** Says where a goal stands today; marks are only ever added. */
export function markGoal(
  c: CaseFile,
  goalId: GoalId,
  at: Level,
  note: string,
  { by, at: when }: By,
): Result<PlannedCase> {
  if (!isPlanned(c) || c.status === 'planning')
    return refuse(isOpen(c) ? 'case_step_not_next' : 'case_not_open');
  const goal = c.plan.goals.find((each) => each.goalId === goalId);
  if (!goal) return refuse('not_found', 'goalId');
  const mark = { on: beijing(when).day, level: at, by, note };
  if (goal.marks.length >= 60) return refuse('case_too_many', 'marks');
  const goals = c.plan.goals.map((each) =>
    each === goal ? { ...goal, marks: [...goal.marks, mark] } : each,
  );
  return allow({ ...c, plan: { ...c.plan, goals } });
}

export function setIntervention(
  c: CaseFile,
  interventionId: InterventionId,
  words: InterventionWords,
): Result<PlannedCase> {
  const here = planning(c);
  if (!here.ok) return here;
  const { plan } = here.value;
  const unknown = words.goalIds.find((goalId) => !plan.goals.some((each) => each.goalId === goalId));
  if (unknown) return refuse('case_goal_missing', 'intervention.goalIds');
  const old = plan.interventions.find((each) => each.interventionId === interventionId);
  const next: Intervention = { interventionId, words, requestIds: old?.requestIds ?? [] };
  const interventions = old
    ? plan.interventions.map((each) => (each === old ? next : each))
    : [...plan.interventions, next];
  if (interventions.length > 30) return refuse('case_too_many', 'interventions');
  return allow({ ...here.value, plan: changed(plan, { interventions }) });
}

/** Takes a goal with what serves it alone, or one intervention, out of a plan that nobody has begun to carry out. */
export function takeOut(c: CaseFile, id: GoalId | InterventionId): Result<PlannedCase> {
  const here = planning(c);
  if (!here.ok) return here;
  const { plan } = here.value;
  const target = plan.interventions.find((each) => each.interventionId === id);
  if (target && target.requestIds.length > 0) return refuse('case_already_arranged');
  const goals = plan.goals.filter((each) => each.goalId !== id);
  const interventions = plan.interventions.filter(
    (each) =>
      each.interventionId !== id &&
      (each.requestIds.length > 0 || each.words.goalIds.some((goalId) => goalId !== id)),
  );
  if (goals.length === plan.goals.length && interventions.length === plan.interventions.length)
    return refuse('not_found', 'id');
  if (
    goals.length === plan.goals.length - 1 &&
    plan.interventions.some(
      (each) => each.requestIds.length > 0 && each.words.goalIds.every((goalId) => goalId === id),
    )
  )
    return refuse('case_already_arranged');
  return allow({ ...here.value, plan: changed(plan, { goals, interventions }) });
}

/** The yes to being helped (intake), or to the plan as it stands now. */
export function giveConsent(
  c: CaseFile,
  to: 'service' | 'plan',
  consent: CareConsent,
  { by, at }: By,
): Result<OpenCase> {
  const valid = checkConsent(consent, beijing(at).day);
  if (!valid.ok) return valid;
  if (to === 'service') {
    if (c.status !== 'intake') return refuse('case_step_not_next');
    return allow({ ...c, intake: { ...c.intake, consent: { consent, recordedBy: by, at } } });
  }
  const here = planning(c);
  if (!here.ok) return here;
  const { plan } = here.value;
  if (plan.goals.length === 0) return refuse('case_goal_missing', 'plan.goals');
  return allow({
    ...here.value,
    plan: { ...plan, agreed: { revision: plan.revision, consent, recordedBy: by, at } },
  });
}

/** A supervisor's signature under the plan or the evaluation: never under one's own work. */
export function sign(
  c: CaseFile,
  under: 'plan' | 'evaluation',
  note: string,
  { by, at }: By,
): Result<PlannedCase> {
  if (c.responsible === by) return refuse('case_sign_off_own');
  if (under === 'plan') {
    const here = planning(c);
    if (!here.ok) return here;
    const { plan } = here.value;
    // The elder's yes comes first: nobody signs over their head.
    if (plan.agreed?.revision !== plan.revision) return refuse('case_consent_missing', 'plan.agreed');
    return allow({ ...here.value, plan: { ...plan, signed: { revision: plan.revision, by, at, note } } });
  }
  if (c.status !== 'evaluation') return refuse('case_step_not_next');
  return allow({
    ...c,
    evaluation: { ...c.evaluation, signed: { revision: c.plan.revision, by, at, note } },
  });
}

/** What an evaluation says beside its texts. */
export function evaluate(
  c: CaseFile,
  given: Pick<CaseIn<'evaluation'>['evaluation'], 'satisfaction' | 'noAfter'>,
): Result<CaseIn<'evaluation'>> {
  if (c.status !== 'evaluation') return refuse(isOpen(c) ? 'case_step_not_next' : 'case_not_open');
  const { satisfaction = c.evaluation.satisfaction, noAfter } = given;
  const said = { ...c.evaluation, noAfter, ...(satisfaction === undefined ? {} : { satisfaction }) };
  // A signature is for what it was put under.
  return allow({ ...c, evaluation: without(said, 'signed') });
}

/** A mandatory step has been taken; it says by whom and what came of it. */
export function doStep(c: CaseFile, code: string, note: string, { by, at }: By): Result<OpenCase> {
  if (!isOpen(c)) return refuse('case_not_open');
  if (!templateOf(c.kind).steps.some((step) => step.code === code)) return refuse('not_found', 'code');
  return allow({ ...c, done: { ...c.done, [code]: { by, at, note } } });
}

export const drawMap = (c: CaseFile, people: readonly MapPerson[]): Result<OpenCase> =>
  isOpen(c) ? allow({ ...c, supportMap: [...people] }) : refuse('case_not_open');

/** The elder says what the family may see; a restricted case is never shown to it. */
export function share(c: CaseFile, family: 'nothing' | 'plan', { by, at }: By): Result<OpenCase> {
  if (!isOpen(c)) return refuse('case_not_open');
  if (c.restricted && family !== 'nothing') return refuse('case_restricted');
  return allow({ ...c, sharing: { family, by, at } });
}

/** Requests that were made for an intervention: the chain from a goal to who came. */
export function arranged(
  c: CaseFile,
  interventionId: InterventionId,
  requestIds: Intervention['requestIds'],
): Result<PlannedCase> {
  if (c.status !== 'intervention') return refuse(isOpen(c) ? 'case_step_not_next' : 'case_not_open');
  const found = c.plan.interventions.find((each) => each.interventionId === interventionId);
  if (!found) return refuse('not_found');
  if (found.words.kind !== 'service') return refuse('case_not_a_service');
  if (found.requestIds.length + requestIds.length > 200) return refuse('case_too_many', 'requests');
  const next = { ...found, requestIds: [...found.requestIds, ...requestIds] };
  return allow({
    ...c,
    plan: { ...c.plan, interventions: c.plan.interventions.map((each) => (each === found ? next : each)) },
  });
}

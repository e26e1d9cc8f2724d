import type * as z from 'zod';
import type { PersonId } from '../kernel/ids';
import type { Day, Instant } from '../kernel/instant';
import { beijing } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import {
  type CaseFile,
  type CaseIn,
  type CaseStatus,
  type closing as closingShape,
  type Evaluation,
  isOpen,
  isPlanned,
  type Measure,
  type Next,
  type OpenCase,
  transitions,
} from './case-file';
import { holds } from './consent';
import { attainment } from './goal';
import { templateOf } from './kind';
import { checkPlan, emptyPlan } from './plan';

/** Who acts, when, and when the case is to be looked at again. */
export interface Step {
  readonly by: PersonId;
  readonly at: Instant;
  readonly next: Next;
}

const today = ({ at }: { readonly at: Instant }): Day => beijing(at).day;

/** A farther day than this and the case has gone quiet. */
export const daysOff = (on: Day, from: Day): number => (Date.parse(on) - Date.parse(from)) / 86_400_000;

/** The next day lies from today on, and not farther away than cases of this kind are looked at. */
export function checkNext(c: Pick<CaseFile, 'kind'>, next: Next, on: Day): Result<Next> {
  if (next.on < on) return refuse('case_next_past', 'next.on');
  if (daysOff(next.on, on) > templateOf(c.kind).reviewDays) return refuse('case_next_too_far', 'next.on');
  return allow(next);
}

/** The first mandatory step of this kind that is still undone before this stage. */
const undone = (c: CaseFile, before: CaseStatus): string | undefined =>
  templateOf(c.kind).steps.find((step) => step.before === before && !c.done[step.code])?.code;

function mayGo(c: CaseFile, to: CaseStatus, step: Step): Result<void> {
  if (!transitions[c.status].includes(to)) return refuse('case_step_not_next');
  const next = checkNext(c, step.next, today(step));
  if (!next.ok) return next;
  const missing = undone(c, to);
  return missing ? refuse('case_step_undone', `done.${missing}`) : allow(undefined);
}

const baseOf = (c: CaseFile) => ({
  caseId: c.caseId,
  elderId: c.elderId,
  villageCode: c.villageCode,
  kind: c.kind,
  restricted: c.restricted,
  referral: c.referral,
  openedAt: c.openedAt,
  responsible: c.responsible,
  team: c.team,
  done: c.done,
  supportMap: c.supportMap,
  ...(c.transfer === undefined ? {} : { transfer: c.transfer }),
  ...(c.sharing === undefined ? {} : { sharing: c.sharing }),
});

/** 接案: whoever takes the case up is responsible for it from now on. */
export function takeUp(
  c: CaseFile,
  urgency: CaseIn<'intake'>['intake']['urgency'],
  step: Step,
): Result<CaseIn<'intake'>> {
  const may = mayGo(c, 'intake', step);
  if (!may.ok) return may;
  return allow({
    ...baseOf(c),
    status: 'intake',
    responsible: step.by,
    next: step.next,
    intake: { presenting: c.referral.text, household: '', urgency },
  });
}

/** Not a case: with a reason that whoever referred can read. */
export function decline(c: CaseFile, by: PersonId, at: Instant, note: string): Result<CaseIn<'declined'>> {
  if (!transitions[c.status].includes('declined')) return refuse('case_step_not_next');
  return allow({ ...baseOf(c), status: 'declined', declined: { by, at, note } });
}

/** 预估 begins when it is known why, and the elder (or who may speak for them) wants it. */
export function beginAssessment(c: CaseFile, step: Step): Result<CaseIn<'assessment'>> {
  const may = mayGo(c, 'assessment', step);
  if (!may.ok) return may;
  if (isPlanned(c))
    return allow({
      ...baseOf(c),
      status: 'assessment',
      next: step.next,
      intake: c.intake,
      estimate: c.estimate,
    });
  if (c.status !== 'intake') return refuse('case_step_not_next');
  if (c.intake.presenting === '') return refuse('case_words_missing', 'intake.presenting');
  const given = c.intake.consent?.consent;
  if (!given) return refuse('case_consent_missing', 'intake.consent');
  if (!holds(given, today(step))) return refuse('consent_ended', 'intake.consent');
  const estimate = { needs: '', strengths: '', risks: '' };
  return allow({ ...baseOf(c), status: 'assessment', next: step.next, intake: c.intake, estimate });
}

/** 计划 begins when the scales of this kind have been asked, and needs and strengths are in words. */
export function beginPlanning(
  c: CaseFile,
  measures: readonly Measure[],
  step: Step,
): Result<CaseIn<'planning'>> {
  const may = mayGo(c, 'planning', step);
  if (!may.ok) return may;
  if (c.status === 'intervention' || c.status === 'evaluation') {
    const rounds = c.status === 'evaluation' ? [...c.rounds, c.evaluation] : c.rounds;
    const { intake, estimate, plan, helpSince } = c;
    const kept = { intake, estimate, plan, rounds, ...(helpSince ? { helpSince } : {}) };
    return allow({ ...baseOf(c), status: 'planning', next: step.next, ...kept });
  }
  if (c.status !== 'assessment') return refuse('case_step_not_next');
  const unasked = templateOf(c.kind).instruments.find(
    (code) => !measures.some((each) => each.code === code && each.before),
  );
  if (unasked) return refuse('case_assessment_missing', `assessments.${unasked}`);
  if (c.estimate.needs === '') return refuse('case_words_missing', 'estimate.needs');
  if (c.estimate.strengths === '') return refuse('case_words_missing', 'estimate.strengths');
  const { intake, estimate } = c;
  return allow({
    ...baseOf(c),
    status: 'planning',
    next: step.next,
    intake,
    estimate,
    plan: emptyPlan,
    rounds: [],
  });
}

/** 介入 begins when the plan is whole, agreed to as it stands, and signed where that is asked. */
export function beginIntervention(c: CaseFile, step: Step): Result<CaseIn<'intervention'>> {
  const may = mayGo(c, 'intervention', step);
  if (!may.ok) return may;
  if (c.status !== 'planning') return refuse('case_step_not_next');
  const ready = checkPlan(c.plan, templateOf(c.kind).signOff, today(step));
  if (!ready.ok) return ready;
  return allow({ ...c, status: 'intervention', next: step.next, helpSince: c.helpSince ?? step.at });
}

const unevaluated: Evaluation = { elderWords: '', familyWords: '', noAfter: {}, summary: '' };

export function beginEvaluation(c: CaseFile, step: Step): Result<CaseIn<'evaluation'>> {
  const may = mayGo(c, 'evaluation', step);
  if (!may.ok) return may;
  if (c.status !== 'intervention') return refuse('case_step_not_next');
  return allow({ ...c, status: 'evaluation', next: step.next, evaluation: unevaluated });
}

/** Whether an evaluation says all that a closing rests on. */
function checkEvaluation(c: CaseIn<'evaluation'>, measures: readonly Measure[]): Result<void> {
  const { evaluation, plan } = c;
  const unasked = measures.find((each) => each.before && !each.after && !evaluation.noAfter[each.code]);
  if (unasked) return refuse('case_assessment_missing', `assessments.${unasked.code}`);
  const unmarked = plan.goals.find((goal) => goal.marks.length === 0);
  if (unmarked) return refuse('case_goal_unmarked', `plan.goals.${unmarked.goalId}`);
  if (evaluation.elderWords === '') return refuse('case_words_missing', 'evaluation.elderWords');
  if (evaluation.satisfaction === undefined) return refuse('case_words_missing', 'evaluation.satisfaction');
  if (evaluation.summary === '') return refuse('case_words_missing', 'evaluation.summary');
  if (templateOf(c.kind).signOff && !evaluation.signed)
    return refuse('case_sign_off_needed', 'evaluation.signed');
  return allow(undefined);
}

type Closing = z.infer<typeof closingShape>;

/** 结案 after an evaluation; before one only because life ended the case, and with a note that says how. */
export function close(
  c: CaseFile,
  given: Pick<Closing, 'reason' | 'note' | 'measures' | 'delivered' | 'followUps'>,
  { by, at }: Omit<Step, 'next'>,
): Result<CaseIn<'closed'>> {
  if (!transitions[c.status].includes('closed') || !isOpen(c) || c.status === 'referral')
    return refuse('case_step_not_next');
  const missing = undone(c, 'closed');
  if (missing) return refuse('case_step_undone', `done.${missing}`);
  if (c.status === 'evaluation') {
    const whole = checkEvaluation(c, given.measures);
    if (!whole.ok) return whole;
  } else {
    if (given.reason === 'goals_met') return refuse('case_not_evaluated');
    if (given.note === '') return refuse('case_words_missing', 'note');
  }
  const past = given.followUps.findIndex((on) => on < today({ at }));
  if (past >= 0) return refuse('case_next_past', `followUps.${past}`);
  const { transfer: _, ...kept } = baseOf(c);
  return allow({
    ...kept,
    status: 'closed',
    intake: c.intake,
    ...('estimate' in c ? { estimate: c.estimate } : {}),
    ...(isPlanned(c) ? { plan: c.plan } : {}),
    rounds: [...(isPlanned(c) ? c.rounds : []), ...(c.status === 'evaluation' ? [c.evaluation] : [])],
    closing: { ...given, by, at, attainment: attainmentOf(c) },
  });
}

const attainmentOf = (c: OpenCase): Closing['attainment'] => {
  const { before, now } = attainment(isPlanned(c) ? c.plan.goals : []);
  return { ...(before === undefined ? {} : { before }), ...(now === undefined ? {} : { now }) };
};

/** Takes a closed case up again at the assessment; the old plan is history, not a promise. */
export function reopen(c: CaseFile, step: Step): Result<CaseIn<'assessment'>> {
  if (c.status !== 'closed') return refuse('case_step_not_next');
  const next = checkNext(c, step.next, today(step));
  if (!next.ok) return next;
  return allow({
    ...baseOf(c),
    status: 'assessment',
    responsible: step.by,
    next: step.next,
    intake: c.intake,
    estimate: c.estimate ?? { needs: '', strengths: '', risks: '' },
  });
}

import * as z from 'zod';
import { assessmentId, elderId, personId } from '../kernel/ids';
import { beijing, day, type Instant, instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { line, paragraph } from '../kernel/text';
import { villageCode } from '../regions/region';
import { type Circumstances, checkCircumstances, circumstances, modifier } from './ability-level';
import { type Item, itemNamed, optionOf } from './instrument';
import { instrumentOf } from './instruments';
import { resultOf } from './result';
import { type Answer, answer, score, type skipReason } from './score';

/** An answer as it is kept: who gave it last and when. */
const keptAnswer = z.strictObject({ answer, by: personId, at: instant });

/** 评估同意: asked before the first question; sharing with the family is a consent of its own. */
export const assessmentConsent = z.lazy(() =>
  z.strictObject({
    givenBy: z.enum(['elder', 'representative', 'caregiver']),
    name: line(20),
    how: line(200),
    shareWithFamily: z.boolean(),
  }),
);

/** What an assessment came to, with the day it speaks of. */
export const assessmentResult = z.lazy(() =>
  z.strictObject({
    on: day,
    score,
    /** By the score alone. */
    byScore: z.string().optional(),
    /** After the modifiers; absent while unanswered questions leave it open. */
    band: z.string().optional(),
    modifiers: z.array(modifier),
  }),
);
export type AssessmentResult = z.infer<typeof assessmentResult>;

const common = {
  assessmentId,
  elderId,
  villageCode,
  instrument: z.strictObject({ code: z.string(), version: z.string() }),
  consent: assessmentConsent,
  assessor: personId,
  startedAt: instant,
  answers: z.record(z.string(), keptAnswer),
  circumstances: circumstances.optional(),
};
const second = z.strictObject({ personId, at: instant, note: paragraph(500) });

/** 评估: open → (second) → completed; sent back to open by the second assessor; abandoned with a reason. */
export const assessment = z.lazy(() =>
  z.discriminatedUnion('status', [
    z.strictObject({
      status: z.literal('open'),
      ...common,
      sentBack: z.strictObject({ by: personId, at: instant, why: line(500) }).optional(),
    }),
    z.strictObject({ status: z.literal('second'), ...common, submittedAt: instant }),
    z.strictObject({
      status: z.literal('completed'),
      ...common,
      completedAt: instant,
      second: second.optional(),
      result: assessmentResult,
    }),
    z.strictObject({ status: z.literal('abandoned'), ...common, abandonedAt: instant, why: line(200) }),
  ]),
);
export type Assessment = z.infer<typeof assessment>;
export type AssessmentIn<S extends Assessment['status']> = Extract<Assessment, { status: S }>;

/** One answer on its way: what the phone had seen there before, so that a colleague's answer is not overwritten. */
export const givenAnswer = z.lazy(() =>
  z.strictObject({
    item: line(40),
    was: answer.optional(),
    answer,
  }),
);
export type GivenAnswer = z.infer<typeof givenAnswer>;

interface By {
  readonly by: Assessment['assessor'];
  readonly at: Instant;
}

const commonOf = (a: Assessment) => ({
  assessmentId: a.assessmentId,
  elderId: a.elderId,
  villageCode: a.villageCode,
  instrument: a.instrument,
  consent: a.consent,
  assessor: a.assessor,
  startedAt: a.startedAt,
  answers: a.answers,
  ...(a.circumstances === undefined ? {} : { circumstances: a.circumstances }),
});

const same = (a: Answer | undefined, b: Answer | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));

const skipWords: Record<z.infer<typeof skipReason>, string> = {
  rather_not: '不想答',
  cannot_say: '说不清',
  cannot_be_seen: '看不出来',
};
const wordsOf = (item: Item, given: Answer): string =>
  'choice' in given ? (optionOf(item, given.choice)?.zh ?? given.choice) : skipWords[given.skipped];

/** Writes answers as they come, in any order and as often as wanted; what was there before is not silently lost. */
export function record(
  a: Assessment,
  given: { readonly answers: readonly GivenAnswer[]; readonly circumstances?: Circumstances | undefined },
  { by, at }: By,
): Result<AssessmentIn<'open'>> {
  if (a.status !== 'open') return refuse('assessment_not_open');
  const instrument = instrumentOf(a.instrument);
  const answers = { ...a.answers };
  for (const [index, one] of given.answers.entries()) {
    const field = `answers.${index}`;
    const item = itemNamed(instrument, one.item);
    if (!item) return refuse('answer_impossible', `${field}.item`);
    if ('choice' in one.answer && !optionOf(item, one.answer.choice))
      return refuse('answer_impossible', `${field}.answer.choice`);
    const there = answers[one.item]?.answer;
    if (there !== undefined && !same(there, one.was) && !same(there, one.answer))
      return {
        ok: false,
        refusal: {
          code: 'answer_conflict',
          field,
          values: { yours: wordsOf(item, one.answer), theirs: wordsOf(item, there) },
        },
      };
    if (!same(there, one.answer)) answers[one.item] = { answer: one.answer, by, at };
  }
  if (given.circumstances !== undefined && !instrument.circumstances)
    return refuse('circumstances_impossible', 'circumstances');
  return allow({ ...a, answers, ...(given.circumstances ? { circumstances: given.circumstances } : {}) });
}

const plain = (a: Assessment): Record<string, Answer> =>
  Object.fromEntries(Object.entries(a.answers).map(([code, kept]) => [code, kept.answer]));

const choiceOf = (a: Assessment, item: string): string | undefined => {
  const given = a.answers[item]?.answer;
  return given && 'choice' in given ? given.choice : undefined;
};

const finished = (
  a: Assessment,
  at: Instant,
  agreed?: z.infer<typeof second>,
): AssessmentIn<'completed'> => ({
  ...commonOf(a),
  status: 'completed',
  completedAt: at,
  ...(agreed ? { second: agreed } : {}),
  result: resultOf(instrumentOf(a.instrument), plain(a), a.circumstances, beijing(at).day),
});

/** Hands an assessment in. Every question needs an answer or a reason; in coma there is nobody to ask. */
export function submit(a: Assessment, { at }: By): Result<AssessmentIn<'second' | 'completed'>> {
  if (a.status !== 'open') return refuse('assessment_not_open');
  const instrument = instrumentOf(a.instrument);
  const missing = instrument.items.find((item) => a.answers[item.code] === undefined);
  if (missing && a.circumstances?.coma !== true)
    return refuse('assessment_incomplete', `answers.${missing.code}`);
  if (instrument.circumstances) {
    if (a.circumstances === undefined) return refuse('assessment_incomplete', 'circumstances');
    const possible = checkCircumstances(a.circumstances, choiceOf(a, 'consciousness'), beijing(at).day);
    if (!possible.ok) return possible;
  }
  return allow(
    instrument.assessors === 2 ? { ...commonOf(a), status: 'second', submittedAt: at } : finished(a, at),
  );
}

/** The second assessor agrees: only now there is a result. */
export function confirmAssessment(
  a: Assessment,
  { by, at }: By,
  note: string,
): Result<AssessmentIn<'completed'>> {
  if (a.status !== 'second') return refuse('assessment_not_submitted');
  if (a.assessor === by) return refuse('second_assessor_needed');
  return allow(finished(a, at, { personId: by, at, note }));
}

/** The second assessor does not agree: back to the first, with the reason; no answer is lost. */
export function sendBack(a: Assessment, { by, at }: By, why: string): Result<AssessmentIn<'open'>> {
  if (a.status !== 'second') return refuse('assessment_not_submitted');
  if (a.assessor === by) return refuse('second_assessor_needed');
  return allow({ ...commonOf(a), status: 'open', sentBack: { by, at, why } });
}

/** Stops an assessment that will not be finished; what was answered stays on record. */
export function abandon(a: Assessment, { at }: By, why: string): Result<AssessmentIn<'abandoned'>> {
  if (a.status !== 'open' && a.status !== 'second') return refuse('assessment_not_open');
  return allow({ ...commonOf(a), status: 'abandoned', abandonedAt: at, why });
}

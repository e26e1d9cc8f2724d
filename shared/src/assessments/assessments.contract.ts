import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { assessmentId, commandId, elderId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { route } from '../kernel/route';
import { line, paragraph } from '../kernel/text';
import { circumstances } from './ability-level';
import { assessment, assessmentConsent, givenAnswer } from './assessment';
import { instrumentCodes } from './instruments';

const one = z.strictObject({ assessmentId });
const workers = ['social_worker'] as const;
const unreadable = z.array(z.string());

/** A finished assessment, or one that waits, in words. */
export const assessmentCard = z.lazy(() =>
  z.strictObject({
    assessmentId,
    name: spokenText,
    code: z.string(),
    status: z.enum(['open', 'second', 'completed', 'abandoned']),
    at: instant,
    elderName: z.string(),
    answered: z.int(),
    of: z.int(),
    /** The result against the one before it. */
    sentence: spokenText.optional(),
  }),
);
export type AssessmentCard = z.infer<typeof assessmentCard>;

export const assessmentView = z.lazy(() =>
  z.strictObject({
    assessment,
    elderName: z.string(),
    assessorName: z.string(),
    sentence: spokenText.optional(),
    mine: z.boolean(),
  }),
);
export type AssessmentView = z.infer<typeof assessmentView>;

export const beginAssessment = route({
  name: 'beginAssessment',
  method: 'POST',
  path: '/api/elders/{elderId}/assessments',
  summary: 'Begins an assessment with the consent to it; one that is open already is gone on with.',
  access: workers,
  relation: 'region',
  audit: 'assessment.begun',
  params: z.strictObject({ elderId }),
  body: z.lazy(() =>
    z.strictObject({ commandId, code: z.enum(instrumentCodes), consent: assessmentConsent }),
  ),
  reply: z.lazy(() => z.strictObject({ assessmentId })),
  refusals: [],
});

export const readAssessment = route({
  name: 'readAssessment',
  method: 'GET',
  path: '/api/assessments/{assessmentId}',
  summary: 'One assessment with its answers.',
  access: workers,
  relation: 'region',
  audit: 'assessment.read',
  params: one,
  reply: assessmentView,
  refusals: [],
});

export const listElderAssessments = route({
  name: 'listElderAssessments',
  method: 'GET',
  path: '/api/elders/{elderId}/assessments',
  summary:
    'An elder’s assessments; to family and elder only finished ones whose consent covers it, in words.',
  access: ['social_worker', 'family', 'elder'],
  relation: 'kin-or-region',
  audit: 'assessments.list',
  params: z.strictObject({ elderId }),
  reply: z.lazy(() => z.strictObject({ assessments: z.array(assessmentCard), unreadable })),
  refusals: [],
});

export const listWaiting = route({
  name: 'listWaitingAssessments',
  method: 'GET',
  path: '/api/assessments',
  summary: 'Assessments of the region that wait for a second assessor.',
  access: workers,
  relation: 'self',
  audit: 'assessments.waiting',
  reply: z.lazy(() => z.strictObject({ assessments: z.array(assessmentCard), unreadable })),
  refusals: [],
});

export const saveAnswers = route({
  name: 'saveAnswers',
  method: 'POST',
  path: '/api/assessments/{assessmentId}/answers',
  summary:
    'Saves answers as they are given, in any order; a colleague’s other answer is shown, not overwritten.',
  access: workers,
  relation: 'region',
  audit: 'assessment.answers',
  params: one,
  body: z.lazy(() =>
    z.strictObject({
      commandId,
      answers: z.array(givenAnswer).max(40),
      circumstances: circumstances.optional(),
    }),
  ),
  reply: z.lazy(() => z.strictObject({ answered: z.int(), of: z.int() })),
  refusals: ['assessment_not_open', 'answer_impossible', 'answer_conflict', 'circumstances_impossible'],
});

export const submitAssessment = route({
  name: 'submitAssessment',
  method: 'POST',
  path: '/api/assessments/{assessmentId}/submit',
  summary: 'Hands an assessment in; with two assessors it then waits for the second.',
  access: workers,
  relation: 'region',
  audit: 'assessment.submitted',
  params: one,
  body: z.lazy(() => z.strictObject({ commandId })),
  reply: assessmentView,
  refusals: ['assessment_not_open', 'assessment_incomplete', 'circumstances_impossible'],
});

export const answerSecond = route({
  name: 'confirmAssessment',
  method: 'POST',
  path: '/api/assessments/{assessmentId}/second',
  summary: 'The second assessor agrees, or sends it back with a reason.',
  access: workers,
  relation: 'region',
  audit: 'assessment.second',
  params: one,
  body: z.lazy(() =>
    z.discriminatedUnion('agree', [
      z.strictObject({ agree: z.literal(true), commandId, note: paragraph(500) }),
      z.strictObject({ agree: z.literal(false), commandId, why: line(500) }),
    ]),
  ),
  reply: assessmentView,
  refusals: ['assessment_not_submitted', 'second_assessor_needed'],
});

export const abandonAssessment = route({
  name: 'abandonAssessment',
  method: 'POST',
  path: '/api/assessments/{assessmentId}/abandon',
  summary: 'Stops an assessment that will not be finished; what was answered stays on record.',
  access: workers,
  relation: 'region',
  audit: 'assessment.abandoned',
  params: one,
  body: z.lazy(() => z.strictObject({ commandId, why: line(200) })),
  reply: assessmentView,
  refusals: ['assessment_not_open'],
});

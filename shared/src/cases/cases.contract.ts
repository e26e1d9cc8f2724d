import * as z from 'zod';
import { caseId, commandId } from '../kernel/ids';
import { day } from '../kernel/instant';
import { route } from '../kernel/route';
import { line, paragraph } from '../kernel/text';
import { urgency } from '../service-requests/request';
import { caseFile, closingReason, nextLook } from './case-file';
import { caseCard, caseView } from './case-view';

const oneCase = z.strictObject({ caseId });

const unreadable = z.array(z.string());
const workers = ['social_worker'] as const;

const anyStep = [
  'case_step_not_next',
  'case_step_undone',
  'case_next_past',
  'case_next_too_far',
  'case_words_missing',
  'case_consent_missing',
  'consent_ended',
  'case_assessment_missing',
  'case_not_yours',
] as const;

export const listCases = route({
  name: 'listCases',
  method: 'GET',
  path: '/api/cases',
  summary: "A worker's own caseload by the day it is due, or the open cases of the region.",
  access: workers,
  relation: 'self',
  audit: 'cases.list',
  query: z.strictObject({ scope: z.enum(['mine', 'region', 'closed']).optional() }),
  reply: z.lazy(() => z.strictObject({ cases: z.array(caseCard), today: day, unreadable })),
  refusals: [],
});

export const readCase = route({
  name: 'readCase',
  method: 'GET',
  path: '/api/cases/{caseId}',
  summary: 'A whole case; that it was read is recorded and shown to the supervisor.',
  access: workers,
  relation: 'case',
  audit: 'case.read',
  params: oneCase,
  reply: caseView,
  refusals: [],
});

export const stepCase = route({
  name: 'stepCase',
  method: 'POST',
  path: '/api/cases/{caseId}/step',
  summary:
    'Takes a case to its next stage, or back where practice goes back; says when it is looked at again.',
  access: workers,
  relation: 'case',
  audit: 'case.step',
  params: oneCase,
  body: z.lazy(() =>
    z.discriminatedUnion('to', [
      z.strictObject({ to: z.literal('intake'), commandId, next: nextLook, urgency }),
      z.strictObject({ to: z.literal('declined'), commandId, note: line(500) }),
      z.strictObject({ to: z.literal('assessment'), commandId, next: nextLook, why: paragraph(300) }),
      z.strictObject({ to: z.literal('planning'), commandId, next: nextLook, why: paragraph(300) }),
      z.strictObject({ to: z.literal('intervention'), commandId, next: nextLook }),
      z.strictObject({ to: z.literal('evaluation'), commandId, next: nextLook }),
      z.strictObject({
        to: z.literal('closed'),
        commandId,
        reason: closingReason,
        note: paragraph(500),
        followUps: z.array(day).max(6),
      }),
    ]),
  ),
  reply: caseFile,
  refusals: [
    ...anyStep,
    'case_goal_missing',
    'case_intervention_missing',
    'case_goal_unmarked',
    'case_plan_changed',
    'case_sign_off_needed',
    'case_not_evaluated',
  ],
});

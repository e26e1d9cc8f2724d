import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import {
  alertId,
  assessmentId,
  caseId,
  commandId,
  elderId,
  entryId,
  goalId,
  groupId,
  interventionId,
  personId,
  requestId,
  visitId,
} from '../kernel/ids';
import { day, instant } from '../kernel/instant';
import { minutes } from '../kernel/quantity';
import { helperRoles } from '../kernel/role';
import { route } from '../kernel/route';
import { line, paragraph } from '../kernel/text';
import { elder } from '../people/elder';
import { recurrence } from '../service-requests/recurrence';
import { payBy, urgency } from '../service-requests/request';
import { caseFile, closingReason, measure, referral } from './case-file';
import { careConsent } from './consent';
import { textField } from './edit';
import { goalWords, level } from './goal';
import { caseKind } from './kind';
import { noteWords } from './note';
import { interventionWords, payer } from './plan';
import { mapPerson } from './support-map';

const oneCase = z.strictObject({ caseId });
const oneElder = z.strictObject({ elderId });
const next = z.strictObject({ on: day, what: line(100) });
const unreadable = z.array(z.string());
const workers = ['social_worker'] as const;

export const caseElder = z.strictObject({
  elderId,
  name: z.string(),
  callName: z.string(),
  age: z.int(),
  gender: elder.shape.gender,
  villageName: z.string(),
  livesAlone: z.boolean(),
  ability: elder.shape.ability,
});

/** A case in a list: where it stands, and what is due. */
export const caseCard = z.strictObject({
  caseId,
  elder: caseElder,
  kind: caseKind,
  kindName: spokenText,
  status: z.enum([
    'referral',
    'declined',
    'intake',
    'assessment',
    'planning',
    'intervention',
    'evaluation',
    'closed',
  ]),
  stage: spokenText,
  responsible: personId,
  responsibleName: z.string(),
  restricted: z.boolean(),
  urgency: urgency.optional(),
  next: next.optional(),
  /** Offered to the one who asks, and waiting for their answer. */
  offeredToMe: z.boolean(),
  goals: z.array(z.strictObject({ words: z.string(), level, text: z.string() })),
  attainment: z.strictObject({ before: z.number().optional(), now: z.number().optional() }),
});
export type CaseCard = z.infer<typeof caseCard>;

/** A scale of the case before and after, said in words. */
export const shownMeasure = z.strictObject({
  ...measure.shape,
  name: spokenText,
  full: z.int(),
  sentence: spokenText.optional(),
  /** Still being answered, to go on with. */
  open: assessmentId.optional(),
});
export type ShownMeasure = z.infer<typeof shownMeasure>;

/** From an intervention to who came and for how long. */
export const chainLink = z.strictObject({
  interventionId,
  planned: z.int(),
  served: z.int(),
  minutes: z.int(),
  /** Groups that the elder was asked to for this intervention: how often the elder went, and what the helpers there earned. */
  groups: z.array(
    z.strictObject({
      groupId,
      name: z.string(),
      state: spokenText,
      came: z.int(),
      of: z.int(),
      minutesCredited: z.int(),
    }),
  ),
  requests: z.array(
    z.strictObject({
      requestId,
      service: spokenText,
      startsAt: instant,
      state: spokenText,
      visits: z.array(
        z.strictObject({
          visitId,
          helperName: z.string(),
          startsAt: instant,
          state: spokenText,
          minutes: z.int(),
        }),
      ),
    }),
  ),
});
export type ChainLink = z.infer<typeof chainLink>;

export const timelineItem = z.strictObject({
  key: z.string(),
  at: instant,
  kind: z.enum(['history', 'contact', 'note', 'conference', 'document', 'comment', 'assessment', 'visit']),
  title: spokenText,
  text: z.string().optional(),
});
export type TimelineItem = z.infer<typeof timelineItem>;

export const caseView = z.strictObject({
  case: caseFile,
  elder: caseElder,
  names: z.record(z.string(), z.string()),
  mayWrite: z.boolean(),
  maySign: z.boolean(),
  measures: z.array(shownMeasure),
  attainment: z.strictObject({ before: z.number().optional(), now: z.number().optional() }),
  costs: z.array(z.strictObject({ payer, costFen: z.int() })),
  chain: z.array(chainLink),
  /** What the next stage still lacks, as a sentence; absent when nothing does. */
  missing: z.strictObject({ zh: z.string(), en: z.string(), field: z.string().optional() }).optional(),
  timeline: z.array(timelineItem),
  unreadable,
});
export type CaseView = z.infer<typeof caseView>;

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
  reply: z.strictObject({ cases: z.array(caseCard), today: day, unreadable }),
  refusals: [],
});

export const openCase = route({
  name: 'openCase',
  method: 'POST',
  path: '/api/cases',
  summary: 'A social worker opens a case and is responsible for it from now on.',
  access: workers,
  relation: 'region',
  audit: 'case.opened',
  body: z.strictObject({
    commandId,
    elderId,
    kind: caseKind,
    source: referral.shape.source,
    text: line(500),
    visitId: visitId.optional(),
    urgency,
    next,
  }),
  reply: z.strictObject({ caseId }),
  refusals: ['case_exists', 'case_next_past', 'case_next_too_far'],
});

export const referCase = route({
  name: 'referCase',
  method: 'POST',
  path: '/api/elders/{elderId}/referrals',
  summary:
    'Family, coordinator or the helper of a visit asks a social worker to look; the desk of the county has it in hand.',
  access: ['family', 'coordinator', ...helperRoles],
  relation: 'visit-or-kin-or-region',
  audit: 'case.referred',
  params: oneElder,
  /** An alert that is named says where it came from: an SOS, or readings far from usual. */
  body: z.strictObject({
    commandId,
    kind: caseKind,
    text: line(500),
    visitId: visitId.optional(),
    alertId: alertId.optional(),
  }),
  reply: z.strictObject({ sentence: spokenText }),
  refusals: ['case_desk_missing'],
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
  body: z.discriminatedUnion('to', [
    z.strictObject({ to: z.literal('intake'), commandId, next, urgency }),
    z.strictObject({ to: z.literal('declined'), commandId, note: line(500) }),
    z.strictObject({ to: z.literal('assessment'), commandId, next, why: paragraph(300) }),
    z.strictObject({ to: z.literal('planning'), commandId, next, why: paragraph(300) }),
    z.strictObject({ to: z.literal('intervention'), commandId, next }),
    z.strictObject({ to: z.literal('evaluation'), commandId, next }),
    z.strictObject({
      to: z.literal('closed'),
      commandId,
      reason: closingReason,
      note: paragraph(500),
      followUps: z.array(day).max(6),
    }),
  ]),
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

/** One change of a case file, each with a name of its own in the history. */
export const caseChange = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('write'),
    field: textField,
    was: paragraph(2_000),
    value: paragraph(2_000),
  }),
  z.strictObject({ act: z.literal('consent'), to: z.enum(['service', 'plan']), consent: careConsent }),
  z.strictObject({ act: z.literal('goal'), goalId, words: goalWords }),
  z.strictObject({ act: z.literal('mark'), goalId, level, note: paragraph(300) }),
  z.strictObject({ act: z.literal('intervention'), interventionId, words: interventionWords }),
  z.strictObject({ act: z.literal('take_out'), id: z.union([goalId, interventionId]) }),
  z.strictObject({ act: z.literal('do_step'), code: line(40), note: line(500) }),
  z.strictObject({ act: z.literal('map'), people: z.array(mapPerson).max(24) }),
  z.strictObject({ act: z.literal('share'), family: z.enum(['nothing', 'plan']) }),
  z.strictObject({
    act: z.literal('evaluate'),
    satisfaction: z.int().min(1).max(5).optional(),
    noAfter: z.record(z.string().max(40), line(200)),
  }),
  z.strictObject({ act: z.literal('next'), next }),
  z.strictObject({ act: z.literal('team'), team: z.array(personId).max(8) }),
  z.strictObject({ act: z.literal('transfer'), to: personId, why: line(200) }),
]);
export type CaseChange = z.infer<typeof caseChange>;

export const changeCase = route({
  name: 'changeCase',
  method: 'POST',
  path: '/api/cases/{caseId}/change',
  summary: 'One change of a case file; what a colleague wrote meanwhile is not overwritten but shown beside.',
  access: workers,
  relation: 'case',
  audit: 'case.changed',
  params: oneCase,
  body: z.strictObject({ commandId, change: caseChange }),
  reply: caseFile,
  refusals: [
    'case_not_open',
    'case_not_yours',
    'case_field_conflict',
    'case_step_not_next',
    'consent_order',
    'consent_ended',
    'case_goal_missing',
    'case_too_many',
    'case_already_arranged',
    'case_restricted',
    'case_transfer_own',
    'case_next_past',
    'case_next_too_far',
  ],
});

export const answerTransfer = route({
  name: 'answerTransfer',
  method: 'POST',
  path: '/api/cases/{caseId}/transfer',
  summary: 'The colleague to whom a case was offered takes it, or leaves it where it is.',
  access: workers,
  relation: 'case',
  audit: 'case.transfer',
  params: oneCase,
  body: z.strictObject({ commandId, accept: z.boolean() }),
  reply: caseFile,
  refusals: ['case_not_open', 'case_transfer_none'],
});

export const signCase = route({
  name: 'signCase',
  method: 'POST',
  path: '/api/cases/{caseId}/sign',
  summary: 'A supervisor signs the plan or the evaluation; never their own.',
  access: workers,
  relation: 'case',
  audit: 'case.signed',
  params: oneCase,
  body: z.strictObject({ commandId, under: z.enum(['plan', 'evaluation']), note: paragraph(300) }),
  reply: caseFile,
  refusals: [
    'case_not_supervisor',
    'case_sign_off_own',
    'case_step_not_next',
    'case_consent_missing',
    'case_not_open',
  ],
});

export const noteCase = route({
  name: 'noteCase',
  method: 'POST',
  path: '/api/cases/{caseId}/notes',
  summary: 'Writes a contact, a note or a conference into the case; sent again, it stays one.',
  access: workers,
  relation: 'case',
  audit: 'case.note',
  params: oneCase,
  body: z.strictObject({ commandId, note: noteWords }),
  reply: z.strictObject({ entryId }),
  refusals: ['case_not_yours', 'entry_time_invalid'],
});

export const arrangeIntervention = route({
  name: 'arrangeIntervention',
  method: 'POST',
  path: '/api/cases/{caseId}/interventions/{interventionId}/arrange',
  summary:
    'Makes the service requests of an intervention; they are matched, visited and credited like any other.',
  access: workers,
  relation: 'case',
  audit: 'case.arranged',
  params: z.strictObject({ caseId, interventionId }),
  body: z.strictObject({
    commandId,
    startsAt: instant,
    minutes,
    payBy,
    note: paragraph(300),
    recurrence: recurrence.optional(),
  }),
  reply: z.strictObject({ requestIds: z.array(requestId).min(1), count: z.int() }),
  refusals: [
    'case_not_open',
    'case_not_yours',
    'case_step_not_next',
    'case_not_a_service',
    'case_too_many',
    'service_unknown',
    'recurrence_invalid',
    'time_past',
    'time_too_far',
    'duration_out_of_range',
    'night_needs_confirmation',
    'request_overlaps',
  ],
});

export const listReadings = route({
  name: 'listReadings',
  method: 'GET',
  path: '/api/cases/{caseId}/readings',
  summary: 'Who has opened this case file, newest first; for supervisors.',
  access: workers,
  relation: 'case',
  audit: 'case.readings',
  params: oneCase,
  reply: z.strictObject({
    readings: z.array(z.strictObject({ at: instant, byName: z.string(), role: spokenText })),
    unreadable,
  }),
  refusals: ['case_not_supervisor'],
});

export const listColleagues = route({
  name: 'listColleagues',
  method: 'GET',
  path: '/api/cases/colleagues',
  summary: 'The social workers of the county, to hand a case to or work on it with.',
  access: workers,
  relation: 'self',
  audit: 'cases.colleagues',
  reply: z.strictObject({
    colleagues: z.array(
      z.strictObject({ personId, name: z.string(), supervises: z.boolean(), desk: z.boolean() }),
    ),
  }),
  refusals: [],
});

export const setCaseDesk = route({
  name: 'setCaseDesk',
  method: 'PUT',
  path: '/api/cases/desk',
  summary: 'A supervisor says who of the county takes what is referred.',
  access: workers,
  relation: 'region',
  audit: 'cases.desk',
  body: z.strictObject({ commandId, personId }),
  reply: z.strictObject({ personId }),
  refusals: ['case_not_supervisor'],
});

export const listNeeds = route({
  name: 'listNeeds',
  method: 'GET',
  path: '/api/elders/{elderId}/needs-noticed',
  summary: 'What helpers lately noticed at an elder: needs written down, low mood.',
  access: workers,
  relation: 'region',
  audit: 'needs.read',
  params: oneElder,
  reply: z.strictObject({
    needs: z.array(z.strictObject({ visitId, at: instant, helperName: z.string(), text: z.string() })),
    unreadable,
  }),
  refusals: [],
});

/** What the family sees of a case once the elder allows it: goals, what is arranged, and what comes of it. */
export const carePlan = z.strictObject({
  caseId,
  kindName: spokenText,
  stage: spokenText,
  workerName: z.string(),
  next: next.optional(),
  goals: z.array(z.strictObject({ goalId, words: z.string(), now: z.string(), hoped: z.string(), level })),
  interventions: z.array(
    z.strictObject({
      interventionId,
      what: z.string(),
      payer: spokenText,
      costFen: z.int(),
      planned: z.int(),
      served: z.int(),
      minutes: z.int(),
    }),
  ),
  agreedBy: z.string().optional(),
  measures: z.array(z.strictObject({ name: spokenText, sentence: spokenText })),
  comments: z.array(z.strictObject({ at: instant, byName: z.string(), text: z.string() })),
});
export type CarePlan = z.infer<typeof carePlan>;

export const readCarePlans = route({
  name: 'readCarePlans',
  method: 'GET',
  path: '/api/elders/{elderId}/care-plans',
  summary: 'The plans that the elder lets the family see.',
  access: ['family', 'elder'],
  relation: 'kin',
  audit: 'care_plan.read',
  params: oneElder,
  reply: z.strictObject({ plans: z.array(carePlan), unreadable }),
  refusals: [],
});

export const commentOnPlan = route({
  name: 'commentOnPlan',
  method: 'POST',
  path: '/api/cases/{caseId}/comments',
  summary: 'Family or the elder writes a word to the social worker about the plan.',
  access: ['family', 'elder'],
  relation: 'kin',
  audit: 'care_plan.comment',
  params: oneCase,
  body: z.strictObject({ commandId, text: line(500) }),
  reply: z.strictObject({ at: instant }),
  refusals: [],
});

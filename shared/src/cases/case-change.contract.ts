import * as z from 'zod';
import { caseId, commandId, entryId, goalId, interventionId, personId, requestId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { minutes } from '../kernel/quantity';
import { route } from '../kernel/route';
import { line, paragraph } from '../kernel/text';
import { recurrence } from '../service-requests/recurrence';
import { payBy } from '../service-requests/request';
import { caseFile, nextLook } from './case-file';
import { careConsent } from './consent';
import { textField } from './edit';
import { goalWords, level } from './goal';
import { noteWords } from './note';
import { interventionWords } from './plan';
import { mapPerson } from './support-map';

const oneCase = z.strictObject({ caseId });
const workers = ['social_worker'] as const;

/** One change of a case file, each with a name of its own in the history. */
export const caseChange = z.lazy(() =>
  z.discriminatedUnion('act', [
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
    z.strictObject({ act: z.literal('next'), next: nextLook }),
    z.strictObject({ act: z.literal('team'), team: z.array(personId).max(8) }),
    z.strictObject({ act: z.literal('transfer'), to: personId, why: line(200) }),
  ]),
);
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
  body: z.lazy(() => z.strictObject({ commandId, change: caseChange })),
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

export const noteCase = route({
  name: 'noteCase',
  method: 'POST',
  path: '/api/cases/{caseId}/notes',
  summary: 'Writes a contact, a note or a conference into the case; sent again, it stays one.',
  access: workers,
  relation: 'case',
  audit: 'case.note',
  params: oneCase,
  body: z.lazy(() => z.strictObject({ commandId, note: noteWords })),
  reply: z.lazy(() => z.strictObject({ entryId })),
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
  body: z.lazy(() =>
    z.strictObject({
      commandId,
      startsAt: instant,
      minutes,
      payBy,
      note: paragraph(300),
      recurrence: recurrence.optional(),
    }),
  ),
  reply: z.lazy(() => z.strictObject({ requestIds: z.array(requestId).min(1), count: z.int() })),
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

import * as z from 'zod';
import { caseId, commandId, elderId, groupId, groupSessionId, interventionId } from '../kernel/ids';
import { route } from '../kernel/route';
import { line, paragraph } from '../kernel/text';
import { villageCode } from '../regions/region';
import { group, groupClosingReason, groupWords } from './group';
import { processNote, sessionWords } from './group-session';
import { groupCard, groupView } from './group-view';

const oneGroup = z.strictObject({ groupId });

const unreadable = z.array(z.string());
const workers = ['social_worker'] as const;

export const listGroups = route({
  name: 'listGroups',
  method: 'GET',
  path: '/api/groups',
  summary: 'The groups of the region: those that go on, or those that are over.',
  access: workers,
  relation: 'self',
  audit: 'groups.list',
  query: z.strictObject({ scope: z.enum(['going', 'closed']).optional() }),
  reply: z.lazy(() => z.strictObject({ groups: z.array(groupCard), unreadable })),
  refusals: [],
});

export const formGroup = route({
  name: 'formGroup',
  method: 'POST',
  path: '/api/groups',
  summary: 'A social worker forms a group and is responsible for it from now on.',
  access: workers,
  relation: 'region',
  audit: 'group.formed',
  body: z.lazy(() => z.strictObject({ commandId, villageCode, words: groupWords })),
  reply: z.lazy(() => z.strictObject({ groupId })),
  refusals: ['region_outside'],
});

export const readGroup = route({
  name: 'readGroup',
  method: 'GET',
  path: '/api/groups/{groupId}',
  summary: 'A whole group: members, sessions, scales before and after, whom to call, what comes next.',
  access: workers,
  relation: 'group',
  audit: 'group.read',
  params: oneGroup,
  reply: groupView,
  refusals: [],
});

export const groupChange = z.lazy(() =>
  z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('words'), words: groupWords }),
    z.strictObject({
      act: z.literal('invite'),
      elderId,
      /** As it was suggested; in the worker's own words where nothing was. */
      reason: z.strictObject({ zh: line(100), en: line(200) }),
      of: z.strictObject({ caseId, interventionId }).optional(),
    }),
    z.strictObject({ act: z.literal('session'), groupSessionId, words: sessionWords }),
    z.strictObject({ act: z.literal('cancel'), groupSessionId, why: line(200) }),
    z.strictObject({ act: z.literal('call'), groupSessionId, elderId, note: paragraph(200) }),
    z.strictObject({ act: z.literal('process'), groupSessionId, process: processNote }),
  ]),
);
export type GroupChange = z.infer<typeof groupChange>;

export const changeGroup = route({
  name: 'changeGroup',
  method: 'POST',
  path: '/api/groups/{groupId}/change',
  summary:
    'One change of a group: its words, an invitation, a session planned or called off, a call, a note.',
  access: workers,
  relation: 'group',
  audit: 'group.changed',
  params: oneGroup,
  body: z.lazy(() => z.strictObject({ commandId, change: groupChange })),
  reply: z.lazy(() => z.strictObject({ groupId })),
  refusals: [
    'group_not_yours',
    'group_over',
    'group_full',
    'group_member_known',
    'group_session_closed',
    'group_worker_unknown',
  ],
});

export const stepGroup = route({
  name: 'stepGroup',
  method: 'POST',
  path: '/api/groups/{groupId}/step',
  summary: 'Begins a group, evaluates it, closes it with its report, or opens it again.',
  access: workers,
  relation: 'group',
  audit: 'group.step',
  params: oneGroup,
  body: z.lazy(() =>
    z.discriminatedUnion('to', [
      z.strictObject({ to: z.literal('running'), commandId }),
      z.strictObject({
        to: z.literal('evaluated'),
        commandId,
        summary: paragraph(2_000),
        memberWords: paragraph(1_000),
        noAfter: z.record(elderId, line(200)),
      }),
      z.strictObject({ to: z.literal('closed'), commandId, reason: groupClosingReason, why: paragraph(500) }),
      z.strictObject({ to: z.literal('reopened'), commandId, why: line(500) }),
    ]),
  ),
  reply: group,
  refusals: [
    'group_not_yours',
    'group_step_not_next',
    'group_too_few',
    'group_session_missing',
    'group_session_open',
    'group_duty_missing',
    'group_words_missing',
    'group_after_missing',
  ],
});

import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import {
  assessmentId,
  caseId,
  commandId,
  elderId,
  groupId,
  groupSessionId,
  helperId,
  interventionId,
  personId,
} from '../kernel/ids';
import { instant } from '../kernel/instant';
import { minutes } from '../kernel/quantity';
import { helperRoles } from '../kernel/role';
import { route } from '../kernel/route';
import { line, paragraph, phoneNumber } from '../kernel/text';
import { villageCode } from '../regions/region';
import { group, groupClosingReason, groupReport, groupWords, memberMeasure } from './group';
import { absence, attended, groupSession, processNote, sessionWords } from './group-session';
import { groupMember, memberWitness } from './member';
import { groupTheme } from './theme';
import { sessionWorker, workerDuty } from './worker';

const oneGroup = z.strictObject({ groupId });
const oneSession = z.strictObject({ groupId, groupSessionId });
const unreadable = z.array(z.string());
const workers = ['social_worker'] as const;

export const groupCard = z.strictObject({
  groupId,
  name: z.string(),
  theme: groupTheme,
  themeName: spokenText,
  status: z.enum(['forming', 'running', 'evaluated', 'closed']),
  state: spokenText,
  placeName: z.string(),
  villageName: z.string(),
  members: z.int(),
  invited: z.int(),
  held: z.int(),
  planned: z.int(),
  /** The soonest planned session; when it is past, its attendance waits. */
  next: z
    .strictObject({ groupSessionId, startsAt: instant, title: z.string(), past: z.boolean() })
    .optional(),
  calls: z.int(),
  responsibleName: z.string(),
});
export type GroupCard = z.infer<typeof groupCard>;

export const shownMemberMeasure = z.strictObject({
  ...memberMeasure.shape,
  full: z.int(),
  sentence: spokenText.optional(),
  /** Still being answered, to go on with. */
  open: assessmentId.optional(),
});
export type ShownMemberMeasure = z.infer<typeof shownMemberMeasure>;

export const callShown = z.strictObject({
  elderId,
  groupSessionId,
  name: z.string(),
  phone: phoneNumber.optional(),
  why: absence,
  missed: z.int(),
});

export const groupView = z.strictObject({
  group,
  villageName: z.string(),
  members: z.array(groupMember),
  sessions: z.array(groupSession),
  names: z.record(z.string(), z.string()),
  mayWrite: z.boolean(),
  instrument: z.strictObject({ code: z.string(), name: spokenText, lowerIsBetter: z.boolean() }),
  measures: z.array(shownMemberMeasure),
  report: groupReport,
  calls: z.array(callShown),
  /** What the next step still lacks, as a sentence; absent when nothing does. */
  missing: z.strictObject({ zh: z.string(), en: z.string(), field: z.string().optional() }).optional(),
  timeline: z.array(z.strictObject({ key: z.string(), at: instant, text: spokenText })),
  unreadable,
});
export type GroupView = z.infer<typeof groupView>;

export const listGroups = route({
  name: 'listGroups',
  method: 'GET',
  path: '/api/groups',
  summary: 'The groups of the region: those that go on, or those that are over.',
  access: workers,
  relation: 'self',
  audit: 'groups.list',
  query: z.strictObject({ scope: z.enum(['going', 'closed']).optional() }),
  reply: z.strictObject({ groups: z.array(groupCard), unreadable }),
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
  body: z.strictObject({ commandId, villageCode, words: groupWords }),
  reply: z.strictObject({ groupId }),
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

export const groupChange = z.discriminatedUnion('act', [
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
]);
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
  body: z.strictObject({ commandId, change: groupChange }),
  reply: z.strictObject({ groupId }),
  refusals: [
    'group_not_yours',
    'group_over',
    'group_full',
    'group_member_known',
    'group_session_closed',
    'group_worker_unknown',
  ],
});

export const answerGroup = route({
  name: 'answerGroup',
  method: 'POST',
  path: '/api/groups/{groupId}/members/{elderId}/answer',
  summary: "An elder's yes to a group, or no, or wish to leave it; alone or before a witness.",
  access: ['elder', 'coordinator', 'social_worker'],
  relation: 'kin-or-region',
  audit: 'group.answered',
  params: z.strictObject({ groupId, elderId }),
  body: z.strictObject({
    commandId,
    answer: z.discriminatedUnion('yes', [
      z.strictObject({
        yes: z.literal(true),
        witness: memberWitness,
        how: line(200),
        shareWithFamily: z.boolean(),
      }),
      z.strictObject({ yes: z.literal(false), why: paragraph(200) }),
    ]),
  }),
  reply: groupMember,
  refusals: ['group_over', 'group_full', 'group_member_settled', 'witness_not_you'],
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
  body: z.discriminatedUnion('to', [
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

export const suggestMembers = route({
  name: 'suggestMembers',
  method: 'GET',
  path: '/api/groups/{groupId}/suggestions',
  summary: 'Elders of the village who may gain from this group, each with the reason.',
  access: workers,
  relation: 'group',
  audit: 'group.suggestions',
  params: oneGroup,
  reply: z.strictObject({
    suggestions: z.array(
      z.strictObject({
        elderId,
        name: z.string(),
        callName: z.string(),
        reason: spokenText,
        of: z.strictObject({ caseId, interventionId }).optional(),
      }),
    ),
    /** The village has more elders than were looked at. */
    partial: z.boolean(),
    unreadable,
  }),
  refusals: [],
});

export const listGroupWorkers = route({
  name: 'listGroupWorkers',
  method: 'GET',
  path: '/api/groups/workers',
  summary: 'Who may work at a session or an activity: the volunteers of the region, and oneself.',
  access: workers,
  relation: 'self',
  audit: 'groups.workers',
  query: z.strictObject({ villageCode }),
  reply: z.strictObject({
    workers: z.array(
      z.strictObject({
        personId,
        helperId: helperId.optional(),
        name: z.string(),
        villageName: z.string(),
      }),
    ),
    unreadable,
  }),
  refusals: ['region_outside'],
});

export const keepAttendance = route({
  name: 'keepAttendance',
  method: 'POST',
  path: '/api/groups/{groupId}/sessions/{groupSessionId}/attendance',
  summary:
    'Keeps who came and who was absent and why; credits the volunteers who worked there, but never who keeps it.',
  access: ['social_worker', 'coordinator', ...helperRoles],
  relation: 'group',
  audit: 'group.attendance',
  params: oneSession,
  body: z.strictObject({
    commandId,
    attendance: z.array(attended).max(30),
    workersCame: z.array(personId).max(6),
  }),
  reply: z.strictObject({
    came: z.int(),
    absent: z.int(),
    credited: z.array(z.strictObject({ name: z.string(), minutes: z.int(), pending: z.boolean() })),
  }),
  refusals: [
    'group_over',
    'group_step_not_next',
    'group_session_closed',
    'group_session_ahead',
    'group_list_incomplete',
    'group_absence_unexplained',
    'time_helper_confirmed',
    'time_already_credited',
  ],
});

export const mendAttendance = route({
  name: 'mendAttendance',
  method: 'PUT',
  path: '/api/groups/{groupId}/sessions/{groupSessionId}/attendance',
  summary: 'Puts right which members came; what is credited to the workers stays.',
  access: workers,
  relation: 'group',
  audit: 'group.attendance.mended',
  params: oneSession,
  body: z.strictObject({ commandId, attendance: z.array(attended).max(30) }),
  reply: z.strictObject({ groupId }),
  refusals: [
    'group_not_yours',
    'group_over',
    'group_session_closed',
    'group_list_incomplete',
    'group_absence_unexplained',
  ],
});

/** What who works at a session needs, and no more: how members are called, never where they live. */
export const workSession = z.strictObject({
  groupId,
  groupSessionId,
  groupName: z.string(),
  status: z.enum(['planned', 'held', 'cancelled']),
  state: spokenText,
  title: z.string(),
  plan: z.string(),
  placeName: z.string(),
  startsAt: instant,
  minutes,
  duties: z.array(workerDuty),
  workers: z.array(sessionWorker),
  members: z.array(
    z.strictObject({ elderId, callName: z.string(), came: z.boolean().optional(), why: absence.optional() }),
  ),
  /** Has begun and waits for its list. */
  waits: z.boolean(),
  creditedMinutes: z.int().optional(),
});
export type WorkSession = z.infer<typeof workSession>;

export const listWorkSessions = route({
  name: 'listWorkSessions',
  method: 'GET',
  path: '/api/group-sessions',
  summary: 'Sessions of the last and next weeks at which one works; for a coordinator those of the region.',
  access: ['coordinator', ...helperRoles],
  relation: 'self',
  audit: 'group-sessions.list',
  reply: z.strictObject({ sessions: z.array(workSession), unreadable }),
  refusals: [],
});

export const elderGroup = z.strictObject({
  groupId,
  name: z.string(),
  themeName: spokenText,
  purpose: z.string(),
  state: spokenText,
  membership: z.enum(['invited', 'joined', 'declined', 'left']),
  placeName: z.string(),
  workerName: z.string(),
  next: z.strictObject({ startsAt: instant, title: z.string() }).optional(),
  came: z.int(),
  of: z.int(),
});
export type ElderGroup = z.infer<typeof elderGroup>;

export const listElderGroups = route({
  name: 'listElderGroups',
  method: 'GET',
  path: '/api/elders/{elderId}/groups',
  summary: 'The groups of an elder; the family sees those that the elder lets them see.',
  access: ['family', 'elder', 'coordinator', 'social_worker'],
  relation: 'kin-or-region',
  audit: 'elder.groups',
  params: z.strictObject({ elderId }),
  reply: z.strictObject({ groups: z.array(elderGroup), unreadable }),
  refusals: [],
});

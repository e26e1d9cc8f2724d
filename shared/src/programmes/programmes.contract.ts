import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { activityId, briefId, commandId, goalId, personId, programmeId, resourceId } from '../kernel/ids';
import { day, instant } from '../kernel/instant';
import { helperRoles } from '../kernel/role';
import { route } from '../kernel/route';
import { line, paragraph } from '../kernel/text';
import { regionCode } from '../regions/region';
import { activity, activityWords, participation } from './activity';
import { programme, programmeGoalWords, programmeKind, programmeWords } from './programme';
import { resource } from './resource';

const oneProgramme = z.strictObject({ programmeId });
const unreadable = z.array(z.string());
const workers = ['social_worker'] as const;

export const programmeCard = z.lazy(() =>
  z.strictObject({
    programmeId,
    name: z.string(),
    kind: programmeKind,
    kindName: spokenText,
    status: z.enum(['planning', 'running', 'evaluated', 'closed']),
    state: spokenText,
    regionName: z.string(),
    goals: z.array(
      z.strictObject({
        words: z.string(),
        unit: z.string(),
        now: z.number(),
        target: z.number(),
        share: z.number(),
      }),
    ),
    next: z.strictObject({ startsAt: instant, title: z.string(), past: z.boolean() }).optional(),
    elders: z.int(),
  }),
);
export type ProgrammeCard = z.infer<typeof programmeCard>;

const participated = z.lazy(() =>
  z.strictObject({
    held: z.int(),
    elders: z.int(),
    families: z.int(),
    neighbours: z.int(),
    officials: z.int(),
    minutesCredited: z.int(),
  }),
);

export const programmeView = z.lazy(() =>
  z.strictObject({
    programme,
    regionName: z.string(),
    activities: z.array(activity),
    resources: z.array(resource),
    briefs: z.array(z.strictObject({ briefId, title: z.string(), sentAt: instant, answers: z.int() })),
    participated,
    names: z.record(z.string(), z.string()),
    mayWrite: z.boolean(),
    timeline: z.array(z.strictObject({ key: z.string(), at: instant, text: spokenText })),
    unreadable,
  }),
);
export type ProgrammeView = z.infer<typeof programmeView>;

export const listProgrammes = route({
  name: 'listProgrammes',
  method: 'GET',
  path: '/api/programmes',
  summary: 'The community programmes of the region: those that go on, or those that are over.',
  access: workers,
  relation: 'self',
  audit: 'programmes.list',
  query: z.strictObject({ scope: z.enum(['going', 'closed']).optional() }),
  reply: z.lazy(() => z.strictObject({ programmes: z.array(programmeCard), unreadable })),
  refusals: [],
});

export const planProgramme = route({
  name: 'planProgramme',
  method: 'POST',
  path: '/api/programmes',
  summary: 'A social worker plans a programme of one of the seven kinds for a region.',
  access: workers,
  relation: 'region',
  audit: 'programme.planned',
  body: z.lazy(() => z.strictObject({ commandId, regionCode, words: programmeWords })),
  reply: z.lazy(() => z.strictObject({ programmeId })),
  refusals: ['region_outside'],
});

export const readProgramme = route({
  name: 'readProgramme',
  method: 'GET',
  path: '/api/programmes/{programmeId}',
  summary: 'A whole programme: goals with their numbers, resources, activities, who took part, briefs.',
  access: workers,
  relation: 'region',
  audit: 'programme.read',
  params: oneProgramme,
  reply: programmeView,
  refusals: [],
});

export const programmeChange = z.lazy(() =>
  z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('words'), words: programmeWords }),
    z.strictObject({ act: z.literal('goal'), goalId, words: programmeGoalWords }),
    z.strictObject({
      act: z.literal('measure'),
      goalId,
      on: day,
      value: z.number().min(0).max(1_000_000),
      note: paragraph(200),
    }),
    z.strictObject({ act: z.literal('resources'), resourceIds: z.array(resourceId).max(30) }),
    z.strictObject({ act: z.literal('activity'), activityId, words: activityWords }),
    z.strictObject({ act: z.literal('cancel'), activityId, why: line(200) }),
  ]),
);
export type ProgrammeChange = z.infer<typeof programmeChange>;

export const changeProgramme = route({
  name: 'changeProgramme',
  method: 'POST',
  path: '/api/programmes/{programmeId}/change',
  summary:
    'One change of a programme: a goal, a number, what it rests on, an activity planned or called off.',
  access: workers,
  relation: 'region',
  audit: 'programme.changed',
  params: oneProgramme,
  body: z.lazy(() => z.strictObject({ commandId, change: programmeChange })),
  reply: z.lazy(() => z.strictObject({ programmeId })),
  refusals: [
    'group_not_yours',
    'group_over',
    'group_session_closed',
    'group_worker_unknown',
    'programme_step_not_next',
    'programme_measure_early',
    'case_too_many',
    'region_outside',
  ],
});

export const stepProgramme = route({
  name: 'stepProgramme',
  method: 'POST',
  path: '/api/programmes/{programmeId}/step',
  summary: 'Begins a programme, evaluates it, closes it, or opens it again.',
  access: workers,
  relation: 'region',
  audit: 'programme.step',
  params: oneProgramme,
  body: z.lazy(() =>
    z.discriminatedUnion('to', [
      z.strictObject({ to: z.literal('running'), commandId }),
      z.strictObject({
        to: z.literal('evaluated'),
        commandId,
        summary: paragraph(2_000),
        learned: paragraph(1_000),
      }),
      z.strictObject({ to: z.literal('closed'), commandId, why: paragraph(500) }),
      z.strictObject({ to: z.literal('reopened'), commandId, why: line(500) }),
    ]),
  ),
  reply: programme,
  refusals: [
    'group_not_yours',
    'programme_step_not_next',
    'programme_goal_missing',
    'programme_goal_unmeasured',
    'group_session_open',
    'group_words_missing',
  ],
});

export const keepActivity = route({
  name: 'keepActivity',
  method: 'POST',
  path: '/api/programmes/{programmeId}/activities/{activityId}/attendance',
  summary:
    'Keeps how many took part and which volunteers worked, who are credited; never who keeps the list.',
  access: ['social_worker', 'coordinator', ...helperRoles],
  relation: 'region',
  audit: 'programme.attendance',
  params: z.strictObject({ programmeId, activityId }),
  body: z.lazy(() =>
    z.strictObject({
      commandId,
      participation,
      outcome: paragraph(1_000),
      workersCame: z.array(personId).max(6),
    }),
  ),
  reply: z.lazy(() =>
    z.strictObject({
      credited: z.array(z.strictObject({ name: z.string(), minutes: z.int(), pending: z.boolean() })),
    }),
  ),
  refusals: [
    'group_over',
    'group_session_closed',
    'group_session_ahead',
    'group_list_incomplete',
    'time_helper_confirmed',
    'time_already_credited',
  ],
});

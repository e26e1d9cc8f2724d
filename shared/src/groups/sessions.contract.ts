import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { commandId, elderId, groupId, groupSessionId, helperId, personId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { minutes } from '../kernel/quantity';
import { helperRoles } from '../kernel/role';
import { route } from '../kernel/route';
import { villageCode } from '../regions/region';
import { absence, attended } from './group-session';
import { sessionWorker, workerDuty } from './worker';

const oneSession = z.strictObject({ groupId, groupSessionId });
const unreadable = z.array(z.string());
const workers = ['social_worker'] as const;

export const listGroupWorkers = route({
  name: 'listGroupWorkers',
  method: 'GET',
  path: '/api/groups/workers',
  summary: 'Who may work at a session or an activity: the volunteers of the region, and oneself.',
  access: workers,
  relation: 'self',
  audit: 'groups.workers',
  query: z.strictObject({ villageCode }),
  reply: z.lazy(() =>
    z.strictObject({
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
  ),
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
  body: z.lazy(() =>
    z.strictObject({
      commandId,
      attendance: z.array(attended).max(30),
      workersCame: z.array(personId).max(6),
    }),
  ),
  reply: z.lazy(() =>
    z.strictObject({
      came: z.int(),
      absent: z.int(),
      credited: z.array(z.strictObject({ name: z.string(), minutes: z.int(), pending: z.boolean() })),
    }),
  ),
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
  body: z.lazy(() => z.strictObject({ commandId, attendance: z.array(attended).max(30) })),
  reply: z.lazy(() => z.strictObject({ groupId })),
  refusals: [
    'group_not_yours',
    'group_over',
    'group_session_closed',
    'group_list_incomplete',
    'group_absence_unexplained',
  ],
});

/** What who works at a session needs, and no more: how members are called, never where they live. */
export const workSession = z.lazy(() =>
  z.strictObject({
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
      z.strictObject({
        elderId,
        callName: z.string(),
        came: z.boolean().optional(),
        why: absence.optional(),
      }),
    ),
    /** Has begun and waits for its list. */
    waits: z.boolean(),
    creditedMinutes: z.int().optional(),
  }),
);
export type WorkSession = z.infer<typeof workSession>;

export const listWorkSessions = route({
  name: 'listWorkSessions',
  method: 'GET',
  path: '/api/group-sessions',
  summary: 'Sessions of the last and next weeks at which one works; for a coordinator those of the region.',
  access: ['coordinator', ...helperRoles],
  relation: 'self',
  audit: 'group-sessions.list',
  reply: z.lazy(() => z.strictObject({ sessions: z.array(workSession), unreadable })),
  refusals: [],
});

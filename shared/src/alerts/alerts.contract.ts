import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { alertId, commandId, elderId, visitId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { position } from '../kernel/position';
import { helperRoles, type Role } from '../kernel/role';
import { route } from '../kernel/route';
import { line } from '../kernel/text';
import { alertKind, answer } from './alert';

const carers: readonly Role[] = ['family', 'elder', 'coordinator'];
const everyone: readonly Role[] = [...carers, ...helperRoles];
const oneAlert = z.strictObject({ alertId });
const unreadable = z.array(z.string());

export const alertCard = z.strictObject({
  alertId,
  elderId,
  callName: z.string(),
  kind: alertKind,
  status: z.enum(['raised', 'told', 'acknowledged', 'handled', 'false_alarm']),
  matter: spokenText,
  sentence: spokenText,
  raisedAt: instant,
});
export type AlertCard = z.infer<typeof alertCard>;

export const alertAct = z.enum(['acknowledge', 'handle', 'call_off']);
export type AlertAct = z.infer<typeof alertAct>;

/** Where the elder is: for kin, the coordinator, and a helper who said that they are going, while it lasts. */
const home = z.strictObject({
  address: z.string(),
  directions: z.string(),
  doorNotes: z.string(),
  position,
  phone: z.string().optional(),
});

export const alertView = z.strictObject({
  ...alertCard.shape,
  visitId: visitId.optional(),
  /** What the platform does next by itself, and when. */
  next: spokenText.optional(),
  nextAt: instant.optional(),
  answers: z.array(answer.unwrap().omit({ personId: true })),
  timeline: z.array(z.strictObject({ at: instant, sentence: spokenText })),
  home: home.optional(),
  /** What the asking person may do now. */
  can: z.array(alertAct),
  unreadable,
});
export type AlertView = z.infer<typeof alertView>;

export const raiseAlert = route({
  name: 'raiseAlert',
  method: 'POST',
  path: '/api/alerts',
  summary:
    'SOS: everyone who can be there soon, family and coordinator are told at once. One is open at a time.',
  access: everyone,
  relation: 'visit-or-kin-or-region',
  audit: 'alert.raise',
  /** A helper raises it out of a visit that is under way. */
  body: z.strictObject({ commandId, elderId, visitId: visitId.optional() }),
  reply: z.strictObject({ alertId }),
  refusals: [],
});

export const listAlerts = route({
  name: 'listAlerts',
  method: 'GET',
  path: '/api/alerts',
  summary: 'Open alerts that concern the asking person in their role, newest first.',
  access: everyone,
  relation: 'self',
  audit: 'alerts.list',
  reply: z.strictObject({ alerts: z.array(alertCard), unreadable }),
  refusals: [],
});

export const readAlert = route({
  name: 'readAlert',
  method: 'GET',
  path: '/api/alerts/{alertId}',
  summary: 'One alert: how it stands, who answered, what comes next, and what happened so far.',
  access: everyone,
  relation: 'visit-or-kin-or-region',
  audit: 'alert.read',
  params: oneAlert,
  reply: alertView,
  refusals: [],
});

export const acknowledgeAlert = route({
  name: 'acknowledgeAlert',
  method: 'POST',
  path: '/api/alerts/{alertId}/acknowledge',
  summary: 'Seen; with `going` on the way. The ladder waits, and goes on if nothing more is heard.',
  access: ['family', 'coordinator', ...helperRoles],
  relation: 'visit-or-kin-or-region',
  audit: 'alert.acknowledge',
  params: oneAlert,
  body: z.strictObject({ commandId, going: z.boolean() }),
  reply: alertView,
  refusals: ['alert_closed'],
});

export const handleAlert = route({
  name: 'handleAlert',
  method: 'POST',
  path: '/api/alerts/{alertId}/handle',
  summary: 'What was done, or that it was nothing. Whoever was told hears that it is over.',
  access: ['family', 'coordinator', ...helperRoles],
  relation: 'visit-or-kin-or-region',
  audit: 'alert.handle',
  params: oneAlert,
  body: z.strictObject({ commandId, outcome: z.enum(['handled', 'false_alarm']), what: line(300) }),
  reply: alertView,
  refusals: ['alert_closed', 'alert_answer_first'],
});

export const callOffAlert = route({
  name: 'callOffAlert',
  method: 'POST',
  path: '/api/alerts/{alertId}/call-off',
  summary: 'Taken back within a minute by the one who raised it.',
  access: everyone,
  relation: 'visit-or-kin-or-region',
  audit: 'alert.call_off',
  params: oneAlert,
  body: z.strictObject({ commandId }),
  reply: alertView,
  refusals: ['alert_closed', 'alert_undo_over'],
});

export const inboxMessage = z.strictObject({
  alertId,
  kind: alertKind,
  at: instant,
  text: spokenText,
  read: z.boolean(),
});

export const listMessages = route({
  name: 'listMessages',
  method: 'GET',
  path: '/api/messages',
  summary: 'The inbox: the newest fifty messages to the asking person, and how many of them are unread.',
  access: [...everyone, 'social_worker'],
  relation: 'self',
  audit: 'messages.list',
  reply: z.strictObject({ messages: z.array(inboxMessage), unread: z.int().min(0), unreadable }),
  refusals: [],
});

export const readMessages = route({
  name: 'readMessages',
  method: 'POST',
  path: '/api/messages/read',
  summary: 'Marks the messages about one alert as read.',
  access: [...everyone, 'social_worker'],
  relation: 'self',
  audit: 'messages.read',
  body: z.strictObject({ commandId, alertId }),
  reply: z.strictObject({ marked: z.int().min(0) }),
  refusals: [],
});

export const allowMessage = route({
  name: 'allowMessage',
  method: 'POST',
  path: '/api/messages/allowance',
  summary: 'The person tapped allow in WeChat: one more subscribe message may be sent.',
  access: [...everyone, 'social_worker'],
  relation: 'self',
  audit: 'messages.allow',
  body: z.strictObject({ commandId }),
  reply: z.strictObject({ left: z.int().min(0) }),
  refusals: [],
});

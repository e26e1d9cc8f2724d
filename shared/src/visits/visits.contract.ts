import * as z from 'zod';
import { spokenText, toldEntry } from '../history/history.contract';
import { commandId, elderId, visitId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { minutes } from '../kernel/quantity';
import { helperRoles, type Role } from '../kernel/role';
import { route } from '../kernel/route';
import { line, paragraph } from '../kernel/text';
import { measure, openRequest, shownEntry, shownException, sixFacts, visitAct, visitCard } from './card';
import { newEntry } from './log';
import { evidence } from './proof';
import { trust } from './trust';
import { shownVisit } from './visit';

const oneVisit = z.strictObject({ visitId });
const oneElder = z.strictObject({ elderId });
const unreadable = z.array(z.string());
const cards = z.strictObject({ visits: z.array(visitCard), unreadable });
const carers: readonly Role[] = ['family', 'elder', 'coordinator'];
/** Each change answers with the visit as it now stands and a sentence that says so. */
const changed = z.strictObject({ visit: shownVisit, sentence: spokenText });

export const listMyVisits = route({
  name: 'listMyVisits',
  method: 'GET',
  path: '/api/visits',
  summary: "A helper's own visits that start in a span, with address and phone while under way.",
  access: helperRoles,
  relation: 'self',
  audit: 'visits.list',
  query: z.strictObject({ from: instant.optional(), to: instant.optional() }),
  reply: cards,
  refusals: ['time_order_invalid'],
});

export const listElderVisits = route({
  name: 'listElderVisits',
  method: 'GET',
  path: '/api/elders/{elderId}/visits',
  summary: "An elder's visits, newest first.",
  access: carers,
  relation: 'kin-or-region',
  audit: 'visits.list_elder',
  params: oneElder,
  query: z.strictObject({
    before: instant.optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  reply: z.strictObject({ visits: z.array(visitCard), next: instant.optional(), unreadable }),
  refusals: [],
});

export const readToday = route({
  name: 'readToday',
  method: 'GET',
  path: '/api/elders/{elderId}/today',
  summary: 'Is she all right today: the headline, the visits around now, and what waits for an answer.',
  access: carers,
  relation: 'kin-or-region',
  audit: 'visits.today',
  params: oneElder,
  reply: z.lazy(() =>
    z.strictObject({
      headline: spokenText,
      /** The latest log of today says that she does not feel well, or needs something. */
      watch: z.enum(['unwell', 'need']).optional(),
      latest: visitCard.optional(),
      current: visitCard.optional(),
      next: visitCard.optional(),
      measures: z.array(measure),
      awaitingConfirmation: z.array(visitCard),
      openRequests: z.array(openRequest),
      unreadable,
    }),
  ),
  refusals: [],
});

export const readVisit = route({
  name: 'readVisit',
  method: 'GET',
  path: '/api/visits/{visitId}',
  summary: 'One visit: the six facts, the log, the readings against the usual, and its history.',
  access: [...carers, 'social_worker', ...helperRoles],
  relation: 'visit-or-kin-or-region',
  audit: 'visit.read',
  params: oneVisit,
  reply: z.lazy(() =>
    z.strictObject({
      ...visitCard.shape,
      /** What whoever asked wrote for the one who comes; empty where nothing was written. */
      note: z.string(),
      checklist: z.array(spokenText),
      facts: sixFacts,
      exceptions: z.array(shownException),
      entries: z.array(shownEntry),
      measures: z.array(measure),
      history: z.array(toldEntry),
      /** How well it is shown that it was so; once the helper has left. */
      trust: trust.optional(),
      /** The line of the elder's code card to be read out next, for the helper at the door. */
      cardLine: z.int().optional(),
      /** What the asking person may do with it now. */
      can: z.array(visitAct),
      unreadable,
    }),
  ),
  refusals: [],
});

export const checkIn = route({
  name: 'checkIn',
  method: 'POST',
  path: '/api/visits/{visitId}/check-in',
  summary: "The helper has arrived: the phone's time and what shows the place.",
  access: helperRoles,
  relation: 'visit',
  audit: 'visit.check_in',
  params: oneVisit,
  body: z.strictObject({ commandId, at: instant, evidence }),
  reply: changed,
  refusals: [
    'visit_not_scheduled',
    'check_in_too_early',
    'check_in_too_late',
    'door_code_wrong',
    'home_code_wrong',
    'codes_tried_out',
    'busy_try_again',
    'evidence_needs_reason',
    'witness_not_near',
    'witness_is_helper',
    'witness_kin_of_helper',
  ],
});

export const keepLog = route({
  name: 'keepLog',
  method: 'POST',
  path: '/api/visits/{visitId}/log',
  summary: 'Appends observations; an entry that is sent again stays one entry.',
  access: helperRoles,
  relation: 'visit',
  audit: 'visit.log',
  params: oneVisit,
  body: z.strictObject({ commandId, entries: z.array(newEntry).min(1).max(40) }),
  reply: z.strictObject({ entries: z.array(shownEntry) }),
  refusals: ['visit_not_checked_in', 'entry_time_invalid', 'vitals_impossible'],
});

export const checkOut = route({
  name: 'checkOut',
  method: 'POST',
  path: '/api/visits/{visitId}/check-out',
  summary: 'The helper leaves: the six facts are complete and the family is asked to confirm.',
  access: helperRoles,
  relation: 'visit',
  audit: 'visit.check_out',
  params: oneVisit,
  body: z.strictObject({ commandId, at: instant, evidence, summary: paragraph(500) }),
  reply: changed,
  refusals: [
    'visit_not_checked_in',
    'check_out_before_check_in',
    'door_code_wrong',
    'home_code_wrong',
    'codes_tried_out',
    'busy_try_again',
    'evidence_needs_reason',
    'witness_not_near',
    'witness_is_helper',
    'witness_kin_of_helper',
  ],
});

export const confirmVisit = route({
  name: 'confirmVisit',
  method: 'POST',
  path: '/api/visits/{visitId}/confirm',
  summary: 'Family or the elder confirms that the visit was as recorded, with a rating.',
  access: ['family', 'elder'],
  relation: 'kin',
  audit: 'visit.confirm',
  params: oneVisit,
  body: z.strictObject({ commandId, rating: z.int().min(1).max(5), comment: paragraph(500) }),
  reply: changed,
  refusals: ['visit_not_checked_out', 'visit_already_answered'],
});

export const disputeVisit = route({
  name: 'disputeVisit',
  method: 'POST',
  path: '/api/visits/{visitId}/dispute',
  summary: 'Something was wrong: the visit goes to the coordinator.',
  access: carers,
  relation: 'kin-or-region',
  audit: 'visit.dispute',
  params: oneVisit,
  body: z.strictObject({ commandId, reason: line(500) }),
  reply: changed,
  refusals: ['visit_not_checked_out', 'visit_already_answered'],
});

export const resolveVisit = route({
  name: 'resolveVisit',
  method: 'POST',
  path: '/api/visits/{visitId}/resolve',
  summary: 'The coordinator settles a dispute: the visit stands, counts in part, or does not count.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'visit.resolve',
  params: oneVisit,
  body: z.strictObject({
    commandId,
    outcome: z.enum(['stands', 'partly', 'void']),
    /** Needed when it counts in part: at most what was served. */
    minutesCredited: minutes.optional(),
    note: line(500),
  }),
  reply: changed,
  refusals: ['visit_already_answered'],
});

export const cancelVisit = route({
  name: 'cancelVisit',
  method: 'POST',
  path: '/api/visits/{visitId}/cancel',
  summary: 'Either side calls a visit off with a reason; the request looks for someone else.',
  access: [...carers, ...helperRoles],
  relation: 'visit-or-kin-or-region',
  audit: 'visit.cancel',
  params: oneVisit,
  body: z.strictObject({ commandId, reason: line(200) }),
  reply: changed,
  refusals: ['visit_not_scheduled', 'request_not_open'],
});

export const rescheduleVisit = route({
  name: 'rescheduleVisit',
  method: 'POST',
  path: '/api/visits/{visitId}/reschedule',
  summary: 'The helper moves a visit that has not begun to another time.',
  access: helperRoles,
  relation: 'visit',
  audit: 'visit.reschedule',
  params: oneVisit,
  body: z.strictObject({
    commandId,
    startsAt: instant,
    reason: line(200),
    confirmedNight: z.literal(true).optional(),
  }),
  reply: changed,
  refusals: [
    'visit_not_scheduled',
    'time_past',
    'time_too_far',
    'night_needs_confirmation',
    'service_unknown',
    'helper_day_full',
    'visit_shared',
    'request_overlaps',
    'request_not_open',
  ],
});

export const listAttention = route({
  name: 'listAttention',
  method: 'GET',
  path: '/api/visits/attention',
  summary: 'Visits of the last two weeks in the region that nobody came to, that are late, or are disputed.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'visits.attention',
  reply: cards,
  refusals: [],
});

export const readHomeCode = route({
  name: 'readHomeCode',
  method: 'GET',
  path: '/api/elders/{elderId}/home-code',
  summary: 'Six digits that the household reads out to whoever has come; others every two minutes.',
  access: ['family', 'elder'],
  relation: 'kin',
  audit: 'visits.home_code',
  params: oneElder,
  reply: z.strictObject({ code: z.string().regex(/^\d{6}$/), until: instant }),
  refusals: [],
});

import * as z from 'zod';
import { serviceCode } from '../catalogue/service';
import { serviceLabel } from '../catalogue/service-label';
import { historyEntry } from '../history/history';
import { commandId, elderId, helperId, requestId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { fen, minutes } from '../kernel/quantity';
import { route } from '../kernel/route';
import { line, paragraph } from '../kernel/text';
import { offer, reasons } from '../offers/offer';
import { gender } from '../people/elder';
import { regionCode } from '../regions/region';
import { home } from '../visits/card';
import { shownVisit } from '../visits/visit';
import { recurrence } from './recurrence';
import { payBy, serviceRequest, urgency, wishes } from './request';

/** What a family says when it asks for help. */
export const requestDraft = z.strictObject({
  elderId,
  serviceCode,
  startsAt: instant,
  minutes,
  urgency,
  wishes,
  payBy,
  note: paragraph(300),
  recurrence: recurrence.optional(),
  /** Set once someone has said that they mean this late hour. */
  confirmedNight: z.literal(true).optional(),
  /** Lay it into the routes of that day in the evening before, instead of asking helpers one by one now. */
  waitsForPlan: z.literal(true).optional(),
});
export type RequestDraft = z.infer<typeof requestDraft>;

export const helperCard = z.strictObject({
  helperId,
  name: z.string(),
  kind: z.enum(['volunteer', 'provider']),
  gender,
  organizationName: z.string().optional(),
  villageName: z.string(),
  hourlyFee: fen.optional(),
});
export const offerView = z.strictObject({
  offer,
  helper: helperCard,
  /** Where to draw the helper on the sketch: bearing in degrees clockwise from north; never the home itself. */
  bearing: z.int().min(0).max(359),
});
export type OfferView = z.infer<typeof offerView>;

export const requestCard = z.strictObject({
  request: serviceRequest,
  service: serviceLabel,
  elder: z.strictObject({
    elderId,
    name: z.string(),
    callName: z.string(),
    villageName: z.string(),
    age: z.int(),
  }),
});
export type RequestCard = z.infer<typeof requestCard>;

export const requestDetail = z.lazy(() =>
  z.strictObject({
    ...requestCard.shape,
    offers: z.array(offerView),
    visits: z.array(shownVisit),
    history: z.array(historyEntry),
    home: home.optional(),
    unreadable: z.array(z.string()),
  }),
);
export type RequestDetail = z.infer<typeof requestDetail>;

export const candidateView = z.lazy(() =>
  z.strictObject({
    helper: helperCard,
    distanceMetres: z.int(),
    travelMinutes: z.int(),
    score: z.number(),
    reasons: reasons,
    /** Which hard rule is in the way; absent when this helper can be assigned. */
    exclusion: z.string().optional(),
  }),
);

const params = z.strictObject({ requestId });
const timeRefusals = [
  'time_past',
  'time_too_far',
  'duration_out_of_range',
  'night_needs_confirmation',
  'request_overlaps',
] as const;

export const previewRequest = route({
  name: 'previewRequest',
  method: 'POST',
  path: '/api/requests/preview',
  summary: 'How many could come, before anybody is asked.',
  access: ['family', 'coordinator', 'elder'],
  relation: 'kin-or-region',
  audit: 'request.previewed',
  body: requestDraft.omit({ recurrence: true, note: true }),
  reply: z.strictObject({
    count: z.int(),
    /** The elder has something else then; `freeAt` is the soonest later start on that day. */
    taken: z.strictObject({ freeAt: instant.optional() }).optional(),
    nearestMetres: z.int().optional(),
    withinMetres: z.int().optional(),
    feeFen: fen.optional(),
  }),
  refusals: ['service_unknown', ...timeRefusals],
});
export const makeRequest = route({
  name: 'makeRequest',
  method: 'POST',
  path: '/api/requests',
  summary: 'Ask for help; each occurrence of a repeat is its own request.',
  access: ['family', 'coordinator', 'elder'],
  relation: 'kin-or-region',
  audit: 'request.made',
  body: z.strictObject({ commandId, ...requestDraft.shape }),
  reply: z.strictObject({ requestId, requestIds: z.array(requestId).min(1) }),
  refusals: ['service_unknown', 'recurrence_invalid', ...timeRefusals],
});
export const listRequestsOfElder = route({
  name: 'listRequestsOfElder',
  method: 'GET',
  path: '/api/elders/{elderId}/requests',
  summary: "An elder's requests by start, latest first.",
  access: ['family', 'coordinator', 'elder'],
  relation: 'kin-or-region',
  audit: 'requests.listed',
  params: z.strictObject({ elderId }),
  query: z.strictObject({ from: instant.optional(), to: instant.optional() }),
  reply: z.strictObject({ requests: z.array(requestCard), unreadable: z.array(z.string()) }),
  refusals: ['time_order_invalid'],
});
export const readRequest = route({
  name: 'readRequest',
  method: 'GET',
  path: '/api/requests/{requestId}',
  summary: 'One request whole: who is asked and why, who comes, what happened.',
  access: ['family', 'coordinator', 'elder'],
  relation: 'kin-or-region',
  audit: 'request.read',
  params,
  reply: requestDetail,
  refusals: [],
});
export const cancelRequest = route({
  name: 'cancelRequest',
  method: 'POST',
  path: '/api/requests/{requestId}/cancel',
  summary: 'Cancel; offers are withdrawn and helpers freed.',
  access: ['family', 'coordinator', 'elder'],
  relation: 'kin-or-region',
  audit: 'request.cancelled',
  params,
  body: z.strictObject({ commandId, reason: line(200) }),
  reply: serviceRequest,
  refusals: ['request_not_open', 'request_in_progress'],
});
export const rescheduleRequest = route({
  name: 'rescheduleRequest',
  method: 'POST',
  path: '/api/requests/{requestId}/reschedule',
  summary: 'Move a request; people are asked anew, who was coming first.',
  access: ['family', 'coordinator', 'elder'],
  relation: 'kin-or-region',
  audit: 'request.rescheduled',
  params,
  body: z.strictObject({
    commandId,
    startsAt: instant,
    minutes: minutes.optional(),
    reason: line(200),
    confirmedNight: z.literal(true).optional(),
  }),
  reply: serviceRequest,
  refusals: ['request_not_open', 'request_in_progress', ...timeRefusals],
});
export const listQueue = route({
  name: 'listQueue',
  method: 'GET',
  path: '/api/requests',
  summary: 'Requests in the region that nobody took, soonest first.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'queue.listed',
  query: z.strictObject({ regionCode: regionCode.optional() }),
  reply: z.strictObject({ requests: z.array(requestCard), unreadable: z.array(z.string()) }),
  refusals: ['region_outside'],
});
export const takeOverRequest = route({
  name: 'takeOverRequest',
  method: 'POST',
  path: '/api/requests/{requestId}/take-over',
  summary: 'Take an unmet request in hand.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'request.taken-over',
  params,
  body: z.strictObject({ commandId }),
  reply: serviceRequest,
  refusals: ['request_not_open', 'request_not_unmet'],
});
export const assignHelper = route({
  name: 'assignHelper',
  method: 'POST',
  path: '/api/requests/{requestId}/assign',
  summary: 'Give a place to a helper who has agreed by phone; hard rules hold.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'request.assigned',
  params,
  body: z.strictObject({ commandId, helperId, why: line(200) }),
  reply: serviceRequest,
  refusals: ['request_not_open', 'offer_taken', 'helper_not_eligible', 'helper_day_full'],
});
export const closeUnmetRequest = route({
  name: 'closeUnmetRequest',
  method: 'POST',
  path: '/api/requests/{requestId}/close-unmet',
  summary: 'Close a request that nobody could meet, saying why.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'request.closed-unmet',
  params,
  body: z.strictObject({ commandId, reason: line(200) }),
  reply: serviceRequest,
  refusals: ['request_not_open', 'request_not_unmet'],
});
export const listCandidates = route({
  name: 'listCandidates',
  method: 'GET',
  path: '/api/requests/{requestId}/candidates',
  summary: 'Who could be assigned, and who near by could not, with the rule in the way.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'candidates.listed',
  params,
  reply: z.strictObject({ candidates: z.array(candidateView), unreadable: z.array(z.string()) }),
  refusals: [],
});

import * as z from 'zod';
import {
  elderId,
  helperId,
  offerId,
  personId,
  requestId,
  seriesId,
  type VisitId,
  visitId,
} from '../kernel/ids';
import { addDays, beijing, beijingInstant, type Instant, instant, isBefore } from '../kernel/instant';
import { count, minutes } from '../kernel/quantity';
import { allow, type Result, refuse } from '../kernel/result';
import { role } from '../kernel/role';
import { line, paragraph } from '../kernel/text';
import { gender, language } from '../people/elder';
import { villageCode } from '../regions/region';

export const urgency = z.enum(['routine', 'soon', 'emergency']);
export type Urgency = z.infer<typeof urgency>;
/** `time` is the elder's own minutes, `pool` the village's, `money` pays a provider. */
export const payBy = z.enum(['time', 'pool', 'money', 'free']);
export type PayBy = z.infer<typeof payBy>;

/** Who should come. Gender is a hard rule where asked; language and a preferred person only raise the rank. */
export const wishes = z.lazy(() =>
  z.strictObject({
    gender: gender.optional(),
    language: language.optional(),
    preferHelperId: helperId.optional(),
  }),
);
export type Wishes = z.infer<typeof wishes>;

/** One helper's place in a request; a service for two helpers has two. */
export const place = z.lazy(() =>
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('open') }),
    z.strictObject({ status: z.literal('held'), helperId, offerId: offerId.optional(), visitId }),
  ]),
);
export type Place = z.infer<typeof place>;
export type HeldPlace = Extract<Place, { status: 'held' }>;

/** Who asked; a coordinator who asks for an elder without a phone keeps both names. */
export const requestedBy = z.strictObject({ personId, role, onBehalfOf: elderId.optional() });
export const by = z.strictObject({ personId, role });

const common = {
  requestId,
  seriesId: seriesId.optional(),
  elderId,
  villageCode,
  serviceCode: z.string().min(1).max(40),
  startsAt: instant,
  endsAt: instant,
  minutes,
  places: z.array(place).min(1).max(2),
  urgency,
  wishes,
  payBy,
  note: paragraph(300),
  requestedBy,
  createdAt: instant,
  /** Offers sent so far, over all searches, for the counter of waves. */
  waves: count,
  /** Nobody is asked one by one before the evening's plan has had its turn, which lays the whole day's routes. */
  waitsForPlan: z.literal(true).optional(),
};

/** 求助: every state names who has it in hand: the platform, a coordinator, or the helpers. */
export const serviceRequest = z.lazy(() =>
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('open'), ...common }),
    z.strictObject({ status: z.literal('matching'), ...common, waveEndsAt: instant }),
    z.strictObject({ status: z.literal('unmet'), ...common, unmetAt: instant }),
    z.strictObject({ status: z.literal('taken_over'), ...common, takenOverBy: by, takenOverAt: instant }),
    z.strictObject({ status: z.literal('scheduled'), ...common }),
    z.strictObject({ status: z.literal('in_progress'), ...common }),
    z.strictObject({ status: z.literal('completed'), ...common }),
    z.strictObject({ status: z.literal('confirmed'), ...common }),
    z.strictObject({
      status: z.literal('cancelled'),
      ...common,
      cancelledBy: by,
      cancelledAt: instant,
      reason: line(200),
    }),
    z.strictObject({
      status: z.literal('closed_unmet'),
      ...common,
      closedBy: by,
      closedAt: instant,
      reason: line(200),
    }),
  ]),
);
export type ServiceRequest = z.infer<typeof serviceRequest>;
export type RequestStatus = ServiceRequest['status'];
type Common = Omit<Extract<ServiceRequest, { status: 'open' }>, 'status'>;

export const isOver = (r: ServiceRequest): boolean =>
  r.status === 'completed' ||
  r.status === 'confirmed' ||
  r.status === 'cancelled' ||
  r.status === 'closed_unmet';
/** A helper can still take a place: the platform is asking, or a coordinator is. */
export const isLooking = (r: ServiceRequest): boolean =>
  r.status === 'open' || r.status === 'matching' || r.status === 'unmet' || r.status === 'taken_over';
export const heldPlaces = (r: ServiceRequest): readonly HeldPlace[] =>
  r.places.filter((each): each is HeldPlace => each.status === 'held');

const commonOf = (r: ServiceRequest): Common => ({
  requestId: r.requestId,
  elderId: r.elderId,
  villageCode: r.villageCode,
  serviceCode: r.serviceCode,
  startsAt: r.startsAt,
  endsAt: r.endsAt,
  minutes: r.minutes,
  places: r.places,
  urgency: r.urgency,
  wishes: r.wishes,
  payBy: r.payBy,
  note: r.note,
  requestedBy: r.requestedBy,
  createdAt: r.createdAt,
  waves: r.waves,
  ...(r.seriesId === undefined ? {} : { seriesId: r.seriesId }),
  ...(r.waitsForPlan === undefined ? {} : { waitsForPlan: r.waitsForPlan }),
});

/** The hour of the evening before at which helpers are asked one by one after all, so that no request goes quiet. */
export const PLAN_OVER_MINUTE = 20 * 60 + 30;

/** From when on helpers are asked for an open request. */
export function askedFrom(r: Pick<Common, 'waitsForPlan' | 'startsAt' | 'createdAt'>): Instant {
  if (r.waitsForPlan === undefined) return r.createdAt;
  const over = beijingInstant(beijing(addDays(r.startsAt, -1)).day, PLAN_OVER_MINUTE);
  return isBefore(over, r.createdAt) ? r.createdAt : over;
}

/** Gives the first open place to a helper; the request is scheduled once every place is held. */
export function holdPlace(r: ServiceRequest, taken: Omit<HeldPlace, 'status'>): Result<ServiceRequest> {
  if (!isLooking(r)) return refuse(isOver(r) ? 'request_not_open' : 'offer_taken');
  const free = r.places.findIndex((each) => each.status === 'open');
  if (free < 0 || heldPlaces(r).some((each) => each.helperId === taken.helperId))
    return refuse('offer_taken');
  const places = r.places.map((each, index) =>
    index === free ? { status: 'held' as const, ...taken } : each,
  );
  return allow(
    places.every((each) => each.status === 'held')
      ? { ...commonOf(r), status: 'scheduled', places }
      : { ...r, places },
  );
}

/** Opens the place of a visit that will not happen; the request looks again. */
export function freePlace(r: ServiceRequest, freed: VisitId): Result<ServiceRequest> {
  if (isOver(r)) return refuse('request_not_open');
  const places = r.places.map(
    (each): Place => (each.status === 'held' && each.visitId === freed ? { status: 'open' } : each),
  );
  return allow({ ...commonOf(r), status: 'open', places });
}

/** Begins or continues looking: a wave went out. */
export const sendWave = (r: ServiceRequest, waveEndsAt: Instant): ServiceRequest => ({
  ...commonOf(r),
  status: 'matching',
  waves: r.waves + 1,
  waveEndsAt,
});
/** Goes on looking in the same wave: someone more was asked, or some have answered; `waveEndsAt` is the next deadline. */
export const keepAsking = (r: ServiceRequest, waveEndsAt: Instant): ServiceRequest => ({
  ...commonOf(r),
  status: 'matching',
  waveEndsAt,
});
/** Nobody could: from here the coordinator of the village has it in hand. */
export const giveUp = (r: ServiceRequest, unmetAt: Instant): ServiceRequest => ({
  ...commonOf(r),
  status: 'unmet',
  unmetAt,
});

type By = z.infer<typeof by>;

export function takeOver(r: ServiceRequest, takenOverBy: By, takenOverAt: Instant): Result<ServiceRequest> {
  if (r.status !== 'unmet') return refuse(isOver(r) ? 'request_not_open' : 'request_not_unmet');
  return allow({ ...commonOf(r), status: 'taken_over', takenOverBy, takenOverAt });
}
export function closeUnmet(
  r: ServiceRequest,
  closedBy: By,
  closedAt: Instant,
  reason: string,
): Result<ServiceRequest> {
  if (r.status !== 'unmet' && r.status !== 'taken_over')
    return refuse(isOver(r) ? 'request_not_open' : 'request_not_unmet');
  return allow({ ...commonOf(r), status: 'closed_unmet', closedBy, closedAt, reason });
}
export function cancel(
  r: ServiceRequest,
  cancelledBy: By,
  cancelledAt: Instant,
  reason: string,
): Result<ServiceRequest> {
  if (isOver(r)) return refuse('request_not_open');
  if (r.status === 'in_progress') return refuse('request_in_progress');
  return allow({ ...commonOf(r), status: 'cancelled', cancelledBy, cancelledAt, reason });
}
/** Moves a request and looks again from the beginning; who was coming is preferred, not assumed. */
export function reschedule(
  r: ServiceRequest,
  to: { startsAt: Instant; endsAt: Instant; minutes: Common['minutes'] },
): Result<ServiceRequest> {
  if (isOver(r)) return refuse('request_not_open');
  if (r.status === 'in_progress') return refuse('request_in_progress');
  const before = heldPlaces(r)[0]?.helperId;
  const preferred = r.wishes.preferHelperId ?? before;
  return allow({
    ...commonOf(r),
    ...to,
    status: 'open',
    places: r.places.map(() => ({ status: 'open' })),
    wishes: preferred === undefined ? r.wishes : { ...r.wishes, preferHelperId: preferred },
  });
}

type VisitStatus =
  | 'scheduled'
  | 'checked_in'
  | 'checked_out'
  | 'confirmed'
  | 'disputed'
  | 'resolved'
  | 'missed'
  | 'cancelled';
/** Where a request stands by the visits that hold its places: it follows the slowest of them. */
export function followVisits(
  r: ServiceRequest,
  visits: readonly { readonly visitId: VisitId; readonly status: VisitStatus }[],
): ServiceRequest {
  if (r.status === 'cancelled' || r.status === 'closed_unmet') return r;
  const held = heldPlaces(r).map(
    (each) => visits.find((visit) => visit.visitId === each.visitId)?.status ?? 'scheduled',
  );
  if (held.length < r.places.length) return r;
  const all = (...statuses: readonly VisitStatus[]) => held.every((status) => statuses.includes(status));
  if (all('confirmed', 'resolved')) return { ...commonOf(r), status: 'confirmed' };
  if (all('checked_out', 'confirmed', 'disputed', 'resolved')) return { ...commonOf(r), status: 'completed' };
  if (held.some((status) => status !== 'scheduled')) return { ...commonOf(r), status: 'in_progress' };
  return { ...commonOf(r), status: 'scheduled' };
}

import * as z from 'zod';
import { elderId, helperId, personId, requestId, visitId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { position } from '../kernel/position';
import { minutes } from '../kernel/quantity';
import { role } from '../kernel/role';
import { line, paragraph } from '../kernel/text';
import { elderWord } from './elder-word';
import { visitException } from './exception';
import { attendance } from './proof';
import { resolution } from './resolution';

/** Who did it, and as which role they acted. */
export const actedBy = z.strictObject({ personId, role });
export type ActedBy = z.infer<typeof actedBy>;

/** What every visit says, whatever its state: five of the six facts, as planned. */
const planned = {
  visitId,
  requestId,
  elderId,
  villageCode: z.string().regex(/^\d{12}$/),
  helperId,
  helperName: line(40),
  serviceCode: z.string().min(1).max(40),
  startsAt: instant,
  endsAt: instant,
  minutes,
  payBy: z.enum(['time', 'pool', 'money', 'free']),
  /** What became of each exception, beside what was noticed. */
  resolutions: z.array(resolution).max(24).optional(),
};

const arrived = { checkIn: attendance };
const served = {
  ...arrived,
  checkOut: attendance,
  summary: paragraph(500),
  /** Whole minutes between arrival and leaving, at most the planned ones and a half again. */
  minutesServed: minutes,
  exceptions: z.array(visitException).max(12),
  elderWord: elderWord.optional(),
};

/** Each state as its own shape: a field exists only where it means something. */
const states = <Common extends z.ZodRawShape>(common: Common) =>
  z.lazy(() =>
    z.discriminatedUnion('status', [
      /** `lateSince` is set when nobody had arrived half an hour after the start. */
      z.strictObject({ ...common, status: z.literal('scheduled'), lateSince: instant.optional() }),
      /** `overdueSince` is set when nobody had left two hours after the end. */
      z.strictObject({
        ...common,
        status: z.literal('checked_in'),
        ...arrived,
        overdueSince: instant.optional(),
      }),
      z.strictObject({ ...common, status: z.literal('checked_out'), ...served, confirmBy: instant }),
      z.strictObject({
        ...common,
        status: z.literal('confirmed'),
        ...served,
        confirmedAt: instant,
        /** `elder` by a word of their own that needs no phone; `system` after three days without an answer. */
        confirmedBy: z.union([actedBy, z.enum(['elder', 'system'])]),
        rating: z.int().min(1).max(5).optional(),
        comment: paragraph(500).optional(),
      }),
      z.strictObject({
        ...common,
        status: z.literal('disputed'),
        ...served,
        disputedAt: instant,
        disputedBy: actedBy,
        reason: line(500),
      }),
      z.strictObject({
        ...common,
        status: z.literal('resolved'),
        ...served,
        disputedAt: instant,
        disputedBy: actedBy,
        reason: line(500),
        resolvedAt: instant,
        resolvedBy: actedBy,
        /** The visit counts as served, counts in part, or does not count. */
        outcome: z.enum(['stands', 'partly', 'void']),
        minutesCredited: minutes,
        note: line(500),
      }),
      z.strictObject({ ...common, status: z.literal('missed'), missedAt: instant }),
      z.strictObject({
        ...common,
        status: z.literal('cancelled'),
        cancelledAt: instant,
        cancelledBy: actedBy,
        reason: line(200),
      }),
    ]),
  );

/** 到访: one helper at one elder's door for one place of a request. `position` is the elder's home. */
export const visit = states({ ...planned, position });
export type Visit = z.infer<typeof visit>;

/** The same as it goes over the wire: where the elder lives is never part of it. */
export const shownVisit = states(planned);
export type ShownVisit = z.infer<typeof shownVisit>;

export type VisitStatus = Visit['status'];
export type VisitIn<S extends VisitStatus> = Extract<Visit, { status: S }>;
export type ScheduledVisit = VisitIn<'scheduled'>;
export type ServedVisit = VisitIn<'checked_out' | 'confirmed' | 'disputed' | 'resolved'>;

/** Between acceptance and closing: while it lasts the helper may see the address and the phone. */
export const isUnderWay = (v: { status: VisitStatus }): boolean =>
  v.status === 'scheduled' || v.status === 'checked_in';

export const isServed = (v: Visit): v is ServedVisit =>
  v.status === 'checked_out' ||
  v.status === 'confirmed' ||
  v.status === 'disputed' ||
  v.status === 'resolved';

/** Every transition there is; what is not here is an illegal jump. */
export const transitions: Readonly<Record<VisitStatus, readonly VisitStatus[]>> = {
  scheduled: ['scheduled', 'checked_in', 'missed', 'cancelled'],
  checked_in: ['checked_in', 'checked_out'],
  checked_out: ['confirmed', 'disputed'],
  confirmed: [],
  disputed: ['resolved'],
  resolved: [],
  // The helper came after all, late or without network, while nobody else had been found.
  missed: ['checked_in'],
  cancelled: [],
};

export function shown(v: Visit): ShownVisit {
  const { position: _home, ...rest } = v;
  return rest;
}

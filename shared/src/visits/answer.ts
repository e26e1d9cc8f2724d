import { addDays, addMinutes, type Instant, isBefore } from '../kernel/instant';
import type { Minutes } from '../kernel/quantity';
import { allow, type Result, refuse } from '../kernel/result';
import type { ActedBy, ScheduledVisit, Visit, VisitIn } from './visit';

const notAnswerable = (v: Visit): Result<never> =>
  v.status === 'confirmed' || v.status === 'disputed' || v.status === 'resolved'
    ? refuse('visit_already_answered')
    : refuse('visit_not_checked_out');

/** Family or the elder says that it was so; after three days without an answer the platform does. */
export function confirm(
  v: Visit,
  by: ActedBy | 'elder' | 'system',
  at: Instant,
  said: { readonly rating?: number; readonly comment?: string } = {},
): Result<VisitIn<'confirmed'>> {
  if (v.status !== 'checked_out') return notAnswerable(v);
  const { confirmBy: _deadline, ...served } = v;
  return allow({
    ...served,
    status: 'confirmed',
    confirmedAt: at,
    confirmedBy: by,
    ...(said.rating === undefined ? {} : { rating: said.rating }),
    ...(said.comment === undefined || said.comment === '' ? {} : { comment: said.comment }),
  });
}

export function dispute(v: Visit, by: ActedBy, at: Instant, reason: string): Result<VisitIn<'disputed'>> {
  if (v.status !== 'checked_out') return notAnswerable(v);
  const { confirmBy: _deadline, ...served } = v;
  return allow({ ...served, status: 'disputed', disputedAt: at, disputedBy: by, reason });
}

export function resolve(
  v: Visit,
  by: ActedBy,
  at: Instant,
  settled: {
    readonly outcome: 'stands' | 'partly' | 'void';
    readonly minutesCredited?: Minutes | undefined;
    readonly note: string;
  },
): Result<VisitIn<'resolved'>> {
  if (v.status !== 'disputed') return refuse('visit_already_answered');
  const part = settled.minutesCredited;
  if (settled.outcome === 'partly' && (part === undefined || part > v.minutesServed))
    return refuse('input_invalid', 'minutesCredited');
  const minutesCredited = {
    stands: v.minutesServed,
    partly: (part ?? 0) as Minutes,
    void: 0 as Minutes,
  }[settled.outcome];
  return allow({
    ...v,
    status: 'resolved',
    resolvedAt: at,
    resolvedBy: by,
    outcome: settled.outcome,
    minutesCredited,
    note: settled.note,
  });
}

export function cancel(v: Visit, by: ActedBy, at: Instant, reason: string): Result<VisitIn<'cancelled'>> {
  if (v.status !== 'scheduled') return refuse('visit_not_scheduled');
  const { lateSince: _late, ...plan } = v;
  return allow({ ...plan, status: 'cancelled', cancelledAt: at, cancelledBy: by, reason });
}

const FURTHEST_DAYS = 60;

export function reschedule(v: Visit, startsAt: Instant, now: Instant): Result<ScheduledVisit> {
  if (v.status !== 'scheduled') return refuse('visit_not_scheduled');
  if (isBefore(startsAt, now)) return refuse('time_past', 'startsAt');
  if (isBefore(addDays(now, FURTHEST_DAYS), startsAt)) return refuse('time_too_far', 'startsAt');
  const { lateSince: _late, ...plan } = v;
  return allow({ ...plan, startsAt, endsAt: addMinutes(startsAt, v.minutes) });
}

export const LATE_AFTER_MINUTES = 30;
export const OVERDUE_AFTER_MINUTES = 120;

/** What time alone does to a visit; `undefined` when there is nothing to do yet. */
export function advance(v: Visit, now: Instant): Visit | undefined {
  if (v.status === 'scheduled' && !isBefore(now, v.endsAt)) {
    const { lateSince: _late, ...plan } = v;
    return { ...plan, status: 'missed', missedAt: now };
  }
  if (
    v.status === 'scheduled' &&
    v.lateSince === undefined &&
    !isBefore(now, addMinutes(v.startsAt, LATE_AFTER_MINUTES))
  )
    return { ...v, lateSince: now };
  if (
    v.status === 'checked_in' &&
    v.overdueSince === undefined &&
    !isBefore(now, addMinutes(v.endsAt, OVERDUE_AFTER_MINUTES))
  )
    return { ...v, overdueSince: now };
  if (v.status === 'checked_out' && !isBefore(now, v.confirmBy)) {
    // The elder has said so already, and the family has had their days to object.
    const confirmed = confirm(v, v.elderWord === undefined ? 'system' : 'elder', now);
    return confirmed.ok ? confirmed.value : undefined;
  }
  return undefined;
}

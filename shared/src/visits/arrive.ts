import { addMinutes, type Instant, isBefore, millisOf, minutesBetween } from '../kernel/instant';
import type { Minutes } from '../kernel/quantity';
import { allow, type Result, refuse } from '../kernel/result';
import { type ExceptionCode, exceptionOf, type VisitException } from './exception';
import { type Attendance, type Door, type Evidence, weigh } from './proof';
import type { Visit, VisitIn } from './visit';

export const CHECK_IN_EARLY_MINUTES = 30;
export const CHECK_IN_LATE_MINUTES = 120;
/** A record that reaches us this much after it was made was written without network. */
const SENT_LATER_MINUTES = 15;
/** A phone whose clock is ahead by more than this is not believed. */
const CLOCK_AHEAD_MINUTES = 5;
const BEGAN_LATE_MINUTES = 15;
/** Days that family has to answer before a visit confirms itself. */
export const CONFIRM_DAYS = 3;

export interface Arriving {
  readonly at: Instant;
  readonly receivedAt: Instant;
  readonly evidence: Evidence;
}

interface Told {
  readonly at: Instant;
  readonly receivedAt: Instant;
}
/** A phone cannot have been somewhere in the future: then the server's time counts. */
export const believed = ({ at, receivedAt }: Told): Instant =>
  minutesBetween(receivedAt, at) > CLOCK_AHEAD_MINUTES ? receivedAt : at;

/** Arrival, from half an hour before the start until two hours after the end, by the phone's own time. */
export function checkIn(v: Visit, given: Arriving, door: Door): Result<VisitIn<'checked_in'>> {
  if (v.status !== 'scheduled' && v.status !== 'missed') return refuse('visit_not_scheduled');
  const at = believed(given);
  if (isBefore(at, addMinutes(v.startsAt, -CHECK_IN_EARLY_MINUTES)))
    return refuse('check_in_too_early', 'at');
  const last = addMinutes(v.endsAt, CHECK_IN_LATE_MINUTES);
  // What was written in time but without network may still arrive for a day.
  if (isBefore(last, at) || isBefore(addMinutes(last, 24 * 60), given.receivedAt))
    return refuse('check_in_too_late', 'at');
  const proof = weigh(given.evidence, door, at);
  if (!proof.ok) return proof;
  const { status: _status, ...rest } = v;
  const plan = withoutLateness(rest);
  const arrival: Attendance = { at: given.at, receivedAt: given.receivedAt, proof: proof.value };
  return allow({ ...plan, status: 'checked_in', checkIn: arrival });
}

function withoutLateness<T extends object>(v: T): Omit<T, 'lateSince' | 'missedAt'> {
  const {
    lateSince: _late,
    missedAt: _missed,
    ...rest
  } = v as T & { lateSince?: unknown; missedAt?: unknown };
  return rest;
}

/** Leaving: with it the six facts are complete, and what was unusual is named. */
export function checkOut(
  v: Visit,
  given: Arriving & { readonly summary: string },
  door: Door,
  serviceListed: boolean,
): Result<VisitIn<'checked_out'>> {
  if (v.status !== 'checked_in') return refuse('visit_not_checked_in');
  const from = effectiveTime(v.checkIn);
  // By the phone's own clock; a time of ours put in its place must not turn the two round.
  if (isBefore(given.at, v.checkIn.at) && isBefore(given.at, from))
    return refuse('check_out_before_check_in', 'at');
  const told = believed(given);
  const at = isBefore(told, from) ? from : told;
  const proof = weigh(given.evidence, door, at);
  if (!proof.ok) return proof;
  const leaving: Attendance = { at: given.at, receivedAt: given.receivedAt, proof: proof.value };
  const lasted = minutesBetween(from, at);
  const { overdueSince: _overdue, ...arrived } = v;
  return allow({
    ...arrived,
    status: 'checked_out',
    checkOut: leaving,
    summary: given.summary,
    minutesServed: servedMinutes(lasted, v.minutes),
    exceptions: exceptionsOf(v, leaving, lasted, serviceListed),
    confirmBy: addMinutes(given.receivedAt, CONFIRM_DAYS * 24 * 60),
  });
}

/** When it really was, as far as the phone's clock can be believed. */
export const effectiveTime = (a: Attendance): Instant => believed(a);

/** Whole minutes, rounded; at most half as much again as was planned, so that a forgotten check-out earns nothing. */
export const servedMinutes = (lasted: number, planned: number): Minutes =>
  Math.min(Math.round(lasted), Math.round(planned * 1.5), 1440) as Minutes;

function exceptionsOf(
  v: VisitIn<'checked_in'>,
  leaving: Attendance,
  lasted: number,
  serviceListed: boolean,
): VisitException[] {
  const found: VisitException[] = [];
  const say = (when: boolean, code: ExceptionCode, at: VisitException['at']): void => {
    if (when) found.push(exceptionOf(code, at));
  };
  for (const [side, moment] of [
    ['check_in', v.checkIn],
    ['check_out', leaving],
  ] as const) {
    const ahead = minutesBetween(moment.receivedAt, moment.at);
    say(moment.proof.kind === 'position' && !moment.proof.verified, 'place_differs', side);
    say(moment.proof.kind === 'none', 'place_unknown', side);
    say(-ahead > SENT_LATER_MINUTES, 'sent_later', side);
    say(ahead > CLOCK_AHEAD_MINUTES, 'clock_differs', side);
  }
  say(minutesBetween(v.startsAt, effectiveTime(v.checkIn)) > BEGAN_LATE_MINUTES, 'began_late', 'visit');
  say(lasted < v.minutes / 2, 'shorter_than_planned', 'visit');
  say(lasted > v.minutes * 1.5, 'longer_than_planned', 'visit');
  say(!serviceListed, 'service_not_listed', 'visit');
  return found;
}

export const isInstantWithin = (at: Instant, from: Instant, to: Instant): boolean =>
  millisOf(at) >= millisOf(from) && millisOf(at) <= millisOf(to);

import type { Service } from '../catalogue/service';
import { addDays, addMinutes, beijing, type Instant, isBefore } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';

export const MOST_DAYS_AHEAD = 60;
const NIGHT = { from: 21, to: 6 };
/** What should only happen by day asks first from dusk on: days are short in a northern winter. */
const DARK = { from: 18, to: 7 };

export interface Draft {
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly confirmedNight?: boolean | undefined;
  /** A later occurrence of a repeat, whose first is near enough. */
  readonly repeated?: boolean;
}

interface Busy {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

const overlaps = (a: Busy, b: Busy): boolean =>
  isBefore(a.startsAt, b.endsAt) && isBefore(b.startsAt, a.endsAt);

/** Whether any part of a visit lies in the hours of Beijing that one asks about: 21 to 6, when an elder sleeps. */
export function touchesNight(startsAt: Instant, endsAt: Instant, hours = NIGHT): boolean {
  const [start, end] = [beijing(startsAt), beijing(endsAt)];
  const endHour = end.minute === 0 && end.hour > 0 ? end.hour - 1 : end.hour;
  return start.hour >= hours.from || start.hour < hours.to || endHour >= hours.from || start.day !== end.day;
}

/** Whether one asks first about this time for this service; what should only happen by day is asked about from dusk. */
export const needsNightConfirmation = (service: Service, span: Busy): boolean =>
  touchesNight(span.startsAt, span.endsAt, service.daytimeOnly ? DARK : NIGHT);

/** Whether a request can be made for this time; a late one asks first and does not forbid. */
export function checkDraft(
  draft: Draft,
  service: Service,
  busy: readonly Busy[],
  now: Instant,
): Result<Busy> {
  const { startsAt, minutes } = draft;
  if (!isBefore(now, startsAt)) return refuse('time_past', 'body.startsAt');
  if (!draft.repeated && isBefore(addDays(now, MOST_DAYS_AHEAD), startsAt))
    return refuse('time_too_far', 'body.startsAt');
  if (minutes < service.minMinutes || minutes > service.maxMinutes)
    return refuse('duration_out_of_range', 'body.minutes');
  const span = { startsAt, endsAt: addMinutes(startsAt, minutes) };
  if (needsNightConfirmation(service, span) && !draft.confirmedNight)
    return refuse('night_needs_confirmation', 'body.startsAt');
  if (busy.some((other) => overlaps(span, other))) return refuse('request_overlaps', 'body.startsAt');
  return allow(span);
}

const STEP_MINUTES = 30;

/**
 * The soonest later start on the same day of Beijing, in steps of half an hour, at which the elder is free and nobody
 * has to be asked whether the hour is meant; undefined when that day has none.
 */
export function nextFree(
  draft: Draft,
  service: Service,
  busy: readonly Busy[],
  now: Instant,
): Instant | undefined {
  const { day } = beijing(draft.startsAt);
  for (
    let at = addMinutes(draft.startsAt, STEP_MINUTES);
    beijing(at).day === day;
    at = addMinutes(at, STEP_MINUTES)
  )
    if (checkDraft({ ...draft, startsAt: at, confirmedNight: false }, service, busy, now).ok) return at;
  return undefined;
}

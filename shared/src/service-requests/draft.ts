import type { Service } from '../catalogue/service';
import { addDays, addMinutes, beijing, type Instant, isBefore } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';

export const MOST_DAYS_AHEAD = 60;
const NIGHT_FROM_HOUR = 21;
const NIGHT_TO_HOUR = 6;

export interface Draft {
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly confirmedNight?: boolean | undefined;
}

interface Busy {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

const overlaps = (a: Busy, b: Busy): boolean =>
  isBefore(a.startsAt, b.endsAt) && isBefore(b.startsAt, a.endsAt);

/** Whether an elder would be asleep: 21 to 6 o'clock in Beijing, touched by any part of the visit. */
export function touchesNight(startsAt: Instant, endsAt: Instant): boolean {
  const [start, end] = [beijing(startsAt), beijing(endsAt)];
  const endHour = end.minute === 0 && end.hour > 0 ? end.hour - 1 : end.hour;
  return (
    start.hour >= NIGHT_FROM_HOUR ||
    start.hour < NIGHT_TO_HOUR ||
    endHour >= NIGHT_FROM_HOUR ||
    start.day !== end.day
  );
}

/** Whether a request can be made for this time; a late one asks first and does not forbid. */
export function checkDraft(
  draft: Draft,
  service: Service,
  busy: readonly Busy[],
  now: Instant,
): Result<Busy> {
  const { startsAt, minutes } = draft;
  if (!isBefore(now, startsAt)) return refuse('time_past', 'body.startsAt');
  if (isBefore(addDays(now, MOST_DAYS_AHEAD), startsAt)) return refuse('time_too_far', 'body.startsAt');
  if (minutes < service.minMinutes || minutes > service.maxMinutes)
    return refuse('duration_out_of_range', 'body.minutes');
  const span = { startsAt, endsAt: addMinutes(startsAt, minutes) };
  if (touchesNight(span.startsAt, span.endsAt) && !draft.confirmedNight)
    return refuse('night_needs_confirmation', 'body.startsAt');
  if (busy.some((other) => overlaps(span, other))) return refuse('request_overlaps', 'body.startsAt');
  return allow(span);
}

import { addDays, addMinutes, beijing, beijingInstant, type Instant } from '@shared/kernel/instant';

const FIRST_HOUR = 8;
const LAST_HOUR = 18;

/** When an elder who presses a button is helped: in about two hours by day, else at nine the next morning. */
export function soonest(now: Instant): Instant {
  const then = beijing(addMinutes(now, 120));
  const today = beijing(now).day;
  if (then.day === today && then.hour >= FIRST_HOUR && then.hour < LAST_HOUR)
    return beijingInstant(today, then.hour * 60);
  const next = beijing(now).hour < FIRST_HOUR - 2 ? now : addDays(now, 1);
  return beijingInstant(beijing(next).day, 9 * 60);
}

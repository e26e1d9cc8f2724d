import { addDays, addMinutes, beijing, beijingInstant, type Day, type Instant } from '@shared/kernel/instant';

const DAYS = 7;
/** Half hours in which a helper knocks at a door without asking first: six in the morning to eight in the evening. */
const STARTS: readonly number[] = Array.from({ length: 29 }, (_, index) => 6 * 60 + index * 30);

/** Today and the six days after it. */
export const daysToMove = (now: Instant): Day[] =>
  Array.from({ length: DAYS }, (_, index) => beijing(addDays(now, index)).day);

/** The half hours of a day that are still ahead and end before the night. */
export const startsToMove = (day: Day, minutes: number, now: Instant): number[] =>
  STARTS.filter((start) => {
    const at = beijingInstant(day, start);
    return at > now && addMinutes(at, minutes) <= beijingInstant(day, 21 * 60);
  });

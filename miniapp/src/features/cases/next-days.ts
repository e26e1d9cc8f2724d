import { addDays, beijing, type Day, type Instant } from '@shared/kernel/instant';
import type { Locale } from '@/i18n';
import { dayName } from '@/platform';
import { noonOf } from '@/platform/time';

/** Today and the days after it, as choices that are said and not typed. */
export const dayOptions = (now: Instant, count: number, locale: Locale) =>
  Array.from({ length: count }, (_, ahead) => {
    const on: Day = beijing(addDays(now, ahead)).day;
    return { value: on as string, text: dayName(noonOf(on), now, locale) };
  });

/** Whole days from one day to another; negative when it is past. */
export const daysFrom = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

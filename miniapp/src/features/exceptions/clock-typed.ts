import { beijing, beijingInstant, type Instant } from '@shared/kernel/instant';

/** `10:40`, `1040`, `9：05` as a moment of the day on which something began; undefined where it is no time of day. */
export function momentTyped(typed: string, onDayOf: Instant): Instant | undefined {
  const found = /^(\d{1,2})[:：.]?(\d{2})$/.exec(typed.trim());
  if (!found) return undefined;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  return hour > 23 || minute > 59 ? undefined : beijingInstant(beijing(onDayOf).day, hour * 60 + minute);
}

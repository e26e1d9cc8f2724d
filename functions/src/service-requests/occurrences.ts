import { beijing, beijingInstant, day, type Instant } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { MOST_OCCURRENCES, type Recurrence, rruleText } from '@shared/service-requests/recurrence';

/**
 * The starts of all occurrences, the first always included, by RFC 5545 in Beijing wall time. The library counts in
 * floating time, so wall time goes in as if it were UTC and comes out the same way. It is read only for a repeat,
 * which few requests are.
 */
export async function occurrences(
  first: Instant,
  rule: Recurrence | undefined,
): Promise<Result<readonly Instant[]>> {
  if (!rule) return allow([first]);
  const start = beijing(first);
  if (rule.until !== undefined && rule.until < start.day)
    return refuse('recurrence_invalid', 'body.recurrence.until');
  const floating = `${start.day.replaceAll('-', '')}T${two(start.hour)}${two(start.minute)}00`;
  const { rrulestr } = await import('rrule');
  const set = rrulestr(`DTSTART:${floating}\nRRULE:${rruleText(rule)}`);
  const starts = set
    .all((_, index) => index <= MOST_OCCURRENCES)
    .map((at) =>
      beijingInstant(day.parse(at.toISOString().slice(0, 10)), at.getUTCHours() * 60 + at.getUTCMinutes()),
    );
  const all = starts.includes(first) ? starts : [first, ...starts];
  return all.length > MOST_OCCURRENCES ? refuse('recurrence_invalid', 'body.recurrence') : allow(all);
}

const two = (number: number): string => String(number).padStart(2, '0');

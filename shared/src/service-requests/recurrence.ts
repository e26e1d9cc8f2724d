import * as z from 'zod';
import { day } from '../kernel/instant';

export const weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
export type Weekday = z.infer<typeof weekday>;
/** More occurrences than this are asked for again later, when life is known better. */
export const MOST_OCCURRENCES = 26;

/** How a request repeats: the part of RFC 5545 that families use. Ends after a count or on a Beijing day. */
export const recurrence = z.lazy(() =>
  z
    .strictObject({
      freq: z.enum(['daily', 'weekly']),
      interval: z.int().min(1).max(12),
      byDay: z.array(weekday).min(1).max(7).optional(),
      count: z.int().min(2).max(MOST_OCCURRENCES).optional(),
      until: day.optional(),
    })
    .refine((rule) => (rule.count === undefined) !== (rule.until === undefined))
    .refine((rule) => rule.byDay === undefined || rule.freq === 'weekly'),
);
export type Recurrence = z.infer<typeof recurrence>;

/** The RRULE value of RFC 5545 section 3.3.10, in Beijing wall time without a zone. */
export function rruleText(rule: Recurrence): string {
  const parts = [`FREQ=${rule.freq.toUpperCase()}`, `INTERVAL=${rule.interval}`];
  if (rule.byDay) parts.push(`BYDAY=${rule.byDay.join(',')}`);
  if (rule.count !== undefined) parts.push(`COUNT=${rule.count}`);
  if (rule.until !== undefined) parts.push(`UNTIL=${rule.until.replaceAll('-', '')}T235959`);
  return parts.join(';');
}

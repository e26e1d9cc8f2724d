import * as z from 'zod';
import { type VisitId, visitId } from '../kernel/ids';
import { addMinutes, type Instant, instant, isBefore } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';

/** How many codes may be typed in at one visit within half an hour; two are enough for who reads them off. */
export const MOST_CODES = 6;
export const CODES_MINUTES = 30;

/** Codes typed in at a visit, right or wrong, until the count begins anew. */
export const codeTries = z.strictObject({ visitId, tries: z.int().min(1).max(MOST_CODES), until: instant });
export type CodeTries = z.infer<typeof codeTries>;

/** One more code, counted before anybody looks whether it is right: guesses sent side by side count as well. */
export function tryCode(before: CodeTries | undefined, id: VisitId, now: Instant): Result<CodeTries> {
  if (before === undefined || !isBefore(now, before.until))
    return allow({ visitId: id, tries: 1, until: addMinutes(now, CODES_MINUTES) });
  if (before.tries >= MOST_CODES) return refuse('codes_tried_out', 'evidence.code');
  return allow({ ...before, tries: before.tries + 1 });
}

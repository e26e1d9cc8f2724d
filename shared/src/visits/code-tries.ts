import * as z from 'zod';
import { type VisitId, visitId } from '../kernel/ids';
import { addMinutes, type Instant, instant, isBefore } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';

/** How many codes may be typed in at one visit within half an hour; three are enough for who reads them off. */
export const MOST_CODES = 6;
export const CODES_MINUTES = 30;
const MOST_KEPT = 60;

/**
 * Codes typed in at a visit. `mark` names one typing: the command and what was typed, so that a network that brings
 * the same command twice does not use up somebody's tries, and another code under the same command does.
 */
export const codeTries = z.lazy(() =>
  z.strictObject({
    visitId,
    tries: z
      .array(z.strictObject({ mark: z.string().min(1).max(64), at: instant, wrong: z.boolean() }))
      .min(1)
      .max(MOST_KEPT),
  }),
);
export type CodeTries = z.infer<typeof codeTries>;

interface Typed {
  readonly visitId: VisitId;
  readonly mark: string;
}

/** One more code, counted before anybody looks whether it is right: guesses sent side by side count as well. */
export function tryCode(before: CodeTries | undefined, typed: Typed, now: Instant): Result<CodeTries> {
  const tries = before?.tries ?? [];
  if (before !== undefined && tries.some(({ mark }) => mark === typed.mark)) return allow(before);
  const from = addMinutes(now, -CODES_MINUTES);
  if (tries.filter(({ at }) => isBefore(from, at)).length >= MOST_CODES)
    return refuse('codes_tried_out', 'evidence.code');
  return allow({
    visitId: typed.visitId,
    tries: [...tries, { mark: typed.mark, at: now, wrong: false }].slice(-MOST_KEPT),
  });
}

export const markWrong = (counted: CodeTries, wrongMark: string): CodeTries => ({
  ...counted,
  tries: counted.tries.map((each) => (each.mark === wrongMark ? { ...each, wrong: true } : each)),
});

/** How many of them were wrong; it stays with the visit, and lowers how well the visit is shown. */
export const wrongCodes = (counted: CodeTries | undefined): number =>
  counted?.tries.filter(({ wrong }) => wrong).length ?? 0;

import * as z from 'zod';
import { line } from '../kernel/text';
import { type Band, bandOf, type Instrument, type Item, leastOf, mostOf, optionOf } from './instrument';

/** Why a question has no answer; said, never guessed. */
export const skipReason = z.enum(['rather_not', 'cannot_say', 'cannot_be_seen']);
export type SkipReason = z.infer<typeof skipReason>;

/** One answer: a choice of the item, or why there is none. */
export const answer = z.union([
  z.strictObject({ choice: line(20) }),
  z.strictObject({ skipped: skipReason }),
]);
export type Answer = z.infer<typeof answer>;
export type Answers = Readonly<Record<string, Answer>>;

const count = z.int().min(0).max(1_000);

/**
 * What the answers add up to. With a question left out there is no score: only the span it must lie in, and a band
 * when the whole span lies in one. Nothing is prorated.
 */
export const score = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('whole'),
      score: count,
      band: z.string(),
      domains: z.array(z.strictObject({ code: z.string(), score: count, most: count })),
    }),
    z.strictObject({
      kind: z.literal('range'),
      atLeast: count,
      atMost: count,
      band: z.string().optional(),
      missing: z.array(z.string()).min(1),
    }),
  ]),
);
export type Score = z.infer<typeof score>;

const scored = (item: Item, given: Answer | undefined): number | undefined =>
  given === undefined || !('choice' in given) ? undefined : optionOf(item, given.choice)?.score;

export function scoreOf(instrument: Instrument, answers: Answers): Score {
  const each = instrument.items.map((item) => ({ item, score: scored(item, answers[item.code]) }));
  const missing = each.filter((one) => one.score === undefined).map(({ item }) => item.code);
  const atLeast = each.reduce((sum, { item, score: got }) => sum + (got ?? leastOf(item)), 0);
  if (missing.length === 0)
    return {
      kind: 'whole',
      score: atLeast,
      band: bandOf(instrument, atLeast).code,
      domains: instrument.domains.map(({ code }) => {
        const own = each.filter(({ item }) => item.domain === code);
        return {
          code,
          score: own.reduce((sum, one) => sum + (one.score ?? 0), 0),
          most: own.reduce((sum, { item }) => sum + mostOf(item), 0),
        };
      }),
    };
  const atMost = each.reduce((sum, { item, score: got }) => sum + (got ?? mostOf(item)), 0);
  const same = oneBand(instrument, atLeast, atMost);
  return { kind: 'range', atLeast, atMost, missing, ...(same ? { band: same.code } : {}) };
}

function oneBand(instrument: Instrument, atLeast: number, atMost: number): Band | undefined {
  const low = bandOf(instrument, atLeast);
  return low.code === bandOf(instrument, atMost).code ? low : undefined;
}

import * as z from 'zod';
import { elderId, personId } from '../kernel/ids';
import { type Instant, instant } from '../kernel/instant';
import { count } from '../kernel/quantity';
import { allow, type Result, refuse } from '../kernel/result';
import { role } from '../kernel/role';
import { line } from '../kernel/text';

/** Lines of one card: each is good for one visit, so that a line once read out opens nothing more. */
export const CARD_LINES = 24;

/**
 * 码卡: the paper by which an elder without a telephone says that a visit was so. The numbers themselves are never
 * stored; they follow from our secret, the elder, the number of the card and the line.
 */
export const codeCard = z.strictObject({
  elderId,
  /** The first card of an elder is 1; only the last one counts. */
  number: count.min(1),
  madeAt: instant,
  madeBy: z.strictObject({ personId, role, name: line(20) }),
  used: z.array(z.int().min(1).max(CARD_LINES)).max(CARD_LINES),
  voidedAt: instant.optional(),
});
export type CodeCard = z.infer<typeof codeCard>;

export const isValid = (card: CodeCard | undefined): card is CodeCard =>
  card !== undefined && card.voidedAt === undefined;

/** The line to be read out next; none when the card is used up. */
export const nextLine = (card: CodeCard | undefined): number | undefined =>
  isValid(card)
    ? Array.from({ length: CARD_LINES }, (_, index) => index + 1).find((n) => !card.used.includes(n))
    : undefined;

/** A new card; whatever came before it is worth nothing from that moment. */
export const makeCard = (
  before: CodeCard | undefined,
  of: Pick<CodeCard, 'elderId' | 'madeBy'>,
  now: Instant,
): CodeCard => ({ ...of, number: (before?.number ?? 0) + 1, madeAt: now, used: [] });

export function voidCard(card: CodeCard | undefined, now: Instant): Result<CodeCard> {
  return isValid(card) ? allow({ ...card, voidedAt: now }) : refuse('card_not_valid');
}

/** Spends one line, where what was read out is what stands there. */
export function spendLine(
  card: CodeCard | undefined,
  lineNumber: number,
  matches: boolean,
): Result<CodeCard> {
  if (!isValid(card)) return refuse('card_not_valid');
  if (card.used.includes(lineNumber)) return refuse('card_line_used', 'line');
  return matches ? allow({ ...card, used: [...card.used, lineNumber] }) : refuse('card_code_wrong', 'code');
}

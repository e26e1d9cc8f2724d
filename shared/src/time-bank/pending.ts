import type { Instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import type { Amount } from './amount';
import { closingIdOf, type PendingTransfer, type Transfer, type TransferBy } from './transfer';

interface How {
  readonly at: Instant;
  readonly by: TransferBy;
  readonly why?: string | undefined;
  /** The rules under which whoever closes believes it was set aside. */
  readonly rules: string;
}

const closing = (p: PendingTransfer, { at, by, why }: How) => ({
  transferId: closingIdOf(p.transferId),
  code: p.code,
  debit: p.debit,
  credit: p.credit,
  at,
  by,
  cause: p.cause,
  about: p.about,
  rules: p.rules,
  ...(why === undefined || why === '' ? {} : { why }),
  pendingId: p.transferId,
  pendingMinutes: p.minutes,
});

/** What was set aside under one version of the rules is never settled under another: the past is not rewritten. */
const sameRules = (p: PendingTransfer, { rules }: How): boolean => p.rules === rules;

/** Takes `minutes` of what was set aside, at least one and at most all; the rest is free again. */
export function post(p: PendingTransfer, minutes: Amount, how: How): Result<Transfer> {
  if (!sameRules(p, how)) return refuse('time_rules_changed');
  if (minutes > p.minutes) return refuse('time_not_enough');
  return allow({ ...closing(p, how), step: 'post', minutes });
}

/** Gives back what was set aside: `void` because somebody decided so, `expire` because time did. */
export function release(p: PendingTransfer, step: 'void' | 'expire', how: How): Result<Transfer> {
  return sameRules(p, how) ? allow({ ...closing(p, how), step }) : refuse('time_rules_changed');
}

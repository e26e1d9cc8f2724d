import type { Instant } from '../kernel/instant';
import { beijing, type Day, day } from '../kernel/instant';
import type { AccountId } from './account';
import type { Amount } from './amount';
import { available, type Balance } from './balance';
import { rulesName, type TimeRules } from './rules';
import { type Transfer, transferIdOf } from './transfer';

/** The Beijing day so many months before; the last of a month stays within it. */
export function monthsBefore(on: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = on.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return day.parse(`${first.toISOString().slice(0, 8)}${String(Math.min(date, last)).padStart(2, '0')}`);
}

/**
 * What lapses of an account by a day: the oldest minutes are used first, so what lapses is what was credited before
 * the cut and not yet used since, and never what is set aside.
 */
export function lapsing(balance: Balance, creditedBefore: number): number {
  const used = balance.debitsPosted + balance.debitsPending;
  return Math.max(0, Math.min(creditedBefore - used, available(balance)));
}

export function lapse(
  balance: Balance,
  creditedBefore: number,
  to: AccountId,
  rules: TimeRules,
  at: Instant,
): Transfer | undefined {
  const minutes = lapsing(balance, creditedBefore);
  if (minutes === 0) return undefined;
  const cause = { kind: 'month' as const, id: `${beijing(at).day.slice(0, 7)}:${balance.accountId}` };
  return {
    step: 'posted',
    code: 'expire',
    transferId: transferIdOf('expire', cause),
    cause,
    debit: balance.accountId,
    credit: to,
    at,
    by: 'system',
    about: {},
    rules: rulesName(rules),
    minutes: minutes as Amount,
  };
}

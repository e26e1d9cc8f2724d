import * as z from 'zod';
import { instant } from '../kernel/instant';
import { accountId } from './account';
import { type Balance, emptyBalance } from './balance';
import type { Transfer } from './transfer';

const difference = z.lazy(() =>
  z.strictObject({
    accountId,
    field: z.enum([
      'debitsPosted',
      'creditsPosted',
      'debitsPending',
      'creditsPending',
      'entries',
      'below_zero',
    ]),
    stored: z.int(),
    counted: z.int(),
  }),
);
export type Difference = z.infer<typeof difference>;

/** 对账: what one night's reconciliation found, and where. */
export const reconciliation = z.lazy(() =>
  z.strictObject({
    at: instant,
    accounts: z.int(),
    entries: z.int(),
    /** Posted credits less posted debits over all accounts: zero, or minutes came from nowhere. */
    sumMinutes: z.int(),
    pendingSumMinutes: z.int(),
    differences: z.array(difference).max(200),
    unreadable: z.array(z.string()).max(200),
  }),
);
export type Reconciliation = z.infer<typeof reconciliation>;

/** Counts an account anew from its postings alone. */
export function recount(balance: Balance, transfers: readonly Transfer[]): Balance {
  const sums = { ...emptyBalance(balance.accountId, balance.regionCode) };
  for (const t of transfers) {
    const debits = t.debit === balance.accountId;
    const pending = debits ? 'debitsPending' : 'creditsPending';
    const postedSum = debits ? 'debitsPosted' : 'creditsPosted';
    sums.entries += 1;
    if (t.step === 'pending') sums[pending] += t.minutes;
    else if (t.step === 'posted') sums[postedSum] += t.minutes;
    else {
      sums[pending] -= t.pendingMinutes;
      if (t.step === 'post') sums[postedSum] += t.minutes;
    }
  }
  return sums;
}

/** Where the stored balance and its postings differ, and whether someone owes who may not. */
export function compare(stored: Balance, counted: Balance, mayOwe: boolean): Difference[] {
  const fields = ['debitsPosted', 'creditsPosted', 'debitsPending', 'creditsPending', 'entries'] as const;
  const differences: Difference[] = fields.flatMap((field) =>
    stored[field] === counted[field]
      ? []
      : [{ accountId: stored.accountId, field, stored: stored[field], counted: counted[field] }],
  );
  const left = stored.creditsPosted - stored.debitsPosted - stored.debitsPending;
  if (left < 0 && !mayOwe)
    differences.push({ accountId: stored.accountId, field: 'below_zero', stored: left, counted: left });
  return differences;
}

import * as z from 'zod';
import { allow, type Result, refuse } from '../kernel/result';
import { type AccountId, accountId, mayOwe } from './account';
import type { ClosingTransfer, Transfer } from './transfer';

const sum = z.int().min(0);

/** 余额: four sums that only grow by transfers. What is set aside is still the owner's, and cannot be spent. */
export const balance = z.strictObject({
  accountId,
  /** Where the owner lives: village of 12 digits, or county of 6 for accounts of a county. */
  regionCode: z.string().regex(/^(\d{6}|\d{12})$/),
  debitsPosted: sum,
  creditsPosted: sum,
  debitsPending: sum,
  creditsPending: sum,
  /** How many postings this account has, so that a missing one is noticed. */
  entries: sum,
});
export type Balance = z.infer<typeof balance>;

export const emptyBalance = (id: AccountId, regionCode: string): Balance => ({
  accountId: id,
  regionCode,
  debitsPosted: 0,
  creditsPosted: 0,
  debitsPending: 0,
  creditsPending: 0,
  entries: 0,
});

export const posted = (b: Balance): number => b.creditsPosted - b.debitsPosted;
/** What can be spent or given now, in minutes. */
export const available = (b: Balance): number => posted(b) - b.debitsPending;

/** What one transfer does to the account on one side of it. */
export function applyTo(b: Balance, t: Transfer): Result<Balance> {
  const debits = t.debit === b.accountId;
  if (!debits && t.credit !== b.accountId) throw new Error(`${t.transferId} does not touch ${b.accountId}`);
  if (t.debit === t.credit) return refuse('time_to_self');
  const next = { ...b, entries: b.entries + 1 };
  if (t.step === 'posted' || t.step === 'pending') {
    if (debits && !mayOwe(b.accountId) && t.minutes > available(b)) return refuse('time_not_enough');
    if (t.step === 'pending')
      return allow(
        debits
          ? { ...next, debitsPending: b.debitsPending + t.minutes }
          : { ...next, creditsPending: b.creditsPending + t.minutes },
      );
    return allow(
      debits
        ? { ...next, debitsPosted: b.debitsPosted + t.minutes }
        : { ...next, creditsPosted: b.creditsPosted + t.minutes },
    );
  }
  return close(next, t, debits);
}

function close(b: Balance, t: ClosingTransfer, debits: boolean): Result<Balance> {
  const moved = t.step === 'post' ? t.minutes : 0;
  if (moved > t.pendingMinutes) return refuse('time_not_enough');
  const pending = (debits ? b.debitsPending : b.creditsPending) - t.pendingMinutes;
  if (pending < 0) return refuse('time_hold_closed');
  return allow(
    debits
      ? { ...b, debitsPending: pending, debitsPosted: b.debitsPosted + moved }
      : { ...b, creditsPending: pending, creditsPosted: b.creditsPosted + moved },
  );
}

/** The balances after several transfers, each account folded once; the first refusal stands for all. */
export function applyAll(
  balances: ReadonlyMap<AccountId, Balance>,
  transfers: readonly Transfer[],
): Result<ReadonlyMap<AccountId, Balance>> {
  const after = new Map(balances);
  for (const t of transfers)
    for (const id of [t.debit, t.credit]) {
      const before = after.get(id);
      if (before === undefined) throw new Error(`the balance of ${id} was not read`);
      const applied = applyTo(before, t);
      if (!applied.ok) return applied;
      after.set(id, applied.value);
    }
  return allow(after);
}

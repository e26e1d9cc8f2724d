import { allow } from '@shared/kernel/result';
import { type AccountId, mayOwe } from '@shared/time-bank/account';
import { type Balance, posted } from '@shared/time-bank/balance';
import { compare, type Difference, type Reconciliation, recount } from '@shared/time-bank/reconciliation';
import type { Transfer } from '@shared/time-bank/transfer';
import { regionItem } from '../people/items';
import type { Deps } from '../platform/deps';
import { create, type ItemKind, type Key, type ListQuery, type Stored } from '../table/port';
import { balanceItem, balanceKey, entriesOf, entryItem, reconciliationItem } from './items';
import { once } from './ledger';

/** Every item of a list, page after page; broken ones are named. */
export async function* everyOf<T>(
  deps: Pick<Deps, 'table'>,
  kind: ItemKind<T>,
  query: ListQuery,
  unreadable: (key: Key) => void = () => undefined,
): AsyncGenerator<Stored<T>> {
  let after: string | undefined;
  do {
    const page = await deps.table.list(kind, { ...query, ...(after === undefined ? {} : { after }) });
    for (const key of page.unreadable) unreadable(key);
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

export async function countiesOf(deps: Pick<Deps, 'table'>): Promise<string[]> {
  const page = await deps.table.list(regionItem, { index: 'byRegion', pk: 'REGIONS#root' });
  return page.items.map(({ value }) => value.code);
}

const LOOKS = 5;

/** One account at rest: its balance and all its postings, read again while it moves. */
async function accountAtRest(
  deps: Pick<Deps, 'table'>,
  id: AccountId,
  unreadable: (key: Key) => void,
): Promise<{ balance: Balance; transfers: Transfer[] } | undefined> {
  let seen = await deps.table.get(balanceItem, balanceKey(id));
  for (let look = 1; seen && look <= LOOKS; look += 1) {
    const transfers: Transfer[] = [];
    for await (const { value } of everyOf(deps, entryItem, { ...entriesOf(id), limit: 1000 }, unreadable))
      transfers.push(value.transfer);
    const again = await deps.table.get(balanceItem, balanceKey(id));
    if (again?.version === seen.version || look === LOOKS) return { balance: seen.value, transfers };
    seen = again;
  }
  return undefined;
}

/**
 * Counts every account anew from its postings and compares; then all accounts against each other: posted credits less
 * posted debits are zero, and so are the pending ones. Says where not. Reads only.
 */
export async function reconcile(deps: Pick<Deps, 'table' | 'clock'>): Promise<Reconciliation> {
  const found = { accounts: 0, entries: 0, sumMinutes: 0, pendingSumMinutes: 0 };
  const differences: Difference[] = [];
  const unreadable: string[] = [];
  const name = (key: Key): void => void unreadable.push(`${key.pk} ${key.sk}`);
  for (const county of await countiesOf(deps)) {
    const accounts = everyOf(deps, balanceItem, { index: 'byRegion', pk: `TIMEACCOUNTS#${county}` }, name);
    for await (const { value } of accounts) {
      const read = await accountAtRest(deps, value.accountId, name);
      if (!read) continue;
      found.accounts += 1;
      found.entries += read.transfers.length;
      found.sumMinutes += posted(read.balance);
      found.pendingSumMinutes += read.balance.creditsPending - read.balance.debitsPending;
      differences.push(
        ...compare(read.balance, recount(read.balance, read.transfers), mayOwe(value.accountId)),
      );
    }
  }
  return {
    at: deps.clock(),
    ...found,
    differences: differences.slice(0, 200),
    unreadable: [...new Set(unreadable)].slice(0, 200),
  };
}

export const keepReconciliation = (deps: Pick<Deps, 'table'>, found: Reconciliation) =>
  once(deps, async () => {
    const before = await deps.table.get(reconciliationItem, { pk: 'TIMERECONCILIATIONS', sk: found.at });
    return allow(before ? 'done' : [create(reconciliationItem, found)]);
  });

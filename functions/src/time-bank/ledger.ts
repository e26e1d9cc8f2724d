import { allow, type Result } from '@shared/kernel/result';
import { type AccountId, kindOf, ownerOf } from '@shared/time-bank/account';
import { applyAll, type Balance, emptyBalance } from '@shared/time-bank/balance';
import type { Transfer } from '@shared/time-bank/transfer';
import type { Deps } from '../platform/deps';
import {
  create,
  type ItemKind,
  type Key,
  replace,
  type Stored,
  TableUnavailable,
  UnreadableItem,
  type Write,
} from '../table/port';
import { balanceItem, balanceKey, entryItem, transferItem } from './items';

/** Many items, of which none may be broken: what the ledger decides on is whole, or it decides nothing. */
export async function readAll<T>(
  deps: Pick<Deps, 'table'>,
  kind: ItemKind<T>,
  keys: readonly Key[],
): Promise<readonly (Stored<T> | undefined)[]> {
  const { items, unreadable } = await deps.table.getMany(kind, keys);
  if (unreadable[0] !== undefined) throw new UnreadableItem(unreadable[0]);
  return items;
}

/** Balances as they were read, with their versions, so that what was decided on is what is replaced. */
export class Book {
  readonly #stored = new Map<AccountId, Stored<Balance> | undefined>();

  constructor(
    readonly deps: Pick<Deps, 'table'>,
    /** Where the owners of personal accounts live, for accounts that do not exist yet. */
    readonly homes: ReadonlyMap<AccountId, string> = new Map(),
  ) {}

  async read(ids: readonly AccountId[]): Promise<Balance[]> {
    const missing = [...new Set(ids)].filter((id) => !this.#stored.has(id));
    if (missing.length > 0) {
      const found = await readAll(this.deps, balanceItem, missing.map(balanceKey));
      for (const [index, id] of missing.entries()) this.#stored.set(id, found[index]);
    }
    return ids.map((id) => this.#stored.get(id)?.value ?? emptyBalance(id, this.#home(id)));
  }

  async readOne(id: AccountId): Promise<Balance> {
    const [one] = await this.read([id]);
    if (one === undefined) throw new Error(`${id} was not read`);
    return one;
  }

  #home(id: AccountId): string {
    const home =
      this.homes.get(id) ?? (kindOf(id) === 'person' || kindOf(id) === 'elder' ? undefined : ownerOf(id));
    if (home === undefined) throw new Error(`nobody said where the owner of ${id} lives`);
    return home;
  }

  /** Everything that transfers write: themselves, both of their sides, and the balances they change. */
  async writes(transfers: readonly Transfer[]): Promise<Result<Write[]>> {
    const ids = [...new Set(transfers.flatMap((t) => [t.debit, t.credit]))];
    const before = await this.read(ids);
    const after = applyAll(new Map(before.map((b) => [b.accountId, b])), transfers);
    if (!after.ok) return after;
    return allow([
      ...transfers.flatMap((t) => [
        create(transferItem, t),
        create(entryItem, { accountId: t.debit, transfer: t }),
        create(entryItem, { accountId: t.credit, transfer: t }),
      ]),
      ...[...after.value.values()].map((b) => {
        const old = this.#stored.get(b.accountId);
        return old ? replace(old, b) : create(balanceItem, b);
      }),
    ]);
  }
}

const ATTEMPTS = 12;

/**
 * For what no person commands: a change of the stream, a night, a deadline. `attempt` reads and decides, and says `done`
 * where it finds its own transfer already there: so however often it runs, and wherever it was cut off, it counts once.
 */
export async function once(
  deps: Pick<Deps, 'table'>,
  attempt: () => Promise<Result<readonly Write[] | 'done'>>,
): Promise<Result<'done' | 'written'>> {
  for (let tries = 1; ; tries += 1) {
    const decided = await attempt();
    if (!decided.ok) return decided;
    if (decided.value === 'done') return allow('done');
    try {
      const committed = await deps.table.commit(decided.value);
      if (committed.ok) return allow('written');
      if (committed.refusal.code !== 'changed_meanwhile' || tries >= ATTEMPTS) return committed;
    } catch (error) {
      if (!(error instanceof TableUnavailable) || tries >= ATTEMPTS) throw error;
    }
  }
}

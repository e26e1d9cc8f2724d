import type { SessionWorker, WorkerCame } from '@shared/groups/worker';
import type { PersonId } from '@shared/kernel/ids';
import { beijing, type Instant } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { personAccount } from '@shared/time-bank/account';
import { creditAttendance } from '@shared/time-bank/earn';
import { monthOf } from '@shared/time-bank/earnings';
import { type Transfer, transferIdOf } from '@shared/time-bank/transfer';
import { helperItem, helperKey } from '../helpers/items';
import type { Deps } from '../platform/deps';
import { create, replace, type Write } from '../table/port';
import { earningsItem, earningsKey, transferItem, transferKey } from './items';
import { Book } from './ledger';
import { rulesAt } from './load-rules';

/** One list of who worked somewhere, kept by somebody else. */
export interface WorkList {
  /** Of the session or activity: with the person it makes the transfer's id, so a repeat is the same credit. */
  readonly listId: string;
  readonly workers: readonly SessionWorker[];
  readonly came: readonly PersonId[];
  readonly keptBy: PersonId;
  readonly villageCode: string;
  readonly startsAt: Instant;
  readonly minutes: number;
  /** As the statement tells it: 剪纸小组 第二次. */
  readonly activity: string;
}

interface Credited {
  readonly workersCame: readonly WorkerCame[];
  readonly writes: readonly Write[];
}

/**
 * What a list of one to many credits: every volunteer who came, within the caps of visits, in the writes of one
 * transaction with the list itself. A cap is no reason to lose the list; it is said beside the name.
 */
export async function creditWorkList(deps: Deps, list: WorkList): Promise<Result<Credited>> {
  const on = beijing(list.startsAt).day;
  const rules = await rulesAt(deps, list.villageCode, on);
  const volunteers = list.workers.filter((each) => list.came.includes(each.personId) && each.helperId);
  const found = await deps.table.getMany(
    helperItem,
    volunteers.map((each) => helperKey(each.helperId ?? '')),
  );
  const homes = new Map(
    found.items.flatMap((each) =>
      each && each.value.kind === 'volunteer'
        ? [[personAccount(each.value.personId), each.value.villageCode] as const]
        : [],
    ),
  );
  const book = new Book(deps, homes);
  const transfers: Transfer[] = [];
  const writes: Write[] = [];
  const workersCame: WorkerCame[] = [];
  for (const { personId } of list.workers) {
    const none = (why: 'paid' | 'absent' | 'cap' | 'too_short', came = true) =>
      void workersCame.push({ personId, came, credit: { kind: 'none', why } });
    const account = personAccount(personId);
    if (!list.came.includes(personId)) none('absent', false);
    else if (!homes.has(account)) none('paid');
    else {
      const cause = { kind: 'attendance' as const, id: `${list.listId}:${personId}` };
      if (await deps.table.get(transferItem, transferKey(transferIdOf('attend', cause))))
        return refuse('time_already_credited');
      const month = await deps.table.get(earningsItem, earningsKey(account, monthOf(on)));
      const credited = creditAttendance(
        { ...list, attendanceId: list.listId, personId, witnessedBy: list.keptBy },
        {
          rules,
          balance: await book.readOne(account),
          earnings: month?.value ?? { accountId: account, month: monthOf(on), byDay: {} },
          suspicions: [],
          at: deps.clock(),
        },
      );
      if (!credited.ok && credited.refusal.code === 'time_cap_reached') none('cap');
      else if (!credited.ok && credited.refusal.code === 'time_nothing_to_credit') none('too_short');
      else if (!credited.ok) return credited;
      else {
        const [first] = credited.value.transfers;
        if (first === undefined || !('minutes' in first)) throw new Error('a credit without minutes');
        transfers.push(...credited.value.transfers.map((each) => ({ ...each, why: list.activity })));
        writes.push(
          month ? replace(month, credited.value.earnings) : create(earningsItem, credited.value.earnings),
        );
        const { transferId, minutes, step } = first;
        workersCame.push({
          personId,
          came: true,
          credit: { kind: 'credited', transferId, minutes, pending: step === 'pending' },
        });
      }
    }
  }
  if (transfers.length === 0) return allow({ workersCame, writes });
  const moved = await book.writes(transfers);
  return moved.ok ? allow({ workersCame, writes: [...moved.value, ...writes] }) : moved;
}

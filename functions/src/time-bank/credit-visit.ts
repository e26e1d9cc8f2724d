import type { VisitId } from '@shared/kernel/ids';
import { beijing } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { personAccount } from '@shared/time-bank/account';
import { type Credit, creditVisit as credit, type Earner, verified } from '@shared/time-bank/earn';
import { monthOf } from '@shared/time-bank/earnings';
import type { TimeFlag } from '@shared/time-bank/flag';
import { transferIdOf } from '@shared/time-bank/transfer';
import { serviceItem, serviceKey } from '../catalogue/items';
import { helperItem, helperKey } from '../helpers/items';
import { kinshipItem, kinshipKey } from '../people/items';
import type { Deps } from '../platform/deps';
import { create, replace, type Write } from '../table/port';
import { visitItem, visitKey } from '../visits/items';
import { earningsItem, earningsKey, flagItem, transferItem, transferKey } from './items';
import { Book, once } from './ledger';
import { rulesAt } from './load-rules';
import { suspicionsOf } from './suspicions';

/** Credits the helper of a visit that has been answered: once, whoever asks and how often. */
export const creditVisit = (deps: Deps, visitId: VisitId): Promise<Result<'done' | 'written'>> =>
  once(deps, async () => {
    const cause = { kind: 'visit' as const, id: visitId };
    const known = await deps.table.get(transferItem, transferKey(transferIdOf('earn', cause)));
    if (known) return allow('done');
    const visit = await deps.table.get(visitItem, visitKey(visitId));
    if (!visit) return refuse('not_found');
    const { helperId, elderId, serviceCode, startsAt, villageCode } = visit.value;
    const helper = await deps.table.get(helperItem, helperKey(helperId));
    if (!helper) return refuse('not_found');
    const { personId, kind } = helper.value;
    const kin = await deps.table.get(kinshipItem, kinshipKey(elderId, personId));
    const who: Earner = { personId, kind, isKin: kin?.value.status === 'consented' };
    const seen = verified(visit.value, who);
    if (!seen.ok) return seen;
    const on = beijing(startsAt).day;
    const account = personAccount(personId);
    const book = new Book(deps, new Map([[account, helper.value.villageCode]]));
    const [service, rules, balance, month, suspicions] = await Promise.all([
      deps.table.get(serviceItem, serviceKey(serviceCode)),
      rulesAt(deps, villageCode, on),
      book.readOne(account),
      deps.table.get(earningsItem, earningsKey(account, monthOf(on))),
      suspicionsOf(deps, seen.value.visit, personId, seen.value.confirmedBy),
    ]);
    const earnings = month?.value ?? { accountId: account, month: monthOf(on), byDay: {} };
    const credited = credit(seen.value, who, {
      rules,
      service: { code: serviceCode, weight: service?.value.weight ?? 100 },
      balance,
      earnings,
      suspicions,
      at: deps.clock(),
    });
    if (!credited.ok) return credited;
    const moved = await book.writes(credited.value.transfers);
    if (!moved.ok) return moved;
    return allow([
      ...moved.value,
      month ? replace(month, credited.value.earnings) : create(earningsItem, credited.value.earnings),
      ...flagWrites(deps, credited.value, { personId, helperId, villageCode }),
    ]);
  });

/** A doubtful credit goes to the coordinator in the same transaction in which it is set aside. */
export function flagWrites(
  deps: Pick<Deps, 'clock'>,
  { transfers, reasons }: Credit,
  of: Pick<TimeFlag, 'personId' | 'helperId' | 'villageCode'>,
): Write[] {
  const [pending] = transfers;
  if (pending?.step !== 'pending') return [];
  return [
    create(flagItem, {
      ...of,
      status: 'open',
      flagId: pending.transferId,
      reasons: [...reasons].slice(0, 12),
      pending,
      raisedAt: deps.clock(),
      decisions: [],
    }),
  ];
}

import type { RequestId } from '@shared/kernel/ids';
import { beijing } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { ageIn } from '@shared/people/elder';
import { heldPlaces, type ServiceRequest } from '@shared/service-requests/request';
import { elderAccount, kindOf, poolAccounts } from '@shared/time-bank/account';
import { monthOf } from '@shared/time-bank/earnings';
import { closePromise, type Guarantee } from '@shared/time-bank/fund';
import { type Funding, giveBack, hold, settle } from '@shared/time-bank/funding';
import { tierOf } from '@shared/time-bank/tier';
import type { Transfer } from '@shared/time-bank/transfer';
import { serviceItem, serviceKey } from '../catalogue/items';
import { elderItem, elderKey } from '../people/items';
import type { Deps } from '../platform/deps';
import { requestItem, requestKey } from '../service-requests/items';
import { create, replace, type Stored, type Write } from '../table/port';
import { visitItem, visitKey } from '../visits/items';
import {
  fundingItem,
  fundingKey,
  fundYearItem,
  fundYearKey,
  guaranteeItem,
  guaranteeKey,
  hardshipItem,
  hardshipKey,
  poolUseItem,
  poolUseKey,
} from './items';
import { Book, once, readAll } from './ledger';
import { rulesAt, rulesNamed } from './load-rules';

type Done = Result<'done' | 'written'>;

const isArranged = ({ status }: ServiceRequest): boolean =>
  status === 'scheduled' || status === 'in_progress' || status === 'completed' || status === 'confirmed';
const poolMinutes = (transfers: readonly Transfer[]): number =>
  transfers.reduce((sum, t) => (kindOf(t.debit) === 'pool' && 'minutes' in t ? sum + t.minutes : sum), 0);

/** Changes what an elder has used of the pool this month, in the transaction of what changes it. */
export async function poolUseWrites(
  deps: Deps,
  f: Pick<Funding, 'elderId' | 'startsAt'>,
  by: number,
): Promise<Write[]> {
  if (by === 0) return [];
  const month = monthOf(beijing(f.startsAt).day);
  const use = await deps.table.get(poolUseItem, poolUseKey(f.elderId, month));
  const minutes = Math.max(0, (use?.value.minutes ?? 0) + by);
  return [
    use
      ? replace(use, { ...use.value, minutes })
      : create(poolUseItem, { elderId: f.elderId, month, minutes }),
  ];
}

/** Sets aside what pays for a request that has been arranged. A request is funded once. */
export const holdForRequest = (deps: Deps, requestId: RequestId): Promise<Done> =>
  once(deps, async () => {
    const request = await deps.table.get(requestItem, requestKey(requestId));
    if (!request) return refuse('not_found');
    if (!isArranged(request.value)) return allow('done');
    const [old, promised] = await Promise.all([
      deps.table.get(fundingItem, fundingKey(requestId)),
      deps.table.get(guaranteeItem, guaranteeKey(requestId)),
    ]);
    const byFund = promised?.value.status === 'promised';
    // What was set aside before nobody came has been given back; now it is set aside for the fund.
    const again = byFund && old?.value.status === 'voided' && old.value.heldAt < promised.value.at;
    if (old && !again) return allow('done');
    if (request.value.payBy !== 'time' && request.value.payBy !== 'pool' && !byFund) return allow('done');
    const { elderId, villageCode, serviceCode, startsAt } = request.value;
    const [elder, service, means] = await Promise.all([
      deps.table.get(elderItem, elderKey(elderId)),
      deps.table.get(serviceItem, serviceKey(serviceCode)),
      deps.table.get(hardshipItem, hardshipKey(elderId)),
    ]);
    if (!elder) return refuse('not_found');
    const now = beijing(deps.clock());
    const rules = await rulesAt(deps, villageCode, now.day);
    const use = await deps.table.get(poolUseItem, poolUseKey(elderId, monthOf(beijing(startsAt).day)));
    const account = elderAccount(elderId);
    const book = new Book(deps, new Map([[account, elder.value.villageCode]]));
    const held = hold(request.value, {
      rules,
      service: { code: serviceCode, weight: service?.value.weight ?? 100 },
      purse: {
        elder: await book.readOne(account),
        pool: await book.read(poolAccounts(villageCode)),
        tier: tierOf(elder.value, means?.value.level ?? 'none', now.year),
        usedThisMonth: use?.value.minutes ?? 0,
      },
      elderAge: ageIn(elder.value, now.year),
      byFund,
      at: deps.clock(),
    });
    if (!held.ok) return held;
    const { funding, transfers } = held.value;
    const moved = await book.writes(transfers);
    if (!moved.ok) return moved;
    return allow([
      old ? replace<Funding>(old, funding) : create<Funding>(fundingItem, funding),
      ...moved.value,
      ...(await poolUseWrites(deps, funding, poolMinutes(transfers))),
    ]);
  });

/** Closes the promise of the county fund that stands behind a request, if there is one. */
export async function guaranteeWrites(
  deps: Deps,
  requestId: RequestId,
  status: 'drawn' | 'released',
): Promise<Write[]> {
  const promised = await deps.table.get(guaranteeItem, guaranteeKey(requestId));
  if (promised?.value.status !== 'promised') return [];
  const { county, year } = promised.value;
  const fund = await deps.table.get(fundYearItem, fundYearKey(county, year));
  if (!fund) throw new Error(`the fund of ${county} in ${year} promised and is not there`);
  return [
    replace<Guarantee>(promised, { ...promised.value, status }),
    replace(fund, closePromise(fund.value, promised.value, status)),
  ];
}

type Close = (
  book: Book,
  held: Funding,
) => Promise<Result<{ funding: Funding; transfers: Transfer[] } | 'done'>>;

const closeFunding = (
  deps: Deps,
  requestId: RequestId,
  close: Close,
  promise: 'drawn' | 'released',
): Promise<Done> =>
  once(deps, async () => {
    const stored = await deps.table.get(fundingItem, fundingKey(requestId));
    if (stored?.value.status !== 'held') {
      const unused = promise === 'released' ? await guaranteeWrites(deps, requestId, 'released') : [];
      return allow(unused.length > 0 ? unused : 'done');
    }
    const held = stored.value;
    const book = new Book(deps, new Map([[elderAccount(held.elderId), held.villageCode]]));
    const closed = await close(book, held);
    if (!closed.ok) return closed;
    if (closed.value === 'done') return allow('done');
    return closeWrites(deps, book, stored, closed.value, promise);
  });

async function closeWrites(
  deps: Deps,
  book: Book,
  stored: Stored<Funding>,
  { funding, transfers }: { funding: Funding; transfers: Transfer[] },
  promise: 'drawn' | 'released',
): Promise<Result<Write[]>> {
  const moved = await book.writes(transfers);
  if (!moved.ok) return moved;
  return allow([
    replace<Funding>(stored, funding),
    ...moved.value,
    ...(await poolUseWrites(deps, funding, poolMinutes(transfers) - poolMinutes(stored.value.parts))),
    ...(await guaranteeWrites(deps, funding.requestId, promise)),
  ]);
}

/** What the visits of a request were in the end, in minutes that count. */
async function servedMinutes(deps: Deps, request: ServiceRequest): Promise<number> {
  const keys = heldPlaces(request).map((place) => visitKey(place.visitId));
  const visits = await readAll(deps, visitItem, keys);
  return visits.reduce((sum, each) => {
    const v = each?.value;
    if (v?.status === 'confirmed') return sum + v.minutesServed;
    return v?.status === 'resolved' ? sum + v.minutesCredited : sum;
  }, 0);
}

/** Takes what the visits were worth, once all of them have been answered. */
export async function settleRequest(deps: Deps, requestId: RequestId): Promise<Done> {
  const held = await holdForRequest(deps, requestId);
  if (!held.ok) return held;
  return closeFunding(
    deps,
    requestId,
    async (book, funding) => {
      const request = await deps.table.get(requestItem, requestKey(requestId));
      if (request?.value.status !== 'confirmed') return allow('done');
      const rules = await rulesNamed(deps, funding.villageCode, funding.rules);
      if (!rules) return refuse('time_rules_changed');
      return settle(
        funding,
        {
          minutes: await servedMinutes(deps, request.value),
          stepMinutes: rules.stepMinutes,
          elder: await book.readOne(elderAccount(funding.elderId)),
        },
        deps.clock(),
      );
    },
    'drawn',
  );
}

/** Gives everything back when a request has been called off. */
export const releaseRequest = (deps: Deps, requestId: RequestId): Promise<Done> =>
  closeFunding(
    deps,
    requestId,
    async (_book, funding) => {
      const request = await deps.table.get(requestItem, requestKey(requestId));
      const { status } = request?.value ?? {};
      if (status !== 'cancelled' && status !== 'closed_unmet') return allow('done');
      return giveBack(funding, 'void', deps.clock());
    },
    'released',
  );

/** Gives back what nobody settled in time; a request that was confirmed meanwhile is settled instead. */
export async function expireFunding(deps: Deps, requestId: RequestId): Promise<Done> {
  const request = await deps.table.get(requestItem, requestKey(requestId));
  if (request?.value.status === 'confirmed') return settleRequest(deps, requestId);
  return closeFunding(
    deps,
    requestId,
    async (_book, funding) => {
      if (funding.status !== 'held' || deps.clock() < funding.expiresAt) return allow('done');
      return giveBack(funding, 'expire', deps.clock());
    },
    'released',
  );
}

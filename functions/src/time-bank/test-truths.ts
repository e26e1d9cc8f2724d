import { kindOf } from '@shared/time-bank/account';
import { available, posted } from '@shared/time-bank/balance';
import type { Transfer } from '@shared/time-bank/transfer';
import {
  balanceItem,
  corridorItem,
  entryItem,
  fundingItem,
  fundingKey,
  fundYearItem,
  guaranteeItem,
  poolUseItem,
} from './items';
import { countiesOf, everyOf, reconcile } from './reconcile';
import type { Played } from './test-play';
import { ELDERS, elderIdOf, requestIdOf, type World } from './test-world';

/** What must hold of the bank, whatever was played; each broken truth in a sentence. */
export async function brokenTruths(w: World, played: Played): Promise<string[]> {
  const broken: string[] = [];
  const found = await reconcile(w.deps);
  if (found.sumMinutes !== 0) broken.push(`the postings sum to ${found.sumMinutes}`);
  if (found.pendingSumMinutes !== 0) broken.push(`what is pending sums to ${found.pendingSumMinutes}`);
  for (const each of found.differences)
    broken.push(`${each.accountId} ${each.field} ${each.stored}≠${each.counted}`);
  const transfers = new Map<string, Transfer>();
  let sides = 0;
  for (const county of await countiesOf(w.deps))
    for await (const { value: b } of everyOf(w.deps, balanceItem, {
      index: 'byRegion',
      pk: `TIMEACCOUNTS#${county}`,
    })) {
      if (kindOf(b.accountId) !== 'issuance' && (available(b) < 0 || posted(b) < 0))
        broken.push(`${b.accountId} is below zero`);
      for await (const { value } of everyOf(w.deps, entryItem, {
        pk: `TIME#${b.accountId}`,
        prefix: 'ENTRY#',
      })) {
        transfers.set(value.transfer.transferId, value.transfer);
        sides += 1;
      }
    }
  if (sides !== transfers.size * 2) broken.push(`${transfers.size} transfers have ${sides} sides`);
  const all = [...transfers.values()];
  broken.push(...creditedTwice(all), ...(await unsettled(w, played, all)), ...(await counters(w, all)));
  return broken;
}

function creditedTwice(all: readonly Transfer[]): string[] {
  const times = new Map<string, number>();
  for (const t of all)
    if ((t.code === 'earn' || t.code === 'attend') && (t.step === 'posted' || t.step === 'post'))
      times.set(t.cause.id, (times.get(t.cause.id) ?? 0) + 1);
  return [...times].flatMap(([id, n]) => (n > 1 ? [`${id} was credited ${n} times`] : []));
}

/** Everything has been delivered: nothing stays set aside for a request that is over. */
async function unsettled(
  w: World,
  { requests, status }: Played,
  all: readonly Transfer[],
): Promise<string[]> {
  const broken: string[] = [];
  for (const { n, minutes } of requests) {
    const funding = (await w.table.get(fundingItem, fundingKey(requestIdOf(n))))?.value;
    const is = status.get(n);
    if (is === 'confirmed' && funding?.status === 'held') broken.push(`request ${n} is over and still held`);
    if (is === 'cancelled' && funding?.status === 'held')
      broken.push(`request ${n} is called off and still held`);
    const taken = all
      .filter((t) => t.cause.id === requestIdOf(n) && (t.step === 'post' || t.step === 'posted'))
      .reduce((sum, t) => sum + ('minutes' in t ? t.minutes : 0), 0);
    if (is !== 'confirmed' && taken > 0) broken.push(`request ${n} is not over and took ${taken}`);
    if (funding?.status === 'posted' && taken + funding.forgivenMinutes !== funding.actualMinutes)
      broken.push(`request ${n} of ${minutes} took ${taken} of ${funding.actualMinutes}`);
  }
  return broken;
}

/** The limits and allowances count what really moved. */
async function counters(w: World, all: readonly Transfer[]): Promise<string[]> {
  const broken: string[] = [];
  const crossed = all
    .filter((t) => (t.code === 'gift' || t.code === 'pool_gift') && t.debit.startsWith('person:'))
    .filter((t) => ['0', '1'].includes(t.debit.slice(-1)))
    .reduce((sum, t) => sum + ('minutes' in t ? t.minutes : 0), 0);
  const corridor = await w.table.list(corridorItem, { pk: 'CORRIDOR#231222', prefix: '' });
  const counted = corridor.items.reduce((sum, { value }) => sum + value.minutes, 0);
  if (crossed !== counted) broken.push(`${crossed} minutes crossed and ${counted} were counted`);
  for (let n = 0; n < ELDERS; n += 1) {
    const uses = await w.table.list(poolUseItem, { pk: `ELDER#${elderIdOf(n)}`, prefix: 'POOLUSE#' });
    const used = uses.items.reduce((sum, { value }) => sum + value.minutes, 0);
    const drawn = all.reduce((sum, t) => {
      if (t.about.elderId !== elderIdOf(n) || kindOf(t.debit) !== 'pool') return sum;
      if (t.step === 'pending') return sum + t.minutes;
      return t.step === 'post'
        ? sum + t.minutes - t.pendingMinutes
        : t.step === 'posted'
          ? sum
          : sum - t.pendingMinutes;
    }, 0);
    if (used !== drawn) broken.push(`elder ${n} drew ${drawn} of the pool and ${used} were counted`);
  }
  const fund = await w.table.list(fundYearItem, { pk: 'TIMEFUND#231222', prefix: 'YEAR#' });
  const promised = fund.items.reduce((sum, { value }) => sum + value.promisedFen, 0);
  let owed = 0;
  for (let n = 1; n <= 400; n += 1) {
    const one = await w.table.get(guaranteeItem, { pk: `REQUEST#${requestIdOf(n)}`, sk: 'GUARANTEE' });
    if (one?.value.status === 'promised') owed += one.value.feeFen;
  }
  if (promised !== owed) broken.push(`the fund promised ${owed} fen and counts ${promised}`);
  return broken;
}

import { addDays, beijing } from '@shared/kernel/instant';
import { allow, refuse } from '@shared/kernel/result';
import { countyOf } from '@shared/regions/region';
import { type AccountId, kindOf, ownerOf } from '@shared/time-bank/account';
import { available, type Balance, posted } from '@shared/time-bank/balance';
import {
  inTwoSentences,
  type Owner,
  project,
  type Solvency,
  withoutSmallGroups,
} from '@shared/time-bank/solvency';
import type { readSolvency as route } from '@shared/time-bank/time-bank.contract';
import { helperItem } from '../helpers/items';
import { elderItem, regionItem } from '../people/items';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { create, replace } from '../table/port';
import {
  balanceItem,
  entriesOf,
  entryItem,
  fundYearItem,
  fundYearKey,
  reconciliationItem,
  solvencyItem,
  solvencyKey,
} from './items';
import { once } from './ledger';
import { rulesAt } from './load-rules';
import { everyOf } from './reconcile';

const WINDOW_DAYS = 90;

type Look = Pick<Deps, 'table' | 'clock'>;

interface Counted {
  readonly balances: readonly Balance[];
  readonly births: ReadonlyMap<string, number>;
  /** Minutes redeemed in the last 90 days, by village. */
  readonly served: ReadonlyMap<string, number>;
}

async function count(deps: Look, county: string): Promise<Counted> {
  const balances: Balance[] = [];
  for await (const { value } of everyOf(deps, balanceItem, {
    index: 'byRegion',
    pk: `TIMEACCOUNTS#${county}`,
  }))
    balances.push(value);
  const births = new Map<string, number>();
  for await (const { value } of everyOf(deps, helperItem, { index: 'byRegion', pk: `HELPERS#${county}` }))
    births.set(value.personId, value.birthYear);
  for await (const { value } of everyOf(deps, elderItem, { index: 'byRegion', pk: `ELDERS#${county}` }))
    births.set(value.elderId, value.birthYear);
  const served = new Map<string, number>();
  const since = addDays(deps.clock(), -WINDOW_DAYS);
  for (const { accountId } of balances.filter((b) => kindOf(b.accountId) === 'issuance')) {
    const { pk } = entriesOf(accountId);
    for await (const { value } of everyOf(deps, entryItem, { pk, from: `ENTRY#${since}`, to: 'ENTRY#~' })) {
      const { transfer: t } = value;
      if (t.code !== 'earn' || t.debit !== accountId || (t.step !== 'posted' && t.step !== 'post')) continue;
      const village = t.about.villageCode ?? county;
      served.set(village, (served.get(village) ?? 0) + t.minutes);
    }
  }
  return { balances, births, served };
}

const sumOf = (balances: readonly Balance[], pick: (b: Balance) => number): number =>
  balances.reduce((sum, b) => sum + pick(b), 0);
const isOwned = (b: Balance): boolean => kindOf(b.accountId) === 'person' || kindOf(b.accountId) === 'elder';
const aYear = (minutes: number): number => Math.round((minutes * 365) / WINDOW_DAYS);

/** Measures one county: what is out, what is there to serve it, by village, and when it will be asked for. */
export async function measure(deps: Look, county: string): Promise<Solvency> {
  const { balances, births, served } = await count(deps, county);
  const now = beijing(deps.clock());
  const [rules, fund, names] = await Promise.all([
    rulesAt(deps, county, now.day),
    deps.table.get(fundYearItem, fundYearKey(county, now.year)),
    placeNames(deps, county, [...balances.map((b) => b.regionCode), ...served.keys()]),
  ]);
  const of = (kind: string) => balances.filter((b) => kindOf(b.accountId) === kind);
  const owned = balances.filter(isOwned);
  const asOwner = (b: Balance): Owner => ({
    minutes: posted(b),
    birthYear: births.get(ownerOf(b.accountId)),
    kind: kindOf(b.accountId) === 'elder' ? 'elder' : 'person',
  });
  const withinYear = (some: readonly Balance[]): number =>
    project(some.map(asOwner), now.year, 0)[0]?.redeemMinutes ?? 0;
  const capacityMinutes = aYear([...served.values()].reduce((sum, minutes) => sum + minutes, 0));
  return {
    county,
    countyName: names.get(county) ?? county,
    at: deps.clock(),
    outstandingMinutes: sumOf(owned, posted),
    pendingMinutes: sumOf(owned, (b) => b.creditsPending),
    heldMinutes: sumOf(owned, (b) => b.debitsPending),
    poolMinutes: sumOf(of('pool'), available),
    issuedMinutes: sumOf(of('issuance'), (b) => b.debitsPosted),
    redeemedMinutes: sumOf(of('issuance'), (b) => b.creditsPosted) + sumOf(of('fund'), posted),
    expiredMinutes: sumOf(of('expiry'), posted),
    fundMinutes: sumOf(of('fund'), posted),
    fundDrawnFen: fund?.value.drawnFen ?? 0,
    fundYearFen: rules.fund.yearFen,
    capacityMinutes,
    villages: villageRows(balances, served, names, withinYear),
    projection: project(owned.map(asOwner), now.year, capacityMinutes),
  };
}

async function placeNames(deps: Look, county: string, codes: readonly string[]) {
  const unique = [...new Set([county, ...codes])];
  const regions = await deps.table.getMany(
    regionItem,
    unique.map((code) => ({ pk: `REGION#${code}`, sk: 'REGION' })),
  );
  return new Map(unique.map((code, index) => [code, regions.items[index]?.value.name]));
}

function villageRows(
  balances: readonly Balance[],
  served: ReadonlyMap<string, number>,
  names: ReadonlyMap<string, string | undefined>,
  withinYear: (owned: readonly Balance[]) => number,
): Solvency['villages'] {
  const codes = new Set(
    [...balances.map((b) => b.regionCode), ...served.keys()].filter((code) => code.length === 12),
  );
  const rows = [...codes].sort().map((villageCode) => {
    const here = balances.filter((b) => b.regionCode === villageCode);
    const owned = here.filter((b) => isOwned(b) && posted(b) > 0);
    return {
      villageCode,
      villageName: names.get(villageCode) ?? villageCode,
      owners: owned.length,
      outstandingMinutes: sumOf(owned, posted),
      yearMinutes: withinYear(owned),
      poolMinutes: sumOf(
        here.filter((b) => kindOf(b.accountId) === 'pool'),
        available,
      ),
      capacityMinutes: aYear(served.get(villageCode) ?? 0),
    };
  });
  return withoutSmallGroups(rows);
}

/** Measures and keeps it for the pages, each night. */
export const keepSolvency = (deps: Look, measured: Solvency) =>
  once(deps, async () => {
    const old = await deps.table.get(solvencyItem, solvencyKey(measured.county));
    if (old?.value.at === measured.at) return allow('done');
    return allow([old ? replace(old, measured) : create(solvencyItem, measured)]);
  });

export const readSolvency: UseCase<typeof route> = async (deps, { actor, query }) => {
  const own = actor.grant.regionCode;
  const county = query.county ?? (own === undefined ? undefined : countyOf(own));
  const sees = actor.role === 'operator' || (own !== undefined && county === countyOf(own));
  if (county === undefined || !sees) return refuse('region_outside', 'query.county');
  const kept = await deps.table.get(solvencyItem, solvencyKey(county));
  const solvency = kept?.value ?? (await measure(deps, county));
  const last = await deps.table.list(reconciliationItem, {
    pk: 'TIMERECONCILIATIONS',
    descending: true,
    limit: 1,
  });
  const reconciled = last.items[0]?.value;
  return allow({
    solvency,
    sentences: inTwoSentences(solvency),
    ...(reconciled === undefined ? {} : { reconciledAt: reconciled.at }),
    differences: reconciled?.differences.length ?? 0,
  });
};

/** The accounts of a county whose minutes may lapse. */
export const ownedAccounts = async (deps: Deps, county: string): Promise<AccountId[]> => {
  const ids: AccountId[] = [];
  for await (const { value } of everyOf(deps, balanceItem, {
    index: 'byRegion',
    pk: `TIMEACCOUNTS#${county}`,
  }))
    if (isOwned(value)) ids.push(value.accountId);
  return ids;
};

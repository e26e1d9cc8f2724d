import { beijing } from '@shared/kernel/instant';
import { allow } from '@shared/kernel/result';
import type { Elder } from '@shared/people/elder';
import { countyOf } from '@shared/regions/region';
import { kindOf, poolAccounts } from '@shared/time-bank/account';
import { available, emptyBalance } from '@shared/time-bank/balance';
import { monthOf } from '@shared/time-bank/earnings';
import type { Funding } from '@shared/time-bank/funding';
import type { TimeRules } from '@shared/time-bank/rules';
import { inTwoSentences } from '@shared/time-bank/solvency';
import { lineOf, storyOf, titleOf } from '@shared/time-bank/story';
import { drawable, tierOf } from '@shared/time-bank/tier';
import type {
  AccountView,
  readAccount as accountRoute,
  StatementLine,
  readStatement as statementRoute,
} from '@shared/time-bank/time-bank.contract';
import { serviceItem, serviceKey } from '../catalogue/items';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { accountOf, type Whose } from './account-of';
import {
  balanceItem,
  balanceKey,
  entriesOf,
  entryItem,
  fundingItem,
  hardshipItem,
  hardshipKey,
  poolUseItem,
  poolUseKey,
  solvencyItem,
  solvencyKey,
} from './items';
import { readAll } from './ledger';
import { rulesAt } from './load-rules';
import { readNames } from './names';

/** What is held for an elder's requests, and for which. */
async function heldFor(deps: Deps, elderId: string): Promise<AccountView['held']> {
  const page = await deps.table.list(fundingItem, {
    index: 'byElder',
    pk: `ELDER#${elderId}`,
    prefix: 'FUNDING#',
  });
  const held = page.items.map(({ value }) => value);
  const codes = [...new Set(held.map((each) => each.serviceCode))];
  const services = await deps.table.getMany(serviceItem, codes.map(serviceKey));
  const labels = new Map(codes.map((code, index) => [code, services.items[index]?.value]));
  const minutesOf = (f: Funding, pool: boolean): number =>
    f.parts.reduce((sum, p) => ((kindOf(p.debit) === 'pool') === pool ? sum + p.minutes : sum), 0);
  return held.map((f) => ({
    requestId: f.requestId,
    title: { zh: labels.get(f.serviceCode)?.zh ?? '求助', en: labels.get(f.serviceCode)?.en ?? 'Help' },
    startsAt: f.startsAt,
    minutes: minutesOf(f, false),
    fromPoolMinutes: minutesOf(f, true),
    shortMinutes: f.shortMinutes,
  }));
}

/** What an elder may still draw on the village pool this month. */
async function poolOf(deps: Deps, elder: Elder, rules: TimeRules): Promise<AccountView['pool']> {
  const now = beijing(deps.clock());
  const [means, use, balances] = await Promise.all([
    deps.table.get(hardshipItem, hardshipKey(elder.elderId)),
    deps.table.get(poolUseItem, poolUseKey(elder.elderId, monthOf(now.day))),
    readAll(deps, balanceItem, poolAccounts(elder.villageCode).map(balanceKey)),
  ]);
  const there = balances.reduce((sum, each) => sum + (each ? available(each.value) : 0), 0);
  const tier = tierOf(elder, means?.value.level ?? 'none', now.year);
  return { tier, leftMinutes: drawable(rules, tier, use?.value.minutes ?? 0, there) };
}

export const readAccount: UseCase<typeof accountRoute> = async (deps, { actor, query }) => {
  const whose = await accountOf(deps, actor, query.elderId);
  if (!whose.ok) return whose;
  const { accountId, name, elder } = whose.value;
  const region = whose.value.regionCode ?? '000000';
  const stored = await deps.table.get(balanceItem, balanceKey(accountId));
  const balance = stored?.value ?? emptyBalance(accountId, region);
  const home = stored?.value.regionCode ?? region;
  const [rules, state, held] = await Promise.all([
    rulesAt(deps, home, beijing(deps.clock()).day),
    deps.table.get(solvencyItem, solvencyKey(countyOf(home))),
    elder ? heldFor(deps, elder.elderId) : [],
  ]);
  const pool = elder && (await poolOf(deps, elder, rules));
  return allow({
    accountId,
    ownerName: name,
    availableMinutes: available(balance),
    inMinutes: balance.creditsPosted,
    outMinutes: balance.debitsPosted,
    heldMinutes: balance.debitsPending,
    waitingMinutes: balance.creditsPending,
    held,
    ...(pool === undefined ? {} : { pool }),
    rules: { zh: rules.zh, en: rules.en },
    ...(state === undefined ? {} : { assurance: inTwoSentences(state.value) }),
    unreadable: [],
  });
};

/** A page of lines, newest first, told with the names of now. */
export async function readLines(
  deps: Deps,
  { accountId }: Whose,
  limit: number,
  after?: string,
): Promise<{ lines: StatementLine[]; next?: string; unreadable: string[] }> {
  const page = await deps.table.list(entryItem, {
    ...entriesOf(accountId),
    limit,
    descending: true,
    ...(after === undefined ? {} : { after }),
  });
  const transfers = page.items.map(({ value }) => value.transfer);
  const names = await readNames(deps, transfers);
  return {
    lines: transfers.map((t) => ({
      transferId: t.transferId,
      at: t.at,
      ...lineOf(t, accountId),
      title: titleOf(t, accountId, names.of(t, accountId)),
      story: storyOf(t, accountId, names.of(t, accountId)),
    })),
    ...(page.next === undefined ? {} : { next: page.next }),
    unreadable: page.unreadable.map((key) => `${key.pk} ${key.sk}`),
  };
}

export const readStatement: UseCase<typeof statementRoute> = async (deps, { actor, query }) => {
  const whose = await accountOf(deps, actor, query.elderId);
  if (!whose.ok) return whose;
  return allow(await readLines(deps, whose.value, query.limit ?? 30, query.after));
};

import { beijing } from '@shared/kernel/instant';
import { allow } from '@shared/kernel/result';
import { countyOf } from '@shared/regions/region';
import { heldPlaces } from '@shared/service-requests/request';
import { kindOf } from '@shared/time-bank/account';
import { available, emptyBalance } from '@shared/time-bank/balance';
import type { Funding } from '@shared/time-bank/funding';
import { inTwoSentences } from '@shared/time-bank/solvency';
import { lineOf, storyOf, titleOf } from '@shared/time-bank/story';
import type {
  AccountView,
  readAccount as accountRoute,
  StatementLine,
  readStatement as statementRoute,
} from '@shared/time-bank/time-bank.contract';
import type { Transfer } from '@shared/time-bank/transfer';
import { serviceItem, serviceKey } from '../catalogue/items';
import { kinshipItem, regionItem } from '../people/items';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { requestItem, requestKey } from '../service-requests/items';
import { accountOf, type Whose } from './account-of';
import {
  balanceItem,
  balanceKey,
  entriesOf,
  entryItem,
  fundingItem,
  solvencyItem,
  solvencyKey,
} from './items';
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

/** Villages whose pool one may give to: where one serves, and where one's elders live, if the rules there allow it. */
async function poolsToGive(deps: Deps, actor: Actor, home: string | undefined) {
  const kin = await deps.table.list(kinshipItem, {
    index: 'byPerson',
    pk: `PERSON#${actor.personId}`,
    prefix: 'KIN#',
  });
  const theirs = kin.items.flatMap(({ value }) => (value.status === 'consented' ? [value.villageCode] : []));
  const codes = [...new Set([...theirs, ...(home === undefined ? [] : [home])])];
  const { day } = beijing(deps.clock());
  const [regions, rules] = await Promise.all([
    deps.table.getMany(
      regionItem,
      codes.map((code) => ({ pk: `REGION#${code}`, sk: 'REGION' })),
    ),
    Promise.all(codes.map((code) => rulesAt(deps, code, day))),
  ]);
  return codes.flatMap((villageCode, index) => {
    const villageName = regions.items[index]?.value.name;
    return villageName !== undefined && rules[index]?.give.pool ? [{ villageCode, villageName }] : [];
  });
}

export const readAccount: UseCase<typeof accountRoute> = async (deps, { actor, query }) => {
  const whose = await accountOf(deps, actor, query.elderId);
  if (!whose.ok) return whose;
  const { accountId, name, elder } = whose.value;
  const region = whose.value.regionCode ?? '000000';
  const stored = await deps.table.get(balanceItem, balanceKey(accountId));
  const balance = stored?.value ?? emptyBalance(accountId, region);
  const home = stored?.value.regionCode ?? region;
  const [rules, state, held, pools] = await Promise.all([
    rulesAt(deps, home, beijing(deps.clock()).day),
    deps.table.get(solvencyItem, solvencyKey(countyOf(home))),
    elder ? heldFor(deps, elder.elderId) : [],
    elder ? [] : poolsToGive(deps, actor, whose.value.regionCode),
  ]);
  return allow({
    accountId,
    ownerName: name,
    availableMinutes: available(balance),
    inMinutes: balance.creditsPosted,
    outMinutes: balance.debitsPosted,
    heldMinutes: balance.debitsPending,
    waitingMinutes: balance.creditsPending,
    held,
    pools,
    rules: { zh: rules.zh, en: rules.en },
    ...(state === undefined ? {} : { assurance: inTwoSentences(state.value) }),
    unreadable: [],
  });
};

/** The visit that a transfer comes from: told by itself where it was earned, by the request where it was paid for. */
async function visitsBehind(deps: Deps, transfers: readonly Transfer[]) {
  const asked = transfers.flatMap(({ cause }) => (cause.kind === 'request' ? [cause.id] : []));
  const ids = [...new Set(asked)];
  const requests = await deps.table.getMany(requestItem, ids.map(requestKey));
  const visitOf = new Map(
    ids.map((id, index) => {
      const request = requests.items[index]?.value;
      return [id, request && heldPlaces(request)[0]?.visitId];
    }),
  );
  return ({ about, cause }: Transfer) => {
    const visitId = about.visitId ?? (cause.kind === 'request' ? visitOf.get(cause.id) : undefined);
    return visitId === undefined ? {} : { visitId };
  };
}

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
  const [names, visits] = await Promise.all([readNames(deps, transfers), visitsBehind(deps, transfers)]);
  return {
    lines: transfers.map((t) => ({
      transferId: t.transferId,
      at: t.at,
      ...lineOf(t, accountId),
      title: titleOf(t, accountId, names.of(t, accountId)),
      story: storyOf(t, accountId, names.of(t, accountId)),
      ...visits(t),
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

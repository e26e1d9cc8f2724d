import { beijing } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { countyOf, isWithin, type Region } from '@shared/regions/region';
import { issuanceAccount, POOL_SHARDS, poolAccounts } from '@shared/time-bank/account';
import { available } from '@shared/time-bank/balance';
import { grantToPool as grant } from '@shared/time-bank/give';
import type * as routes from '@shared/time-bank/pool.contract';
import type { Transfer } from '@shared/time-bank/transfer';
import { regionItem } from '../people/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { type Key, keyTexts } from '../table/port';
import { balanceItem, balanceKey, entriesOf, entryItem } from './items';
import { Book } from './ledger';
import { rulesAt } from './load-rules';
import { readNames } from './names';

const regionKey = (code: string): Key => ({ pk: `REGION#${code}`, sk: 'REGION' });
/** Looked at in each shard: shares and draws lie between the grants. */
const LOOKED_AT = 200;
/** More than anybody reads at once. */
const SHOWN = 20;

/** The villages of a county, a township, or the village itself. */
async function villagesIn(deps: Deps, code: string, unreadable: Key[]): Promise<Region[]> {
  const own = await deps.table.get(regionItem, regionKey(code));
  if (own?.value.level === 'village') return [own.value];
  const page = await deps.table.list(regionItem, { index: 'byRegion', pk: `REGIONS#${code}`, limit: 1000 });
  unreadable.push(...page.unreadable);
  const below = page.items.map(({ value }) => value);
  if (own?.value.level === 'township') return below;
  return (await Promise.all(below.map((each) => villagesIn(deps, each.code, unreadable)))).flat();
}

async function poolsOf(deps: Deps, villages: readonly Region[], unreadable: Key[]) {
  const keys = villages.flatMap((each) => poolAccounts(each.code).map(balanceKey));
  const found = await deps.table.getMany(balanceItem, keys);
  unreadable.push(...found.unreadable);
  return villages.map((village, index) => {
    const shards = found.items.slice(index * POOL_SHARDS, (index + 1) * POOL_SHARDS);
    const sum = (pick: (b: NonNullable<(typeof shards)[number]>['value']) => number): number =>
      shards.reduce((total, each) => total + (each ? pick(each.value) : 0), 0);
    const townshipName = village.path.at(-2);
    return {
      villageCode: village.code,
      villageName: village.name,
      ...(townshipName === undefined ? {} : { townshipName }),
      availableMinutes: sum(available),
      heldMinutes: sum((b) => b.debitsPending),
    };
  });
}

export const listPools: UseCase<typeof routes.listPools> = async (deps, { actor }) => {
  const unreadable: Key[] = [];
  const own = actor.grant.regionCode;
  const villages = own === undefined ? [] : await villagesIn(deps, own, unreadable);
  const pools = await poolsOf(deps, villages, unreadable);
  pools.sort((a, b) => a.availableMinutes - b.availableMinutes || (a.villageCode < b.villageCode ? -1 : 1));
  return allow({ pools, unreadable: keyTexts(unreadable) });
};

async function ownVillage(deps: Deps, actor: Actor, code: string, field: string): Promise<Result<Region>> {
  const own = actor.grant.regionCode;
  if (own === undefined || !isWithin(own, code)) return refuse('region_outside', field);
  const village = await deps.table.get(regionItem, regionKey(code));
  return village?.value.level === 'village' ? allow(village.value) : refuse('region_unknown', field);
}

const kinds = { pool_grant: 'grant', pool_gift: 'gift', estate: 'estate' } as const;
const kindOfLine = ({ code }: Transfer) => (code in kinds ? kinds[code as keyof typeof kinds] : undefined);

/** Grants with who and why; who gave or left what is nobody's business here. */
export const readPool: UseCase<typeof routes.readPool> = async (deps, { actor, params }) => {
  const village = await ownVillage(deps, actor, params.villageCode, 'villageCode');
  if (!village.ok) return village;
  const unreadable: Key[] = [];
  const [pool] = await poolsOf(deps, [village.value], unreadable);
  if (pool === undefined) throw new Error('a village without a pool');
  const pages = await Promise.all(
    poolAccounts(params.villageCode).map((id) =>
      deps.table.list(entryItem, { ...entriesOf(id), descending: true, limit: LOOKED_AT }),
    ),
  );
  unreadable.push(...pages.flatMap((page) => page.unreadable));
  const transfers = pages
    .flatMap((page) => page.items.map(({ value }) => value.transfer))
    .filter((t) => kindOfLine(t) !== undefined)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, SHOWN);
  const grantors = transfers.flatMap((t) =>
    t.code === 'pool_grant' && t.by !== 'system' ? [t.by.personId] : [],
  );
  const names = await readNames(deps, [], grantors);
  return allow({
    pool,
    lines: transfers.flatMap((t) => {
      const kind = kindOfLine(t);
      if (kind === undefined || !('minutes' in t)) return [];
      const byName = kind === 'grant' && t.by !== 'system' ? names.person(t.by.personId) : undefined;
      return {
        at: t.at,
        kind,
        minutes: t.minutes,
        ...(byName === undefined ? {} : { byName }),
        ...(kind === 'grant' && t.why !== undefined ? { why: t.why } : {}),
      };
    }),
    unreadable: keyTexts(unreadable),
  });
};

export const grantToPool: UseCase<typeof routes.grantToPool> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'grantTimeToPool', body }, async () => {
    const village = await ownVillage(deps, actor, body.villageCode, 'body.villageCode');
    if (!village.ok) return village;
    const granted = grant(
      {
        commandId: body.commandId,
        by: { personId: actor.personId, role: 'official' },
        at: deps.clock(),
        why: body.why,
        minutes: body.minutes,
      },
      body.villageCode,
      issuanceAccount(countyOf(body.villageCode), body.commandId),
      await rulesAt(deps, body.villageCode, beijing(deps.clock()).day),
    );
    if (!granted.ok) return granted;
    const moved = await new Book(deps).writes([granted.value]);
    return moved.ok ? allow({ reply: { transferId: granted.value.transferId }, writes: moved.value }) : moved;
  });

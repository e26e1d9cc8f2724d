import { beijing } from '@shared/kernel/instant';
import { allow } from '@shared/kernel/result';
import { countyOf } from '@shared/regions/region';
import { poolAccounts } from '@shared/time-bank/account';
import { available } from '@shared/time-bank/balance';
import { monthOf } from '@shared/time-bank/earnings';
import type * as routes from '@shared/time-bank/pool.contract';
import { answerAsk, askPool, type PoolAsk } from '@shared/time-bank/pool-ask';
import { drawable, tierOf, tierRank, tierReasons } from '@shared/time-bank/tier';
import { historyEntry } from '../history/items';
import { personItem } from '../identity/items';
import { linkedElder } from '../people/access';
import { elderItem, elderKey } from '../people/items';
import { runCommand } from '../platform/command';
import type { UseCase } from '../platform/serve';
import { create, keyTexts, replace } from '../table/port';
import {
  balanceItem,
  balanceKey,
  hardshipItem,
  hardshipKey,
  poolAskItem,
  poolAskKey,
  poolAsksPartition,
  poolUseItem,
  poolUseKey,
} from './items';
import { readAll } from './ledger';
import { rulesAt } from './load-rules';

/** Where an elder stands in the order of the pool, why, and what may still be used this month. */
export const readPoolStanding: UseCase<typeof routes.readPoolStanding> = async (deps, { actor, params }) => {
  const elder = await linkedElder(deps, actor, params.elderId);
  if (!elder.ok) return elder;
  const { villageCode } = elder.value.value;
  const now = beijing(deps.clock());
  const [means, ask, use, balances, rules] = await Promise.all([
    deps.table.get(hardshipItem, hardshipKey(params.elderId)),
    deps.table.get(poolAskItem, poolAskKey(params.elderId)),
    deps.table.get(poolUseItem, poolUseKey(params.elderId, monthOf(now.day))),
    readAll(deps, balanceItem, poolAccounts(villageCode).map(balanceKey)),
    rulesAt(deps, villageCode, now.day),
  ]);
  const level = means?.value.level ?? 'none';
  const tier = tierOf(elder.value.value, level, now.year);
  const poolMinutes = balances.reduce((sum, each) => sum + (each ? available(each.value) : 0), 0);
  const usedMinutes = use?.value.minutes ?? 0;
  return allow({
    tier,
    reasons: tierReasons(elder.value.value, level, now.year),
    monthMinutes: rules.pool.monthMinutes[tier],
    usedMinutes,
    leftMinutes: drawable(rules, tier, usedMinutes, poolMinutes),
    poolMinutes,
    reserveMinutes: tier === 'first' ? 0 : rules.pool.reserveMinutes[tier],
    ...(means && { means: { level, why: means.value.why, recordedAt: means.value.recordedAt } }),
    ...(ask && { asked: { at: ask.value.askedAt, answered: ask.value.status === 'answered' } }),
  });
};

export const askForPool: UseCase<typeof routes.askForPool> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'askForTimePool', body: { ...params, ...body } },
    async () => {
      const elder = await linkedElder(deps, actor, params.elderId);
      if (!elder.ok) return elder;
      const last = await deps.table.get(poolAskItem, poolAskKey(params.elderId));
      const asked = askPool(last?.value, {
        elderId: params.elderId,
        villageCode: elder.value.value.villageCode,
        level: body.level,
        why: body.why,
        askedBy: actor.personId,
        askedAt: deps.clock(),
      });
      if (!asked.ok) return asked;
      return allow({
        reply: { askedAt: asked.value.askedAt },
        writes: [
          last ? replace<PoolAsk>(last, asked.value) : create<PoolAsk>(poolAskItem, asked.value),
          historyEntry(deps, actor, {
            subject: { kind: 'elder', id: params.elderId },
            elderId: params.elderId,
            action: 'pool_asked',
          }),
        ],
      });
    },
  );

export const listPoolAsks: UseCase<typeof routes.listPoolAsks> = async (deps, { actor }) => {
  const region = actor.grant.regionCode;
  if (region === undefined) return allow({ asks: [], unreadable: [] });
  const page = await deps.table.list(poolAskItem, {
    index: 'byRegion',
    pk: poolAsksPartition(countyOf(region)),
    prefix: region,
  });
  const asks = page.items.flatMap(({ value }) => (value.status === 'asked' ? [value] : []));
  const [elders, people] = await Promise.all([
    deps.table.getMany(
      elderItem,
      asks.map((each) => elderKey(each.elderId)),
    ),
    deps.table.getMany(
      personItem,
      asks.map((each) => ({ pk: `PERSON#${each.askedBy}`, sk: 'PERSON' })),
    ),
  ]);
  const { year } = beijing(deps.clock());
  const views = asks.flatMap((ask, index) => {
    const elder = elders.items[index]?.value;
    if (!elder) return [];
    return {
      elderId: ask.elderId,
      elderName: elder.name,
      villageName: elder.villageName,
      level: ask.level,
      why: ask.why,
      askedByName: people.items[index]?.value.name ?? '',
      askedAt: ask.askedAt,
      tier: tierOf(elder, ask.level, year),
      reasons: tierReasons(elder, ask.level, year),
    };
  });
  return allow({
    asks: views.sort((a, b) => tierRank[a.tier] - tierRank[b.tier] || (a.askedAt < b.askedAt ? -1 : 1)),
    unreadable: keyTexts([...page.unreadable, ...elders.unreadable, ...people.unreadable]),
  });
};

/** What is recorded orders the pool from now on, and answers the family that asked. */
export const recordHardship: UseCase<typeof routes.recordHardship> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'recordHardship', body: { ...params, ...body } },
    async () => {
      const elder = await linkedElder(deps, actor, params.elderId);
      if (!elder.ok) return elder;
      const [old, ask] = await Promise.all([
        deps.table.get(hardshipItem, hardshipKey(params.elderId)),
        deps.table.get(poolAskItem, poolAskKey(params.elderId)),
      ]);
      const recorded = {
        elderId: params.elderId,
        level: body.level,
        why: body.why,
        recordedBy: actor.personId,
        recordedAt: deps.clock(),
      };
      const answered = answerAsk(ask?.value, recorded);
      return allow({
        reply: recorded,
        writes: [
          old ? replace(old, recorded) : create(hardshipItem, recorded),
          ...(ask && answered ? [replace<PoolAsk>(ask, answered)] : []),
          historyEntry(deps, actor, {
            subject: { kind: 'elder', id: params.elderId },
            elderId: params.elderId,
            action: 'hardship_recorded',
          }),
        ],
      });
    },
  );

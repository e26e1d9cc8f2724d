import type { ElderId } from '@shared/kernel/ids';
import { beijing } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import type { Elder } from '@shared/people/elder';
import { countyOf, isWithin } from '@shared/regions/region';
import { elderAccount, issuanceAccount, poolAccount } from '@shared/time-bank/account';
import type { Guarantee } from '@shared/time-bank/fund';
import { promise } from '@shared/time-bank/fund';
import { giveBack } from '@shared/time-bank/funding';
import { giveEstate as estate, grantToPool as grant } from '@shared/time-bank/give';
import type * as routes from '@shared/time-bank/time-bank.contract';
import { historyEntry } from '../history/items';
import { tieToElder } from '../people/access';
import { elderItem, elderKey, kinshipItem, regionItem } from '../people/items';
import { runCommand } from '../platform/command';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { requestItem, requestKey } from '../service-requests/items';
import { create, replace, type Write } from '../table/port';
import { poolUseWrites } from './fund-request';
import {
  fundingItem,
  fundingKey,
  fundYearItem,
  fundYearKey,
  guaranteeItem,
  guaranteeKey,
  hardshipItem,
  hardshipKey,
} from './items';
import { Book } from './ledger';
import { rulesAt } from './load-rules';
import { waysInto } from './ways';

/** Two elders are of one family where the same person is kin of both. */
async function areOneFamily(deps: Deps, one: string, other: string): Promise<boolean> {
  const [mine, theirs] = await Promise.all(
    [one, other].map((id) => deps.table.list(kinshipItem, { pk: `ELDER#${id}`, prefix: 'KIN#' })),
  );
  const kin = new Set(
    mine?.items.flatMap(({ value }) => (value.status === 'consented' ? [value.personId] : [])),
  );
  return theirs?.items.some(({ value }) => value.status === 'consented' && kin.has(value.personId)) ?? false;
}

/** Who inherits: another elder of the family, or nobody, which is the village's pool. */
async function heirOf(
  deps: Deps,
  from: ElderId,
  to: ElderId | undefined,
): Promise<Result<Elder | undefined>> {
  if (to === undefined) return allow(undefined);
  const heir = await deps.table.get(elderItem, elderKey(to));
  // To oneself is the rule's to refuse.
  const isKin = heir !== undefined && (to === from || (await areOneFamily(deps, from, to)));
  return isKin ? allow(heir.value) : refuse('time_not_kin', 'body.toElderId');
}

/** 身后转赠: a coordinator hands on what is left, with a reason that stays in the ledger. */
export const giveEstate: UseCase<typeof routes.giveEstate> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'giveTimeEstate', body }, async () => {
    const elder = await deps.table.get(elderItem, elderKey(body.elderId));
    const tie = elder && (await tieToElder(deps, actor, elder.value));
    if (!elder || !tie?.ok) return refuse('not_found', 'body.elderId');
    const { villageCode } = elder.value;
    const account = elderAccount(body.elderId);
    const homes = new Map([[account, villageCode]]);
    const heir = await heirOf(deps, body.elderId, body.toElderId);
    if (!heir.ok) return heir;
    const region = heir.value?.villageCode ?? villageCode;
    if (heir.value) homes.set(elderAccount(heir.value.elderId), region);
    const book = new Book(deps, homes);
    const { day } = beijing(deps.clock());
    const [rules, theirs, ways] = await Promise.all([
      rulesAt(deps, villageCode, day),
      rulesAt(deps, region, day),
      waysInto(deps, villageCode, region),
    ]);
    const given = estate(
      {
        commandId: body.commandId,
        giver: await book.readOne(account),
        by: { personId: actor.personId, role: actor.role },
        at: deps.clock(),
        why: body.why,
      },
      {
        account: heir.value ? elderAccount(heir.value.elderId) : poolAccount(villageCode, body.commandId),
        crossing: ways.crossing,
        rules: theirs,
      },
      rules,
    );
    if (!given.ok) return given;
    const { transfer, crossing } = given.value;
    const moved = await book.writes([transfer]);
    if (!moved.ok) return moved;
    return allow({
      reply: { transferId: transfer.transferId },
      writes: [...moved.value, ...ways.writes(crossing)],
    });
  });

export const grantToPool: UseCase<typeof routes.grantToPool> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'grantTimeToPool', body }, async () => {
    const own = actor.grant.regionCode;
    if (own === undefined || !isWithin(own, body.villageCode))
      return refuse('region_outside', 'body.villageCode');
    const village = await deps.table.get(regionItem, { pk: `REGION#${body.villageCode}`, sk: 'REGION' });
    if (village?.value.level !== 'village') return refuse('region_unknown', 'body.villageCode');
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

/** What was set aside in minutes goes back first: the fund's own holding is made when a provider has been found. */
async function returnFunding(deps: Deps, requestId: string): Promise<Write[]> {
  const held = await deps.table.get(fundingItem, fundingKey(requestId));
  if (held?.value.status !== 'held') return [];
  const { elderId, villageCode } = held.value;
  const back = giveBack(held.value, 'void', deps.clock());
  if (!back.ok) throw new Error(`${requestId} is held and cannot be given back: ${back.refusal.code}`);
  const book = new Book(deps, new Map([[elderAccount(elderId), villageCode]]));
  const moved = await book.writes(back.value.transfers);
  if (!moved.ok) throw new Error(`${requestId} is held and its accounts disagree: ${moved.refusal.code}`);
  const pooled = held.value.parts
    .filter((part) => part.debit.startsWith('pool:'))
    .reduce((sum, part) => sum + part.minutes, 0);
  return [
    replace(held, back.value.funding),
    ...moved.value,
    ...(await poolUseWrites(deps, held.value, -pooled)),
  ];
}

/** 兑付保障: nobody could come, so the county fund pays a provider and takes the minutes. */
export const guaranteeRequest: UseCase<typeof routes.guaranteeRequest> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'guaranteeTimeRequest', body: { ...params, ...body } },
    async () => {
      const request = await deps.table.get(requestItem, requestKey(params.requestId));
      if (!request) return refuse('not_found');
      const tie = await tieToElder(deps, actor, request.value);
      if (!tie.ok) return tie;
      const now = beijing(deps.clock());
      const county = countyOf(request.value.villageCode);
      const [fund, before, rules] = await Promise.all([
        deps.table.get(fundYearItem, fundYearKey(county, now.year)),
        deps.table.get(guaranteeItem, guaranteeKey(params.requestId)),
        rulesAt(deps, request.value.villageCode, now.day),
      ]);
      const year = fund?.value ?? { county, year: now.year, promisedFen: 0, drawnFen: 0 };
      const promised = promise(request.value, year, rules);
      if (!promised.ok) return promised;
      const made: Guarantee = {
        requestId: params.requestId,
        county,
        year: now.year,
        feeFen: promised.value.feeFen,
        status: 'promised',
        by: actor.personId,
        at: deps.clock(),
      };
      return allow({
        reply: made,
        writes: [
          replace(request, promised.value.request),
          before ? replace<Guarantee>(before, made) : create<Guarantee>(guaranteeItem, made),
          fund ? replace(fund, promised.value.year) : create(fundYearItem, promised.value.year),
          ...(await returnFunding(deps, params.requestId)),
          historyEntry(deps, actor, {
            subject: { kind: 'request', id: params.requestId },
            elderId: request.value.elderId,
            action: 'request_guaranteed',
            why: body.why,
          }),
        ],
      });
    },
  );

export const recordHardship: UseCase<typeof routes.recordHardship> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'recordHardship', body: { ...params, ...body } },
    async () => {
      const elder = await deps.table.get(elderItem, elderKey(params.elderId));
      if (!elder) return refuse('not_found');
      const tie = await tieToElder(deps, actor, elder.value);
      if (!tie.ok) return tie;
      const old = await deps.table.get(hardshipItem, hardshipKey(params.elderId));
      const recorded = {
        elderId: params.elderId,
        level: body.level,
        why: body.why,
        recordedBy: actor.personId,
        recordedAt: deps.clock(),
      };
      return allow({
        reply: recorded,
        writes: [old ? replace(old, recorded) : create(hardshipItem, recorded)],
      });
    },
  );

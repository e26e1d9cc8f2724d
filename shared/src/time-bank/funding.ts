import * as z from 'zod';
import { elderId, requestId } from '../kernel/ids';
import { addDays, type Instant, instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { countyOf } from '../regions/region';
import type { ServiceRequest } from '../service-requests/request';
import { type AccountId, elderAccount, fundAccount, issuanceAccount } from './account';
import { type Amount, worth } from './amount';
import { available, type Balance } from './balance';
import { post, release } from './pending';
import { rulesName, type TimeRules, weightOf } from './rules';
import { drawable, type Tier } from './tier';
import { type PendingTransfer, pendingTransfer, type Transfer, transferIdOf } from './transfer';

const minutes = z.int().min(0);
const common = {
  requestId,
  elderId,
  villageCode: z.string().regex(/^\d{12}$/),
  serviceCode: z.string().max(40),
  startsAt: instant,
  weightPercent: z.int().min(0),
  /** What the request was worth when it was arranged, and how much of it nobody had. */
  priceMinutes: minutes,
  shortMinutes: minutes,
  /** Set aside, in the order in which it is used. */
  parts: z.array(pendingTransfer).max(8),
  /** `nanjing@2` */
  rules: z.string(),
  heldAt: instant,
};

/** 预留: what pays for one request in minutes. */
export const funding = z.lazy(() =>
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('held'), ...common, expiresAt: instant }),
    z.strictObject({
      status: z.literal('posted'),
      ...common,
      closedAt: instant,
      /** What the visits were worth, how much was taken beyond what was set aside, and what was let off. */
      actualMinutes: minutes,
      extraMinutes: minutes,
      forgivenMinutes: minutes,
    }),
    z.strictObject({ status: z.enum(['voided', 'expired']), ...common, closedAt: instant }),
  ]),
);
export type Funding = z.infer<typeof funding>;
export type HeldFunding = Extract<Funding, { status: 'held' }>;

type Service = { readonly code: string; readonly weight: number };

/** A request for two helpers costs the time of two. */
export const priceOf = (
  request: Pick<ServiceRequest, 'minutes' | 'places'>,
  service: Service,
  rules: TimeRules,
): number => worth(request.minutes, weightOf(rules, service), rules.stepMinutes) * request.places.length;

interface Purse {
  readonly elder: Balance;
  readonly pool: readonly Balance[];
  readonly tier: Tier;
  readonly usedThisMonth: number;
}

interface Given {
  readonly rules: TimeRules;
  readonly service: Service;
  readonly purse: Purse;
  readonly elderAge: number;
  /** The county fund buys the service: the minutes go to it. */
  readonly byFund: boolean;
  readonly at: Instant;
}

/** Splits a sum over accounts in their order, none beyond what it has. */
function drawFrom(balances: readonly Balance[], wanted: number): [AccountId, number][] {
  let left = wanted;
  return balances.flatMap((each) => {
    const take = Math.min(left, available(each));
    left -= Math.max(0, take);
    return take > 0 ? [[each.accountId, take] as [AccountId, number]] : [];
  });
}

/**
 * Sets minutes aside for a request that has been arranged: the elder's own first, then the village pool as far as
 * the tier goes (the pool first where the family asked for it). Nobody is left without help for want of minutes: what
 * is short is written down and nobody's account goes below zero.
 */
export function hold(
  request: ServiceRequest,
  given: Given,
): Result<{ funding: HeldFunding; transfers: PendingTransfer[] }> {
  const { rules, service, purse, at } = given;
  if (request.payBy !== 'time' && request.payBy !== 'pool' && !given.byFund)
    return refuse('time_paid_in_money');
  if (rules.redeem.fromAge !== undefined && given.elderAge < rules.redeem.fromAge)
    return refuse('time_too_young');
  const priceMinutes = priceOf(request, service, rules);
  const poolAvailable = purse.pool.reduce((sum, each) => sum + available(each), 0);
  const fromPool = drawable(rules, purse.tier, purse.usedThisMonth, poolAvailable);
  const own = available(purse.elder);
  const poolTake =
    request.payBy === 'pool'
      ? Math.min(priceMinutes, fromPool)
      : Math.min(Math.max(0, priceMinutes - own), fromPool);
  const draws = [...drawFrom([purse.elder], priceMinutes - poolTake), ...drawFrom(purse.pool, poolTake)];
  const cause = { kind: 'request' as const, id: request.requestId };
  const county = countyOf(request.villageCode);
  const weightPercent = weightOf(rules, service);
  const transfers = draws.map(
    ([debit, drawn], index): PendingTransfer => ({
      step: 'pending',
      code: given.byFund ? 'guarantee' : 'spend',
      transferId: transferIdOf(given.byFund ? 'guarantee' : 'spend', cause, String(index)),
      cause,
      debit,
      credit: given.byFund ? fundAccount(county) : issuanceAccount(county, cause.id),
      at,
      by: 'system',
      about: {
        elderId: request.elderId,
        serviceCode: request.serviceCode,
        villageCode: request.villageCode,
        startsAt: request.startsAt,
        weightPercent,
      },
      rules: rulesName(rules),
      minutes: drawn as Amount,
    }),
  );
  const drawn = draws.reduce((sum, [, each]) => sum + each, 0);
  return allow({
    transfers,
    funding: {
      status: 'held',
      requestId: request.requestId,
      elderId: request.elderId,
      villageCode: request.villageCode,
      serviceCode: request.serviceCode,
      startsAt: request.startsAt,
      weightPercent,
      priceMinutes,
      shortMinutes: priceMinutes - drawn,
      parts: transfers,
      rules: rulesName(rules),
      heldAt: at,
      expiresAt: addDays(request.endsAt, rules.holdDays),
    },
  });
}

/**
 * Settles after the visits: what was served is taken from what was set aside, in order; the rest is free again. A
 * longer visit takes more from the elder's account as far as it goes; beyond that it is let off.
 */
export function settle(
  f: Funding,
  served: { readonly minutes: number; readonly stepMinutes: number; readonly elder: Balance },
  at: Instant,
): Result<{ funding: Funding; transfers: Transfer[] }> {
  if (f.status !== 'held') return refuse('time_hold_closed');
  const actualMinutes = worth(served.minutes, f.weightPercent, served.stepMinutes);
  const transfers: Transfer[] = [];
  let left = actualMinutes;
  for (const part of f.parts) {
    const take = Math.min(left, part.minutes);
    left -= take;
    const how = { at, by: 'system' as const, rules: f.rules };
    const closed = take === 0 ? release(part, 'void', how) : post(part, take as Amount, how);
    if (!closed.ok) return closed;
    transfers.push(closed.value);
  }
  // What was short when it was arranged was let off then; only a longer visit costs more now.
  const beyond = Math.min(left, Math.max(0, actualMinutes - f.priceMinutes));
  const extra = extraTransfer(f, Math.min(beyond, available(served.elder)), at);
  transfers.push(...extra);
  const extraMinutes = extra.length === 0 ? 0 : Math.min(beyond, available(served.elder));
  const { expiresAt: _, ...kept } = f;
  return allow({
    transfers,
    funding: {
      ...kept,
      status: 'posted',
      closedAt: at,
      actualMinutes,
      extraMinutes,
      forgivenMinutes: left - extraMinutes,
    },
  });
}

function extraTransfer(f: HeldFunding, extra: number, at: Instant): Transfer[] {
  const first = f.parts[0];
  if (extra <= 0 || first === undefined) return [];
  const { step: _, ...same } = first;
  return [
    {
      ...same,
      step: 'posted',
      debit: elderAccount(f.elderId),
      transferId: transferIdOf(first.code, first.cause, 'longer'),
      minutes: extra as Amount,
      at,
    },
  ];
}

/** Gives everything back: the request was called off (`void`), or nobody ever settled it (`expire`). */
export function giveBack(
  f: Funding,
  step: 'void' | 'expire',
  at: Instant,
): Result<{ funding: Funding; transfers: Transfer[] }> {
  if (f.status !== 'held') return refuse('time_hold_closed');
  const transfers: Transfer[] = [];
  for (const part of f.parts) {
    const closed = release(part, step, { at, by: 'system', rules: f.rules });
    if (!closed.ok) return closed;
    transfers.push(closed.value);
  }
  const { expiresAt: _, ...kept } = f;
  return allow({
    transfers,
    funding: { ...kept, status: step === 'void' ? 'voided' : 'expired', closedAt: at },
  });
}

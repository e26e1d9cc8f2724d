import * as z from 'zod';
import type { CommandId, ElderId, PersonId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import type { KinRelation } from '../people/kinship';
import { countyOf } from '../regions/region';
import { type AccountId, elderAccount, poolAccount } from './account';
import { type Amount, readAmount } from './amount';
import { available, type Balance } from './balance';
import { rulesName, type TimeRules } from './rules';
import { type Transfer, type TransferBy, transferIdOf } from './transfer';

/** How much has come in from outside this year: into a county from another, or into one village. */
export const corridor = z.strictObject({
  from: z.string().regex(/^(\d{6}|\*)$/),
  to: z.string().regex(/^(\d{6}|\d{12})$/),
  year: z.int(),
  minutes: z.int().min(0),
});
export type Corridor = z.infer<typeof corridor>;

export interface Crossing {
  /** From the giver's county to the receiver's; absent when they are the same. */
  readonly county: Corridor | undefined;
  /** Into the receiver's village from anywhere outside the county. */
  readonly village: Corridor | undefined;
}

interface Gift {
  readonly commandId: CommandId;
  readonly giver: Balance;
  readonly minutes: number;
  readonly by: TransferBy;
  readonly at: Instant;
  readonly why?: string;
}

const giftOf = (
  code: 'gift' | 'pool_gift' | 'estate',
  { commandId, giver, by, at, why }: Gift,
  to: AccountId,
  minutes: Amount,
  rules: TimeRules,
): Transfer => {
  const cause = { kind: 'command' as const, id: commandId };
  return {
    step: 'posted',
    code,
    // The account too: a command id is only unique to the one who minted it.
    transferId: transferIdOf(code, cause, giver.accountId),
    cause,
    debit: giver.accountId,
    credit: to,
    at,
    by,
    about: {},
    rules: rulesName(rules),
    minutes,
    ...(why === undefined || why === '' ? {} : { why }),
  };
};

/** Within the yearly limit of the receiving county; a county with a limit of zero is closed. */
function cross(rules: TimeRules, crossing: Crossing, minutes: number): Result<Crossing> {
  const { county, village } = crossing;
  if (county === undefined) return allow({ county: undefined, village: undefined });
  const limit =
    rules.corridors.from.find((each) => each.county === county.from)?.yearMinutes ??
    rules.corridors.elsewhereMinutes;
  if (limit === 0) return refuse('time_region_closed');
  if (county.minutes + minutes > limit) return refuse('time_region_limit');
  const most = rules.corridors.villageMinutes;
  if (village !== undefined && most !== undefined && village.minutes + minutes > most)
    return refuse('time_region_limit');
  return allow({
    county: { ...county, minutes: county.minutes + minutes },
    village: village === undefined ? undefined : { ...village, minutes: village.minutes + minutes },
  });
}

export interface Given {
  readonly transfer: Transfer;
  readonly crossing: Crossing;
}

/** Gives to an elder of one's own family. `relation` is absent where there is no kinship the elder consented to. */
export function giveToElder(
  gift: Gift,
  to: { readonly elderId: ElderId; readonly relation: KinRelation | undefined; readonly crossing: Crossing },
  rules: TimeRules,
): Result<Given> {
  const minutes = readAmount(gift.minutes, 'body.minutes');
  if (!minutes.ok) return minutes;
  const account = elderAccount(to.elderId);
  if (account === gift.giver.accountId) return refuse('time_to_self', 'body.to');
  if (to.relation === undefined || !rules.give.kin.includes(to.relation))
    return refuse('time_not_kin', 'body.to');
  const crossing = cross(rules, to.crossing, minutes.value);
  if (!crossing.ok) return crossing;
  if (available(gift.giver) < minutes.value) return refuse('time_not_enough', 'body.minutes');
  return allow({ transfer: giftOf('gift', gift, account, minutes.value, rules), crossing: crossing.value });
}

/** Gives to a village's pool: the same limits, no kinship. */
export function giveToPool(
  gift: Gift,
  to: { readonly villageCode: string; readonly crossing: Crossing },
  rules: TimeRules,
): Result<Given> {
  const minutes = readAmount(gift.minutes, 'body.minutes');
  if (!minutes.ok) return minutes;
  if (!rules.give.pool) return refuse('time_give_closed');
  const crossing = cross(rules, to.crossing, minutes.value);
  if (!crossing.ok) return crossing;
  if (available(gift.giver) < minutes.value) return refuse('time_not_enough', 'body.minutes');
  const account = poolAccount(to.villageCode, gift.commandId);
  return allow({
    transfer: giftOf('pool_gift', gift, account, minutes.value, rules),
    crossing: crossing.value,
  });
}

/** 身后转赠: all that an elder who has died had left, to a spouse or another elder of the family, or to the pool. */
export function giveEstate(
  gift: Omit<Gift, 'minutes'>,
  /** `rules`: those of the receiving county, whose limit it is. */
  to: { readonly account: AccountId; readonly crossing: Crossing; readonly rules: TimeRules },
  rules: TimeRules,
): Result<Given> {
  if (!rules.give.estate) return refuse('time_give_closed');
  if (to.account === gift.giver.accountId) return refuse('time_to_self', 'body.to');
  if (gift.giver.debitsPending > 0) return refuse('time_estate_held');
  const minutes = available(gift.giver);
  if (minutes === 0) return refuse('time_not_enough');
  // What somebody left behind drains a village no less than a gift would.
  const crossing = cross(to.rules, to.crossing, minutes);
  if (!crossing.ok) return crossing;
  return allow({
    transfer: giftOf('estate', { ...gift, minutes }, to.account, minutes as Amount, rules),
    crossing: crossing.value,
  });
}

/** Officials grant minutes to a village's pool: issued, and guaranteed by the county. */
export function grantToPool(
  grant: {
    readonly commandId: CommandId;
    readonly by: { personId: PersonId; role: 'official' };
    readonly at: Instant;
    readonly why: string;
    readonly minutes: number;
  },
  villageCode: string,
  from: AccountId,
  rules: TimeRules,
): Result<Transfer> {
  const minutes = readAmount(grant.minutes, 'body.minutes');
  if (!minutes.ok) return minutes;
  const cause = { kind: 'command' as const, id: grant.commandId };
  return allow({
    step: 'posted',
    code: 'pool_grant',
    transferId: transferIdOf('pool_grant', cause, grant.by.personId),
    cause,
    debit: from,
    credit: poolAccount(villageCode, grant.commandId),
    at: grant.at,
    by: grant.by,
    about: { villageCode },
    rules: rulesName(rules),
    minutes: minutes.value,
    why: grant.why,
  });
}

export const crossingOf = (
  fromRegion: string,
  toRegion: string,
): { county: string; village: string } | undefined =>
  countyOf(fromRegion) === countyOf(toRegion)
    ? undefined
    : { county: countyOf(fromRegion), village: toRegion };

import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { commandId, elderId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { route } from '../kernel/route';
import { line } from '../kernel/text';
import { villageCode } from '../regions/region';
import { hardship } from './tier';
import { transferId } from './transfer';

const wholeMinutes = z.int();
const tier = z.enum(['first', 'second', 'third']);
const level = hardship.shape.level;

const villagePool = z.strictObject({
  villageCode,
  villageName: z.string(),
  /** `红光镇`; absent where the region is a village. */
  townshipName: z.string().optional(),
  availableMinutes: wholeMinutes,
  heldMinutes: wholeMinutes,
});
export type VillagePool = z.infer<typeof villagePool>;

export const listPools = route({
  name: 'listTimePools',
  method: 'GET',
  path: '/api/time-bank/pools',
  summary: 'What the pools of the villages of a region hold, the emptiest first.',
  access: ['coordinator', 'official'],
  relation: 'region',
  audit: 'time-bank.pools.listed',
  reply: z.strictObject({ pools: z.array(villagePool), unreadable: z.array(z.string()) }),
  refusals: [],
});

export const readPool = route({
  name: 'readTimePool',
  method: 'GET',
  path: '/api/time-bank/pools/{villageCode}',
  summary: "What came into a village's pool lately: grants with their reason, gifts without a name.",
  access: ['coordinator', 'official'],
  relation: 'region',
  audit: 'time-bank.pool.read',
  params: z.strictObject({ villageCode }),
  reply: z.strictObject({
    pool: villagePool,
    lines: z.array(
      z.strictObject({
        at: instant,
        kind: z.enum(['grant', 'gift', 'estate']),
        minutes: wholeMinutes,
        /** Of a grant: who decided it, and why. */
        byName: z.string().optional(),
        why: z.string().optional(),
      }),
    ),
    unreadable: z.array(z.string()),
  }),
  refusals: ['region_outside', 'region_unknown'],
});

export const grantToPool = route({
  name: 'grantTimeToPool',
  method: 'POST',
  path: '/api/time-bank/pool-grants',
  summary: "The county grants minutes to a village's pool.",
  access: ['official'],
  relation: 'region',
  audit: 'time-bank.pool.granted',
  /** Read by the rule, so that a wrong amount is refused by its own name. */
  body: z.strictObject({ commandId, villageCode, minutes: z.number(), why: line(200) }),
  reply: z.strictObject({ transferId }),
  refusals: ['time_amount_invalid', 'region_outside', 'region_unknown'],
});

const poolStanding = z.strictObject({
  tier,
  /** Why, in words that may be read to the elder; empty for those about whom nothing special is known. */
  reasons: z.array(spokenText),
  /** What one of this tier may use in a month, what was used, and what may still be used of what is there. */
  monthMinutes: wholeMinutes,
  usedMinutes: wholeMinutes,
  leftMinutes: wholeMinutes,
  poolMinutes: wholeMinutes,
  /** What stays there for those who come before. */
  reserveMinutes: wholeMinutes,
  means: z.strictObject({ level, why: z.string(), recordedAt: instant }).optional(),
  asked: z.strictObject({ at: instant, answered: z.boolean() }).optional(),
});
export type PoolStanding = z.infer<typeof poolStanding>;

export const readPoolStanding = route({
  name: 'readPoolStanding',
  method: 'GET',
  path: '/api/time-bank/elders/{elderId}/pool',
  summary:
    "An elder's place in the order of the village pool, with the reasons, and what is left this month.",
  access: ['family', 'elder', 'coordinator'],
  relation: 'kin-or-region',
  audit: 'time-bank.pool.standing.read',
  params: z.strictObject({ elderId }),
  reply: poolStanding,
  refusals: [],
});

export const askForPool = route({
  name: 'askForTimePool',
  method: 'POST',
  path: '/api/time-bank/elders/{elderId}/pool-asks',
  summary: "A family without minutes asks the village to look at the elder's means.",
  access: ['family', 'elder'],
  relation: 'kin',
  audit: 'time-bank.pool.asked',
  params: z.strictObject({ elderId }),
  body: z.strictObject({ commandId, level, why: line(200) }),
  reply: z.strictObject({ askedAt: instant }),
  refusals: ['time_pool_asked'],
});

const askView = z.strictObject({
  elderId,
  elderName: z.string(),
  villageName: z.string(),
  level,
  why: z.string(),
  askedByName: z.string(),
  askedAt: instant,
  /** Where the elder stands if what is said is so, and why. */
  tier,
  reasons: z.array(spokenText),
});
export type PoolAskView = z.infer<typeof askView>;

export const listPoolAsks = route({
  name: 'listPoolAsks',
  method: 'GET',
  path: '/api/time-bank/pool-asks',
  summary:
    'Families that ask for the village pool: the poorest and most dependent first, then who asked first.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'time-bank.pool.asks.listed',
  reply: z.strictObject({ asks: z.array(askView), unreadable: z.array(z.string()) }),
  refusals: [],
});

export const recordHardship = route({
  name: 'recordHardship',
  method: 'PUT',
  path: '/api/time-bank/elders/{elderId}/hardship',
  summary: "Record what is known of an elder's means: it orders the pool, and answers what the family asked.",
  access: ['coordinator'],
  relation: 'region',
  audit: 'time-bank.hardship.recorded',
  params: z.strictObject({ elderId }),
  body: z.strictObject({ commandId, level, why: line(200) }),
  reply: hardship,
  refusals: [],
});

import * as z from 'zod';
import type { ElderId, PersonId } from '../kernel/ids';

/**
 * 账户: `person:…` earns, `elder:…` spends, `pool:<village>:<shard>` stands in for those who have none,
 * `fund:<county>` has bought services, `issuance:<county>:<shard>` is where minutes come from and go back to, and
 * `expiry:<county>:<shard>` where old ones end. There is no account outside, so minutes cannot be sold or cashed.
 */
export const accountId = z
  .string()
  .regex(
    /^(person:person_[0-9A-HJKMNP-TV-Z]{26}|elder:elder_[0-9A-HJKMNP-TV-Z]{26}|pool:\d{12}:\d|fund:\d{6}|issuance:\d{6}:\d{1,2}|expiry:\d{6}:\d)$/,
  )
  .brand<'AccountId'>();
export type AccountId = z.infer<typeof accountId>;

const kinds = ['person', 'elder', 'pool', 'fund', 'issuance', 'expiry'] as const;
export type AccountKind = (typeof kinds)[number];
export const kindOf = (id: AccountId): AccountKind => id.slice(0, id.indexOf(':')) as AccountKind;

/** What stands between the kind and the shard: whose account, or of which place. */
export const ownerOf = (id: AccountId): string => id.split(':')[1] ?? '';

/** Minutes come from here, so this account alone may owe: what it owes is what is outstanding. */
export const mayOwe = (id: AccountId): boolean => kindOf(id) === 'issuance';

/** Accounts that everybody's transfers touch are split, so that they do not queue for one item. */
export const POOL_SHARDS = 4;
export const ISSUANCE_SHARDS = 16;
const EXPIRY_SHARDS = 4;

/** A small spread of a text over shards (FNV-1a), the same on every machine. */
function shardOf(text: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
  return hash % shards;
}

export const personAccount = (id: PersonId): AccountId => `person:${id}` as AccountId;
export const elderAccount = (id: ElderId): AccountId => `elder:${id}` as AccountId;
export const fundAccount = (county: string): AccountId => `fund:${county}` as AccountId;
/** `because` is the cause of the transfer: the same cause always meets the same shard. */
export const issuanceAccount = (county: string, because: string): AccountId =>
  `issuance:${county}:${shardOf(because, ISSUANCE_SHARDS)}` as AccountId;
export const expiryAccount = (county: string, because: string): AccountId =>
  `expiry:${county}:${shardOf(because, EXPIRY_SHARDS)}` as AccountId;
export const poolAccount = (village: string, because: string): AccountId =>
  `pool:${village}:${shardOf(because, POOL_SHARDS)}` as AccountId;
export const poolAccounts = (village: string): readonly AccountId[] =>
  Array.from({ length: POOL_SHARDS }, (_, shard) => `pool:${village}:${shard}` as AccountId);

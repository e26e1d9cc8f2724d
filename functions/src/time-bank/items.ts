import { elderId } from '@shared/kernel/ids';
import { countyOf } from '@shared/regions/region';
import { type AccountId, accountId } from '@shared/time-bank/account';
import { balance } from '@shared/time-bank/balance';
import { earnings } from '@shared/time-bank/earnings';
import { timeFlag } from '@shared/time-bank/flag';
import { fundYear, guarantee } from '@shared/time-bank/fund';
import { type Funding, funding } from '@shared/time-bank/funding';
import { corridor } from '@shared/time-bank/give';
import { type PoolAsk, poolAsk } from '@shared/time-bank/pool-ask';
import { type RulesProposal, rulesProposal } from '@shared/time-bank/proposal';
import { reconciliation } from '@shared/time-bank/reconciliation';
import { timeRules } from '@shared/time-bank/rules';
import { solvency } from '@shared/time-bank/solvency';
import { hardship } from '@shared/time-bank/tier';
import { transfer } from '@shared/time-bank/transfer';
import * as z from 'zod';
import { itemKind } from '../table/port';

const partitionOf = (id: AccountId): string => `TIME#${id}`;

export const balanceKey = (id: AccountId) => ({ pk: partitionOf(id), sk: 'BALANCE' });
/** Replaced by every transfer that touches the account; found by county for reconciliation and solvency. */
export const balanceItem = itemKind({
  name: 'TimeBalance',
  schema: balance,
  key: (b) => balanceKey(b.accountId),
  indexes: (b) => ({
    byRegion: { pk: `TIMEACCOUNTS#${countyOf(b.regionCode)}`, sk: `${b.regionCode}#${b.accountId}` },
  }),
});

export const transferKey = (id: string) => ({ pk: `TRANSFER#${id}`, sk: 'TRANSFER' });
/** Immutable: there is a create for it and nothing else. Its key is its cause, so a repeat meets it. */
export const transferItem = itemKind({
  name: 'TimeTransfer',
  schema: transfer,
  key: (t) => transferKey(t.transferId),
});

/** One side of a transfer, under the account it changes: what a statement pages through. */
const entry = z.strictObject({ accountId, transfer });
export const entriesOf = (id: AccountId) => ({ pk: partitionOf(id), prefix: 'ENTRY#' });
export const entryItem = itemKind({
  name: 'TimeEntry',
  schema: entry,
  key: (e) => ({
    pk: partitionOf(e.accountId),
    sk: `ENTRY#${e.transfer.at}#${e.transfer.transferId}`,
  }),
});

export const earningsKey = (id: AccountId, month: string) => ({
  pk: partitionOf(id),
  sk: `EARNINGS#${month}`,
});
export const earningsItem = itemKind({
  name: 'TimeEarnings',
  schema: earnings,
  key: (e) => earningsKey(e.accountId, e.month),
});

const DUE_SHARDS = 4;
export const fundingDuePartitions = Array.from({ length: DUE_SHARDS }, (_, shard) => `DUE#FUNDING#${shard}`);
const duePartition = ({ requestId }: Funding): string =>
  `DUE#FUNDING#${requestId.charCodeAt(requestId.length - 1) % DUE_SHARDS}`;

export const fundingKey = (requestId: string) => ({ pk: `REQUEST#${requestId}`, sk: 'FUNDING' });
/** Lives beside its request; only while it is held is it found by its elder and by its end. */
export const fundingItem = itemKind({
  name: 'TimeFunding',
  schema: funding,
  key: (f) => fundingKey(f.requestId),
  indexes: (f) =>
    f.status === 'held'
      ? {
          byElder: { pk: `ELDER#${f.elderId}`, sk: `FUNDING#${f.startsAt}#${f.requestId}` },
          byDue: { pk: duePartition(f), sk: `${f.expiresAt}#${f.requestId}` },
        }
      : {},
});

export const flagKey = (flagId: string) => ({ pk: `TIMEFLAG#${flagId}`, sk: 'FLAG' });
export const flagsPartition = (regionCode: string): string => `TIMEFLAGS#${countyOf(regionCode)}`;
export const flagItem = itemKind({
  name: 'TimeFlag',
  schema: timeFlag,
  key: (f) => flagKey(f.flagId),
  indexes: (f) =>
    f.status === 'open'
      ? {
          byRegion: {
            pk: flagsPartition(f.villageCode),
            sk: `${f.villageCode}#${f.raisedAt}#${f.flagId}`,
          },
        }
      : {},
});

const storedRules = z.strictObject({ county: z.string().regex(/^\d{6}$/), rules: timeRules });
export const rulesOf = (county: string) => ({ pk: `TIMERULES#${county}`, prefix: 'RULES#' });
export const rulesItem = itemKind({
  name: 'TimeRules',
  schema: storedRules,
  key: ({ county, rules }) => ({
    pk: `TIMERULES#${county}`,
    sk: `RULES#${String(rules.version).padStart(4, '0')}`,
  }),
});

export const proposalKey = (county: string) => ({ pk: `TIMERULES#${county}`, sk: 'PROPOSAL' });
/** The last that was proposed: one key, so that two cannot wait. */
export const proposalItem = itemKind<RulesProposal>({
  name: 'TimeRulesProposal',
  schema: rulesProposal,
  key: ({ county }) => proposalKey(county),
});

export const corridorKey = (to: string, year: number, from: string) => ({
  pk: `CORRIDOR#${to}`,
  sk: `${year}#${from}`,
});
/** How much has come in this year; replaced in the gift's own transaction, so a limit holds in any race. */
export const corridorItem = itemKind({
  name: 'TimeCorridor',
  schema: corridor,
  key: (c) => corridorKey(c.to, c.year, c.from),
});

export const hardshipKey = (elder: string) => ({ pk: `ELDER#${elder}`, sk: 'HARDSHIP' });
export const hardshipItem = itemKind({
  name: 'Hardship',
  schema: hardship,
  key: (h) => hardshipKey(h.elderId),
});

export const poolAskKey = (elder: string) => ({ pk: `ELDER#${elder}`, sk: 'POOLASK' });
export const poolAsksPartition = (county: string): string => `POOLASKS#${county}`;
export const poolAskItem = itemKind<PoolAsk>({
  name: 'TimePoolAsk',
  schema: poolAsk,
  key: (a) => poolAskKey(a.elderId),
  indexes: (a) =>
    a.status === 'asked'
      ? {
          byRegion: {
            pk: poolAsksPartition(countyOf(a.villageCode)),
            sk: `${a.villageCode}#${a.askedAt}#${a.elderId}`,
          },
        }
      : {},
});

const poolUse = z.strictObject({
  elderId,
  month: z.string().regex(/^\d{4}-\d{2}$/),
  minutes: z.int().min(0),
});
export const poolUseKey = (elder: string, month: string) => ({
  pk: `ELDER#${elder}`,
  sk: `POOLUSE#${month}`,
});
/** What an elder has used of the pool in a month, with what is set aside. */
export const poolUseItem = itemKind({
  name: 'TimePoolUse',
  schema: poolUse,
  key: (u) => poolUseKey(u.elderId, u.month),
});

export const fundYearKey = (county: string, year: number) => ({
  pk: `TIMEFUND#${county}`,
  sk: `YEAR#${year}`,
});
export const fundYearItem = itemKind({
  name: 'TimeFundYear',
  schema: fundYear,
  key: (f) => fundYearKey(f.county, f.year),
});

export const guaranteeKey = (requestId: string) => ({ pk: `REQUEST#${requestId}`, sk: 'GUARANTEE' });
export const guaranteeItem = itemKind({
  name: 'TimeGuarantee',
  schema: guarantee,
  key: (g) => guaranteeKey(g.requestId),
});

export const reconciliationItem = itemKind({
  name: 'TimeReconciliation',
  schema: reconciliation,
  key: (r) => ({ pk: 'TIMERECONCILIATIONS', sk: r.at }),
});

export const solvencyKey = (county: string) => ({ pk: `SOLVENCY#${county}`, sk: 'SOLVENCY' });
export const solvencyItem = itemKind({
  name: 'TimeSolvency',
  schema: solvency,
  key: (s) => solvencyKey(s.county),
});

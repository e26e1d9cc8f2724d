import { elderId, personId, visitId } from '@shared/kernel/ids';
import { addMinutes, type Instant, instant } from '@shared/kernel/instant';
import { LATE_AFTER_MINUTES, OVERDUE_AFTER_MINUTES } from '@shared/visits/answer';
import { type CodeCard, codeCard } from '@shared/visits/code-card';
import { type CodeTries, codeTries } from '@shared/visits/code-tries';
import { openExceptions } from '@shared/visits/exceptions-of';
import { type LogEntry, logEntry } from '@shared/visits/log';
import { type Visit, visit } from '@shared/visits/visit';
import * as z from 'zod';
import { itemKind } from '../table/port';

/** When the platform itself has to look at a visit again, if nobody does anything. */
export function dueAt(v: Visit): Instant | undefined {
  if (v.status === 'scheduled')
    return v.lateSince === undefined ? addMinutes(v.startsAt, LATE_AFTER_MINUTES) : v.endsAt;
  if (v.status === 'checked_in')
    return v.overdueSince === undefined ? addMinutes(v.endsAt, OVERDUE_AFTER_MINUTES) : undefined;
  if (v.status === 'checked_out') return v.confirmBy;
  return undefined;
}

const DUE_SHARDS = 4;
/** Deadlines are spread over a few partitions; a sweep asks each of them. */
export const visitDuePartitions = Array.from({ length: DUE_SHARDS }, (_, shard) => `DUE#VISIT#${shard}`);
const duePartition = (v: Visit): string => {
  const last = v.visitId.charCodeAt(v.visitId.length - 1);
  return `DUE#VISIT#${last % DUE_SHARDS}`;
};

const needsAttention = (v: Visit): boolean =>
  v.status === 'disputed' ||
  (v.status === 'scheduled' && v.lateSince !== undefined) ||
  openExceptions(v).length > 0;

/** Visits that a coordinator should look at, by county and start; everything else is not in this index. */
export const attentionPartition = (regionCode: string): string => `ATTENTION#${regionCode.slice(0, 6)}`;

/** Visits that are over, nothing out of the ordinary about them, and that nobody has answered so far. */
export const unansweredPartition = (regionCode: string): string => `UNANSWERED#${regionCode.slice(0, 6)}`;

const regionPartition = (v: Visit): string | undefined => {
  if (needsAttention(v)) return attentionPartition(v.villageCode);
  return v.status === 'checked_out' && v.elderWord === undefined
    ? unansweredPartition(v.villageCode)
    : undefined;
};

export const visitKey = (visitId: string) => ({ pk: `VISIT#${visitId}`, sk: 'VISIT' });
export const visitItem = itemKind<Visit>({
  name: 'visit',
  schema: visit,
  key: (v) => visitKey(v.visitId),
  indexes: (v) => {
    const due = dueAt(v);
    const region = regionPartition(v);
    return {
      byElder: { pk: `ELDER#${v.elderId}`, sk: `VISIT#${v.startsAt}#${v.visitId}` },
      byPerson: { pk: `HELPER#${v.helperId}`, sk: `VISIT#${v.startsAt}#${v.visitId}` },
      ...(region === undefined ? {} : { byRegion: { pk: region, sk: `${v.startsAt}#${v.visitId}` } }),
      ...(due === undefined ? {} : { byDue: { pk: duePartition(v), sk: `${due}#${v.visitId}` } }),
    };
  },
});

export const entryKey = (visitId: string, entryId: string) => ({
  pk: `VISIT#${visitId}`,
  sk: `ENTRY#${entryId}`,
});
/** The partition holds the log; the elder index holds only readings and moods, for what is usual. */
export const entryItem = itemKind<LogEntry>({
  name: 'visit_entry',
  schema: logEntry,
  key: (e) => entryKey(e.visitId, e.entry.entryId),
  indexes: (e) =>
    e.entry.kind === 'vitals' || e.entry.kind === 'mood'
      ? {
          byElder: {
            pk: `ELDER#${e.elderId}`,
            sk: `${e.entry.kind === 'mood' ? 'MOOD' : 'VITALS'}#${e.entry.at}#${e.entry.entryId}`,
          },
        }
      : {},
});

export const codeTriesKey = (visitId: string) => ({ pk: `VISIT#${visitId}`, sk: 'CODES' });
export const codeTriesItem = itemKind<CodeTries>({
  name: 'code_tries',
  schema: codeTries,
  key: (each) => codeTriesKey(each.visitId),
});

const witnessAsk = z.strictObject({
  visitId,
  side: z.enum(['check_in', 'check_out']),
  elderId,
  helperName: z.string(),
  personId,
  askedAt: instant,
  answeredAt: instant.optional(),
});
export const witnessAskKey = (id: string, side: string) => ({ pk: `VISIT#${id}`, sk: `WITNESS#${side}` });
/** What is put to a witness; in their list until they have answered. */
export const witnessAskItem = itemKind({
  name: 'WitnessAsk',
  schema: witnessAsk,
  key: (a) => witnessAskKey(a.visitId, a.side),
  indexes: (a) =>
    a.answeredAt === undefined
      ? { byPerson: { pk: `PERSON#${a.personId}`, sk: `WITNESS#${a.askedAt}#${a.visitId}#${a.side}` } }
      : {},
});

export const codeCardKey = (id: string) => ({ pk: `ELDER#${id}`, sk: 'CODECARD' });
export const codeCardItem = itemKind<CodeCard>({
  name: 'CodeCard',
  schema: codeCard,
  key: (c) => codeCardKey(c.elderId),
});

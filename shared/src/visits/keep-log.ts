import { addMinutes, type Instant, millisOf } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { believed, effectiveTime, isInstantWithin } from './arrive';
import type { KeptEntry, LogEntry, NewEntry, VitalsEntry } from './log';
import type { Visit } from './visit';

/** What a living person can measure; outside of it the hand slipped or the cuff did. */
const possible: Readonly<Record<(typeof measureNames)[number], readonly [number, number]>> = {
  systolic: [60, 260],
  diastolic: [30, 160],
  pulse: [30, 220],
  glucose: [10, 400],
  weight: [200, 2_000],
};
export const measureNames = ['systolic', 'diastolic', 'pulse', 'glucose', 'weight'] as const;

function vitalsProblem(vitals: VitalsEntry): string | undefined {
  const given = measureNames.filter((name) => vitals[name] !== undefined);
  if (given.length === 0) return 'systolic';
  for (const name of given) {
    const value = vitals[name] ?? 0;
    const [low, high] = possible[name];
    if (value < low || value > high) return name;
  }
  const { systolic, diastolic } = vitals;
  if (systolic !== undefined && diastolic !== undefined && diastolic >= systolic) return 'diastolic';
  return undefined;
}

/** Ten minutes of leeway, since the log is often begun at the gate and ended on the road. */
const LEEWAY_MINUTES = 10;

/**
 * Appends what is new. An entry that is already there stays as it was first written, so a repeated or reordered
 * command changes nothing. What was written during the visit may arrive after it: nothing recorded is lost.
 */
export function keepLog(
  v: Visit,
  kept: readonly LogEntry[],
  given: readonly NewEntry[],
  receivedAt: Instant,
): Result<LogEntry[]> {
  if (v.status === 'scheduled' || v.status === 'missed' || v.status === 'cancelled')
    return refuse('visit_not_checked_in');
  const known = new Map(kept.map((each) => [each.entry.entryId, each]));
  const from = addMinutes(effectiveTime(v.checkIn), -LEEWAY_MINUTES);
  const to = v.status === 'checked_in' ? receivedAt : effectiveTime(v.checkOut);
  const fresh: LogEntry[] = [];
  for (const [index, entry] of given.entries()) {
    const before = known.get(entry.entryId);
    if (before !== undefined) {
      if (sameEntry(before.entry, entry)) continue;
      return refuse('command_reused', `entries.${index}.entryId`);
    }
    if (!isInstantWithin(believed({ at: entry.at, receivedAt }), from, addMinutes(to, LEEWAY_MINUTES)))
      return refuse('entry_time_invalid', `entries.${index}.at`);
    if (entry.kind === 'vitals') {
      const field = vitalsProblem(entry);
      if (field !== undefined) return refuse('vitals_impossible', `entries.${index}.${field}`);
    }
    const keep: LogEntry = { visitId: v.visitId, elderId: v.elderId, receivedAt, entry };
    known.set(entry.entryId, keep);
    fresh.push(keep);
  }
  return allow(fresh);
}

function sameEntry(a: KeptEntry, b: NewEntry): boolean {
  const flat = (e: KeptEntry): string =>
    JSON.stringify(Object.entries(e).sort(([x], [y]) => (x < y ? -1 : 1)));
  return flat(a) === flat(b);
}

export const inOrder = (entries: readonly LogEntry[]): LogEntry[] =>
  [...entries].sort(
    (a, b) => millisOf(a.entry.at) - millisOf(b.entry.at) || (a.entry.entryId < b.entry.entryId ? -1 : 1),
  );

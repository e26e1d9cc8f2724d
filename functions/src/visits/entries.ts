import type { ElderId, VisitId } from '@shared/kernel/ids';
import { addDays, type Instant } from '@shared/kernel/instant';
import type { LogEntry } from '@shared/visits/log';
import type { Deps } from '../platform/deps';
import type { Key, Page } from '../table/port';
import { entryItem } from './items';

export interface Log {
  readonly entries: readonly LogEntry[];
  readonly unreadable: readonly Key[];
}

const logOf = (page: Page<LogEntry>): Log => ({
  entries: page.items.map(({ value }) => value),
  unreadable: page.unreadable,
});

/** The whole log of one visit. */
export async function entriesOf(deps: Deps, visitId: VisitId): Promise<Log> {
  const found: LogEntry[] = [];
  const unreadable: Key[] = [];
  let after: string | undefined;
  do {
    const page: Page<LogEntry> = await deps.table.list(entryItem, {
      pk: `VISIT#${visitId}`,
      prefix: 'ENTRY#',
      ...(after === undefined ? {} : { after }),
    });
    const part = logOf(page);
    found.push(...part.entries);
    unreadable.push(...part.unreadable);
    after = page.next;
  } while (after !== undefined);
  return { entries: found, unreadable };
}

const HABIT_DAYS = 180;

/** The elder's readings of the last half year before a visit, newest thirty: enough to know what is usual. */
export async function earlierReadings(
  deps: Deps,
  elderId: ElderId,
  visitId: VisitId,
  before: Instant,
): Promise<Log> {
  const page = await deps.table.list(entryItem, {
    index: 'byElder',
    pk: `ELDER#${elderId}`,
    from: `VITALS#${addDays(before, -HABIT_DAYS)}`,
    to: `VITALS#${before}`,
    limit: 30,
    descending: true,
  });
  const log = logOf(page);
  return { ...log, entries: log.entries.filter((each) => each.visitId !== visitId) };
}

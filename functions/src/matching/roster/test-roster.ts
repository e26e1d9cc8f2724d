import type { Instant } from '@shared/kernel/instant';
import { helperItem } from '../../helpers/items';
import { helperDayItem } from '../../offers/items';
import type { MemoryTable } from '../../table/memory-table';
import type { ItemKind } from '../../table/port';
import { keyText, type TableRecord, toRecord } from '../../table/record';
import { visitItem } from '../../visits/items';
import { familiarsOf, rosterOf, rowsOf } from './build';
import { chunkItem, familiarItem, tileItem } from './items';

const sources: readonly string[] = [helperItem.name, helperDayItem.name, visitItem.name];

/**
 * A table in memory as a search finds it when the stream is never late: before each glance the roster is what the
 * helpers, days and visits then are. What the stream's consumer itself does is told in `keep.test.ts`.
 */
export function withRoster(table: MemoryTable, clock: () => Instant): MemoryTable {
  let seen: readonly TableRecord[] = [];
  let version = 0;
  const known = new Map<string, unknown>();
  /** What cannot be read now stays in the roster as it was, as with the consumer. */
  const readable = <T>(records: readonly TableRecord[], kind: ItemKind<T>): T[] =>
    records.flatMap((record) => {
      if (record.kind !== kind.name) return [];
      const { data } = kind.schema.safeParse(record.body);
      if (data !== undefined) known.set(keyText(record), data);
      const last = known.get(keyText(record)) as T | undefined;
      return last === undefined ? [] : [last];
    });
  const refresh = (): void => {
    const now = table.records().filter(({ kind }) => sources.includes(kind));
    if (now.length === seen.length && now.every((record, index) => record === seen[index])) return;
    seen = now;
    version += 1;
    const days = readable(now, helperDayItem);
    const { tiles, chunks } = rosterOf(rowsOf(readable(now, helperItem), days, clock()), version);
    for (const chunk of chunks) table.plant(toRecord(chunkItem, chunk, version));
    for (const tile of tiles) table.plant(toRecord(tileItem, tile, version));
    for (const each of familiarsOf(readable(now, visitItem)))
      table.plant(toRecord(familiarItem, each, version));
  };
  const glance: MemoryTable['glance'] = (wanted) => {
    refresh();
    return table.glance(wanted);
  };
  return Object.assign(Object.create(table), { glance });
}

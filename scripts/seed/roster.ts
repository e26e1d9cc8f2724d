import { helperItem } from '../../functions/src/helpers/items';
import { familiarsOf, rosterOf, rowsOf } from '../../functions/src/matching/roster/build';
import { chunkItem, familiarItem, tileItem } from '../../functions/src/matching/roster/items';
import { helperDayItem } from '../../functions/src/offers/items';
import { create, type ItemKind, type Write } from '../../functions/src/table/port';
import { visitItem } from '../../functions/src/visits/items';
import type { Instant } from '../../shared/src/kernel/instant';

const valuesOf = <T>(writes: readonly Write[], kind: ItemKind<T>): T[] =>
  writes.flatMap((write) =>
    write.verb === 'create' && write.kind.name === kind.name ? [write.value as T] : [],
  );

/** The roster of whoever these writes make, as the stream's consumer would keep it from then on. */
export function rosterWrites(writes: readonly Write[], now: Instant): Write[] {
  const rows = rowsOf(valuesOf(writes, helperItem), valuesOf(writes, helperDayItem), now);
  const { tiles, chunks } = rosterOf(rows);
  return [
    ...tiles.map((each) => create(tileItem, each)),
    ...chunks.map((each) => create(chunkItem, each)),
    ...familiarsOf(valuesOf(writes, visitItem)).map((each) => create(familiarItem, each)),
  ];
}

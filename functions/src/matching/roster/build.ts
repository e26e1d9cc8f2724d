import type { helper } from '@shared/helpers/helper';
import { grouped } from '@shared/kernel/grouped';
import type { Instant } from '@shared/kernel/instant';
import { isServed, type Visit } from '@shared/visits/visit';
import { bookingDay, type HelperDay } from '../../offers/items';
import { type Familiar, packFamiliar, packFor, type RosterChunk, type RosterTile, sealTile } from './items';
import { parted } from './leaves';
import { type RosterRow, rowOf } from './row';
import { tileName, tilesReached } from './tile';

type Helper = ReturnType<typeof helper.parse>;

/** The rows of these helpers as they are now: their days from today on. */
export function rowsOf(helpers: readonly Helper[], days: readonly HelperDay[], now: Instant): RosterRow[] {
  const today = bookingDay(now);
  const of = grouped(
    days.filter(({ day }) => day >= today),
    ({ helperId }) => helperId,
  );
  return helpers.map((each) =>
    rowOf(
      each,
      (of.get(each.helperId) ?? []).sort((a, b) => (a.day < b.day ? -1 : 1)),
    ),
  );
}

/** Every tile that these rows are on, with its chunks, each at `version`. */
export function rosterOf(
  rows: readonly RosterRow[],
  version = 1,
): { tiles: RosterTile[]; chunks: RosterChunk[] } {
  const byTile = new Map<string, RosterRow[]>();
  for (const row of rows)
    for (const tile of tilesReached(row.helper).map(tileName)) {
      const list = byTile.get(tile);
      if (list) list.push(row);
      else byTile.set(tile, [row]);
    }
  const tiles: RosterTile[] = [];
  const chunks: RosterChunk[] = [];
  for (const [tile, held] of byTile) {
    const parts = parted('', held, 1);
    for (const part of parts) chunks.push({ tile, bits: part.bits, rows: packFor(tile, part.rows) });
    tiles.push(sealTile(tile, { leaves: parts.map(({ bits }) => ({ bits, version })), journal: new Map() }));
  }
  return { tiles, chunks };
}

/** How often each helper has been with each elder of these visits. */
export const familiarsOf = (visits: readonly Visit[]): Familiar[] =>
  [...grouped(visits.filter(isServed), ({ elderId }) => elderId)].map(([elderId, list]) => ({
    elderId,
    counts: packFamiliar(countsOf(list)),
  }));

export function countsOf(visits: readonly Visit[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const visit of visits)
    if (isServed(visit)) counts.set(visit.helperId, (counts.get(visit.helperId) ?? 0) + 1);
  return counts;
}

import { grouped } from '@shared/kernel/grouped';
import type { ElderId, HelperId } from '@shared/kernel/ids';
import type { Visit } from '@shared/visits/visit';
import { helperItem, helperKey } from '../../helpers/items';
import { bookingDay, helperDayItem } from '../../offers/items';
import type { Deps } from '../../platform/deps';
import { create, erase, replace, type Stored, TableUnavailable, type Write } from '../../table/port';
import { visitItem, visitKey } from '../../visits/items';
import { countsOf } from './build';
import {
  chunkItem,
  chunkKey,
  familiarItem,
  familiarKey,
  type Journal,
  type Leaf,
  openTile,
  packFamiliar,
  packFor,
  type RosterTile,
  rowsOfPack,
  sealTile,
  tileItem,
  tileKey,
} from './items';
import { leafOf, parted } from './leaves';
import { type RosterRow, rowOf } from './row';
import { tileName, tilesReached } from './tile';

/** So many helpers are written into a tile at once, so that a transaction stays far below its 4 MB. */
const AT_ONCE = 20;
const ATTEMPTS = 12;
/** A head is read for each match, so it stays within one read unit of 4 KB, its keys and names counted in. */
const MOST_HEAD_BYTES = 4_096 - 220;
/** After folding, so many changes may stay in the journal; and so many chunks are written at most. */
const LEFT = 10;
const MOST_FOLDED = 20;

/** The tiles on which a helper was before a change. */
export type Moved = ReadonlyMap<HelperId, ReadonlySet<string>>;

/**
 * Brings the roster up to what is stored of these helpers now. Safe to repeat, and in any order: the head of a tile is
 * read before the helpers and replaced after, so what a tile gets is never older than what it had.
 */
export async function keepRoster(deps: Deps, moved: Moved): Promise<void> {
  const ids = [...moved.keys()];
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await keepSome(deps, ids.slice(from, from + AT_ONCE), moved);
}

async function keepSome(deps: Deps, ids: readonly HelperId[], moved: Moved): Promise<void> {
  const before = (id: HelperId): ReadonlySet<string> => moved.get(id) ?? new Set();
  const reach = async () => new Map(ids.map((id, index) => [id, first[index]] as const));
  const first = await rowsNow(deps, ids);
  let waiting = [...new Set([...(await reach())].flatMap(([id, row]) => [...before(id), ...tilesOf(row)]))];
  for (let attempt = 1; waiting.length > 0; attempt += 1) {
    if (attempt > ATTEMPTS) throw new TableUnavailable('the roster found no moment to be written');
    const heads = await deps.table.getMany(tileItem, waiting.map(tileKey));
    const rows = await rowsNow(deps, ids);
    const kept = await Promise.all(
      waiting.map((tile, at) => {
        const changes = new Map<HelperId, RosterRow | undefined>();
        ids.forEach((id, index) => {
          const row = rows[index];
          if (tilesOf(row).includes(tile)) changes.set(id, row);
          else if (before(id).has(tile)) changes.set(id, undefined);
        });
        return keepTile(deps, tile, heads.items[at], changes);
      }),
    );
    waiting = waiting.filter((_, at) => !kept[at]);
  }
}

const tilesOf = (row: RosterRow | undefined): readonly string[] =>
  row === undefined ? [] : tilesReached(row.helper).map(tileName);

/** Nothing where a helper is not there or cannot be read. */
async function rowsNow(deps: Deps, ids: readonly HelperId[]): Promise<(RosterRow | undefined)[]> {
  const today = bookingDay(deps.clock());
  const { items } = await deps.table.getMany(helperItem, ids.map(helperKey));
  return Promise.all(
    items.map(async (stored) => {
      if (stored === undefined) return undefined;
      const { pk } = helperKey(stored.value.helperId);
      const days = await deps.table.list(helperDayItem, { pk, from: `DAY#${today}`, to: 'DAY#~' });
      const broken = days.unreadable.map(({ sk }) => sk.slice('DAY#'.length)).sort()[0];
      return rowOf(
        stored.value,
        days.items.map(({ value }) => value),
        broken as Parameters<typeof rowOf>[2],
      );
    }),
  );
}

/** False where the tile has changed meanwhile, or nobody knows: then it is looked at again. */
async function keepTile(
  deps: Deps,
  tile: string,
  head: Stored<RosterTile> | undefined,
  changes: Journal,
): Promise<boolean> {
  if (changes.size === 0) return true;
  const { leaves, journal: earlier } = head === undefined ? NOTHING : openTile(head.value);
  const journal: Journal = new Map([...earlier, ...changes]);
  const sealed = sealTile(tile, { leaves, journal });
  if (head !== undefined && isSame(head.value, sealed)) return true;
  try {
    const writes =
      sizeOf(sealed) <= MOST_HEAD_BYTES
        ? [head === undefined ? create(tileItem, sealed) : replace(head, sealed)]
        : await folded(deps, tile, head, leaves, journal);
    return writes !== undefined && (await deps.table.commit(writes)).ok;
  } catch (error) {
    if (error instanceof TableUnavailable) return false;
    throw error;
  }
}

const NOTHING = { leaves: [], journal: new Map() };
const sizeOf = ({ leaves, journal, gone }: RosterTile): number =>
  leaves.length + journal.length + gone.length;
const isSame = (a: RosterTile, b: RosterTile): boolean =>
  [
    [a.leaves, b.leaves],
    [a.journal, b.journal],
    [a.gone, b.gone],
  ].every(([one, other]) => Buffer.compare(one as Uint8Array, other as Uint8Array) === 0);

/** The writes that move the journal into the chunks it changes, those with the most changes first. */
async function folded(
  deps: Deps,
  tile: string,
  head: Stored<RosterTile> | undefined,
  leaves: readonly Leaf[],
  journal: Journal,
): Promise<Write[] | undefined> {
  const all = leaves.length === 0 ? [{ bits: '', version: 0 }] : leaves;
  const byLeaf = grouped(journal, ([helperId]) => leafOf(all, helperId));
  const chosen: { leaf: Leaf; changes: Journal }[] = [];
  let left = journal.size;
  for (const [leaf, changes] of [...byLeaf].sort(([, a], [, b]) => b.length - a.length)) {
    if (leaf === undefined || left <= LEFT || chosen.length === MOST_FOLDED) break;
    chosen.push({ leaf, changes: new Map(changes) });
    left -= changes.length;
  }
  const chunks = await deps.table.getMany(
    chunkItem,
    chosen.map(({ leaf }) => chunkKey(tile, leaf.bits)),
  );
  const writes: Write[] = [];
  const replaced = new Map<string, readonly Leaf[]>();
  for (const [at, { leaf, changes }] of chosen.entries()) {
    const chunk = chunks.items[at];
    if ((chunk?.version ?? 0) !== leaf.version) return undefined;
    const rows = new Map(
      rowsOfPack(tile, chunk?.value.rows ?? new Uint8Array()).map((row) => [row.helper.helperId, row]),
    );
    for (const [helperId, row] of changes) {
      if (row === undefined) rows.delete(helperId);
      else rows.set(helperId, row);
    }
    const parts = parted(leaf.bits, [...rows.values()], all.length);
    const isWhole = parts.length === 1;
    if (chunk !== undefined && !isWhole) writes.push(erase(chunk));
    for (const part of parts) {
      const value = { tile, bits: part.bits, rows: packFor(tile, part.rows) };
      writes.push(chunk !== undefined && isWhole ? replace(chunk, value) : create(chunkItem, value));
    }
    const version = isWhole ? leaf.version + 1 : 1;
    replaced.set(
      leaf.bits,
      parts.map(({ bits }) => ({ bits, version })),
    );
  }
  const done = new Set(chosen.flatMap(({ changes }) => [...changes.keys()]));
  const sealed = sealTile(tile, {
    leaves: all.flatMap((leaf) => replaced.get(leaf.bits) ?? [leaf]),
    journal: new Map([...journal].filter(([helperId]) => !done.has(helperId))),
  });
  return [head === undefined ? create(tileItem, sealed) : replace(head, sealed), ...writes];
}

/**
 * Counts anew who has been with an elder, over the latest two hundred visits. The index may not show a visit that has
 * just ended, so those that are known to have changed are read by key as well.
 */
export async function keepFamiliar(deps: Deps, elderId: ElderId, changed: readonly string[]): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const stored = await deps.table.get(familiarItem, familiarKey(elderId));
    const [page, fresh] = await Promise.all([
      deps.table.list(visitItem, {
        index: 'byElder',
        pk: `ELDER#${elderId}`,
        prefix: 'VISIT#',
        descending: true,
      }),
      deps.table.getMany(visitItem, changed.map(visitKey)),
    ]);
    const visits = new Map<string, Visit>();
    for (const item of [...page.items, ...fresh.items]) if (item) visits.set(item.value.visitId, item.value);
    const value = { elderId, counts: packFamiliar(countsOf([...visits.values()])) };
    const write = stored === undefined ? create(familiarItem, value) : replace(stored, value);
    try {
      if ((await deps.table.commit([write])).ok) return;
    } catch (error) {
      if (!(error instanceof TableUnavailable)) throw error;
    }
  }
  throw new TableUnavailable('familiarity found no moment to be written');
}

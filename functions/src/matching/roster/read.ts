import type { HelperId } from '@shared/kernel/ids';
import type { Need } from '@shared/matching/eligibility';
import type { Deps } from '../../platform/deps';
import { type Stored, type Table, TableUnavailable } from '../../table/port';
import {
  chunkItem,
  chunkKey,
  familiarCounts,
  familiarItem,
  familiarKey,
  type Leaf,
  openPack,
  openTile,
  type RosterTile,
  tileItem,
  tileKey,
} from './items';
import type { PackedRows } from './pack';
import { Ground, Roster } from './roster';
import { tileAt, tileName } from './tile';

const ATTEMPTS = 5;
/** About a hundred bytes a row: what a function keeps of tiles it was asked about, the longest unasked go first. */
const MOST_ROWS = 600_000;

interface Pack {
  readonly version: number;
  /** Nothing where a chunk has become empty, or cannot be read. */
  readonly rows: PackedRows | undefined;
}
interface Held {
  readonly version: number;
  readonly packs: ReadonlyMap<string, Pack>;
  readonly ground: Ground;
  readonly roster: Roster;
}

const NOBODY = new Roster(new Ground([]), new Map());

/** The tiles that a warm function holds of its table. */
class Warm {
  private readonly tiles = new Map<string, Held>();
  private readonly loading = new Map<string, Promise<Roster>>();

  constructor(private readonly table: Table) {}

  /** The roster of a tile whose head has just been read: from memory where that is no older. */
  async current(head: Stored<RosterTile>): Promise<Roster> {
    const { tile } = head.value;
    const held = this.tiles.get(tile);
    if (held !== undefined && held.version >= head.version) {
      this.tiles.delete(tile);
      this.tiles.set(tile, held);
      return held.roster;
    }
    // Several searches that begin at once load a tile once.
    const name = `${tile}@${head.version}`;
    const loading = this.loading.get(name) ?? this.load(head);
    this.loading.set(name, loading);
    try {
      return await loading;
    } finally {
      this.loading.delete(name);
    }
  }

  /** Reads the chunks that have changed. One that is not as the head says was just rewritten: then all is read again. */
  private async load(first: Stored<RosterTile>): Promise<Roster> {
    const { tile } = first.value;
    let head: Stored<RosterTile> | undefined = first;
    for (let attempt = 1; attempt <= ATTEMPTS && head !== undefined; attempt += 1) {
      const held = this.tiles.get(tile);
      const { leaves, journal } = openTile(head.value);
      const missing = leaves.filter(({ bits, version }) => held?.packs.get(bits)?.version !== version);
      const read = await this.chunks(tile, missing, attempt === 1);
      const packs = new Map(
        leaves.flatMap(({ bits, version }) => {
          const pack = read.get(bits) ?? held?.packs.get(bits);
          return pack?.version === version ? [[bits, pack] as const] : [];
        }),
      );
      if (packs.size === leaves.length) {
        const ground =
          held !== undefined && missing.length === 0
            ? held.ground
            : new Ground([...packs.values()].flatMap(({ rows }) => (rows === undefined ? [] : [rows])));
        return this.keep(tile, { version: head.version, packs, ground, roster: new Roster(ground, journal) });
      }
      head = await this.table.get(tileItem, tileKey(tile));
    }
    throw new TableUnavailable('the roster of a tile does not hold together');
  }

  private async chunks(
    tile: string,
    leaves: readonly Leaf[],
    mayBeOld: boolean,
  ): Promise<ReadonlyMap<string, Pack>> {
    if (leaves.length === 0) return new Map();
    const keys = leaves.map(({ bits }) => chunkKey(tile, bits));
    const { items, unreadable } = mayBeOld
      ? await this.table.glance(keys.map((key) => ({ kind: chunkItem, key })))
      : await this.table.getMany(chunkItem, keys);
    const broken = new Set(unreadable.map(({ sk }) => sk));
    return new Map(
      leaves.flatMap(({ bits, version }, index): [string, Pack][] => {
        const item = items[index];
        if (item) return [[bits, { version: item.version, rows: openPack(tile, item.value.rows) }]];
        // One chunk that cannot be read, named in the log, does not take those of the others along.
        return broken.has(chunkKey(tile, bits).sk) ? [[bits, { version, rows: undefined }]] : [];
      }),
    );
  }

  private keep(tile: string, held: Held): Roster {
    this.tiles.delete(tile);
    this.tiles.set(tile, held);
    let rows = [...this.tiles.values()].reduce((sum, each) => sum + each.roster.size, 0);
    for (const [name, oldest] of this.tiles) {
      if (rows <= MOST_ROWS || name === tile) break;
      this.tiles.delete(name);
      rows -= oldest.roster.size;
    }
    return held.roster;
  }
}

const warm = new WeakMap<Table, Warm>();
const warmOf = (table: Table): Warm => {
  const held = warm.get(table) ?? new Warm(table);
  warm.set(table, held);
  return held;
};

/**
 * Who may come to an elder, and how often each has been there: one trip and one read unit where the tile is in memory
 * and has not changed. It may be a moment old, so whoever takes a place is checked again by key.
 */
export async function readRoster(
  { table }: Deps,
  elder: Pick<Need['elder'], 'elderId' | 'position'>,
): Promise<{ readonly roster: Roster; readonly visitsBefore: ReadonlyMap<HelperId, number> }> {
  const {
    items: [head, familiar],
  } = await table.glance([
    { kind: tileItem, key: tileKey(tileName(tileAt(elder.position))) },
    { kind: familiarItem, key: familiarKey(elder.elderId) },
  ]);
  return {
    roster: head === undefined ? NOBODY : await warmOf(table).current(head),
    visitsBefore: familiar === undefined ? new Map() : familiarCounts(familiar.value),
  };
}

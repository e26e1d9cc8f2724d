import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { elderId, type HelperId } from '@shared/kernel/ids';
import * as z from 'zod';
import { itemKind } from '../../table/port';
import { ByteReader, ByteWriter } from './bytes';
import { PackedRows, packRows } from './pack';
import type { RosterRow } from './row';
import { middleOf, tileNamed } from './tile';

const packed = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const tileShape = z.string().regex(/^\d+\.\d+$/);

const rosterTile = z.strictObject({ tile: tileShape, leaves: packed, journal: packed, gone: packed });
export type RosterTile = z.infer<typeof rosterTile>;
const rosterChunk = z.strictObject({ tile: tileShape, bits: z.string().regex(/^[01]*$/), rows: packed });
export type RosterChunk = z.infer<typeof rosterChunk>;
const familiar = z.strictObject({ elderId, counts: packed });
export type Familiar = z.infer<typeof familiar>;

export const tileKey = (tile: string) => ({ pk: `TILE#${tile}`, sk: 'TILE' });
/** 花名册: the head of a tile says which chunks are current, and what has changed since they were written. */
export const tileItem = itemKind<RosterTile>({
  name: 'RosterTile',
  schema: rosterTile,
  key: ({ tile }) => tileKey(tile),
});

export const chunkKey = (tile: string, bits: string) => ({ pk: `TILE#${tile}`, sk: `CHUNK#${bits}` });
/** The helpers of a tile whose ids end in these bits, the last bit first. */
export const chunkItem = itemKind<RosterChunk>({
  name: 'RosterChunk',
  schema: rosterChunk,
  key: ({ tile, bits }) => chunkKey(tile, bits),
});

export const familiarKey = (elder: string) => ({ pk: `ELDER#${elder}`, sk: 'FAMILIAR' });
/** How often each helper has been with an elder. */
export const familiarItem = itemKind<Familiar>({
  name: 'Familiar',
  schema: familiar,
  key: (each) => familiarKey(each.elderId),
});

export function packFamiliar(counts: ReadonlyMap<string, number>): Uint8Array {
  const to = new ByteWriter();
  for (const [helperId, times] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    to.id(helperId);
    to.whole(times);
  }
  return to.done();
}
export function familiarCounts({ counts }: Familiar): ReadonlyMap<HelperId, number> {
  const found = new Map<HelperId, number>();
  for (const from = new ByteReader(counts); !from.done; ) found.set(from.helperId(), from.whole());
  return found;
}

/** A chunk by its bits, and the version of it that is current. */
export interface Leaf {
  readonly bits: string;
  readonly version: number;
}
/** What changed since the chunks were written: a row that is newer, or nothing where a helper is not on the tile now. */
export type Journal = ReadonlyMap<HelperId, RosterRow | undefined>;
export interface OpenTile {
  readonly leaves: readonly Leaf[];
  readonly journal: Journal;
}

export function openTile({ tile, leaves, journal, gone }: RosterTile): OpenTile {
  const found: Leaf[] = [];
  for (const from = new ByteReader(leaves); !from.done; ) {
    const length = from.byte();
    const bits = length === 0 ? '' : from.whole().toString(2).padStart(length, '0');
    found.push({ bits, version: from.whole() });
  }
  const changes = new Map<HelperId, RosterRow | undefined>();
  for (const row of rowsOfPack(tile, journal)) changes.set(row.helper.helperId, row);
  for (const from = new ByteReader(gone); !from.done; ) changes.set(from.helperId(), undefined);
  return { leaves: found, journal: changes };
}

export function sealTile(tile: string, { leaves, journal }: OpenTile): RosterTile {
  const names = new ByteWriter();
  for (const { bits, version } of leaves) {
    names.byte(bits.length);
    if (bits.length > 0) names.whole(Number.parseInt(bits, 2));
    names.whole(version);
  }
  const gone = new ByteWriter();
  for (const [helperId, row] of journal) if (row === undefined) gone.id(helperId);
  const rows = [...journal.values()].filter((row) => row !== undefined);
  return { tile, leaves: names.done(), journal: packFor(tile, rows), gone: gone.done() };
}

/** The rows of a chunk or a journal, packed and deflated; none are no bytes. */
export const packFor = (tile: string, rows: readonly RosterRow[]): Uint8Array =>
  rows.length === 0
    ? new Uint8Array()
    : Uint8Array.from(deflateRawSync(packRows(rows, middleOf(tileNamed(tile))), { level: 9 }));
export const openPack = (tile: string, bytes: Uint8Array): PackedRows | undefined =>
  bytes.length === 0 ? undefined : new PackedRows(inflateRawSync(bytes), middleOf(tileNamed(tile)));
export const rowsOfPack = (tile: string, bytes: Uint8Array): readonly RosterRow[] =>
  openPack(tile, bytes)?.rows() ?? [];

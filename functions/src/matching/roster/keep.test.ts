import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import type { Helper } from '@shared/helpers/helper';
import type { HelperId } from '@shared/kernel/ids';
import { helperItem, helperKey } from '../../helpers/items';
import { type HelperDay, helperDayItem } from '../../offers/items';
import type { Deps } from '../../platform/deps';
import { testDeps } from '../../platform/test-support';
import { createMemoryTable, mulberry32 } from '../../table/memory-table';
import { create, type ItemKind, replace } from '../../table/port';
import { unrulyStream } from '../../table/test-stream';
import { rowsOf } from './build';
import { followHelpers } from './follow-helpers';
import { chunkItem, chunkKey, openTile, rowsOfPack, tileItem, tileKey } from './items';
import type { RosterRow } from './row';
import { countyOf, NOW } from './test-county';
import { tileName, tilesReached } from './tile';

const SEED = Number(process.env.ROSTER_SEED ?? '20261125');
const HELPERS = 120;
const TOWN = { lat: 46.25, lng: 126.25 };

/** Every row of a tile as a reader puts it together. */
async function rowsOn(deps: Deps, tile: string): Promise<RosterRow[]> {
  const head = await deps.table.get(tileItem, tileKey(tile));
  if (head === undefined) return [];
  const { leaves, journal } = openTile(head.value);
  const rows = new Map<HelperId, RosterRow | undefined>();
  for (const { bits, version } of leaves) {
    const chunk = await deps.table.get(chunkItem, chunkKey(tile, bits));
    expect(chunk?.version).toBe(version);
    for (const row of rowsOfPack(tile, chunk?.value.rows ?? new Uint8Array()))
      rows.set(row.helper.helperId, row);
  }
  for (const [helperId, row] of journal) rows.set(helperId, row);
  return [...rows.values()]
    .filter((row) => row !== undefined)
    .sort((a, b) => (a.helper.helperId < b.helper.helperId ? -1 : 1));
}

test(`the stream keeps every tile as helpers and days are, twice delivered, in disorder and in bad weather (seed ${SEED})`, async () => {
  const random = mulberry32(SEED);
  const faults = { seed: SEED, conflict: 0.1, throttle: 0.05, timeout: 0.1, lostResponse: 0.1 };
  const table = createMemoryTable({ clock: () => NOW, faults });
  const deps = { ...testDeps({ now: NOW }), table };
  const stream = unrulyStream(table, SEED);
  /** What people do is done, sooner or later; whether its answer was lost is another matter. */
  const done = async (kind: typeof helperItem | typeof helperDayItem, value: Helper | HelperDay) => {
    for (;;) {
      const old = await table.get(kind as ItemKind<typeof value>, kind.key(value as never));
      if (old !== undefined && isDeepStrictEqual(old.value, value)) return;
      const write = old ? replace(old, value) : create(kind as ItemKind<typeof value>, value);
      await table.commit([write]).catch(() => undefined);
    }
  };
  const county = countyOf(random);
  const ids: HelperId[] = [];
  const settle = async () => {
    for (let { Records } = stream.take(); Records.length > 0; { Records } = stream.take()) {
      // Two shards at once, a few records at a time.
      const half = Math.ceil(Records.length / 2);
      const shards = [Records.slice(0, half), Records.slice(half)];
      await Promise.all(
        shards.map(async (shard) => {
          for (let from = 0; from < shard.length; from += 25) {
            const batch = { Records: shard.slice(from, from + 25) };
            for (let again = 1; again > 0; ) again = (await followHelpers(deps, batch)).length;
          }
        }),
      );
    }
  };
  for (let round = 0; round < 4; round += 1) {
    for (let n = 0; n < HELPERS / 4; n += 1) {
      const helper = county.helper(TOWN, 0.2);
      ids.push(helper.helperId);
      await done(helperItem, helper);
      for (const day of county.daysOf(helper)) await done(helperDayItem, day);
    }
    for (let n = 0; n < 20; n += 1) {
      const id = ids[Math.floor(random() * ids.length)] as HelperId;
      const stored = await table.get(helperItem, helperKey(id));
      if (!stored) throw new Error('a helper who is gone');
      const home = random() < 0.4 ? county.near(TOWN, 0.6) : stored.value.home;
      await done(helperItem, { ...stored.value, home, available: random() < 0.8 });
      for (const day of county.daysOf(stored.value)) await done(helperDayItem, day);
    }
    await settle();
  }
  const helpers = (await table.getMany(helperItem, ids.map(helperKey))).items.flatMap((item) =>
    item ? [item.value] : [],
  );
  const days = table
    .records()
    .flatMap(({ kind, body }) => (kind === helperDayItem.name ? [helperDayItem.schema.parse(body)] : []));
  const rows = rowsOf(helpers, days, NOW);
  const tiles = new Set(
    table
      .records()
      .flatMap(({ kind, body }) => (kind === tileItem.name ? [(body as { tile: string }).tile] : [])),
  );
  let leaves = 0;
  for (const tile of tiles) {
    const expected = rows
      .filter(({ helper }) => tilesReached(helper).some((each) => tileName(each) === tile))
      .sort((a, b) => (a.helper.helperId < b.helper.helperId ? -1 : 1));
    expect(await rowsOn(deps, tile)).toEqual(expected);
    const head = await table.get(tileItem, tileKey(tile));
    leaves += head ? openTile(head.value).leaves.length : 0;
  }
  expect(tiles.size).toBeGreaterThan(4);
  expect(leaves).toBeGreaterThan(0);
  // A head that grows beyond 4 KB would cost every match another read.
  table.units.reset();
  for (const tile of tiles) await table.glance([{ kind: tileItem, key: tileKey(tile) }]);
  expect(table.units.reads).toBe(tiles.size * 0.5);
});

import { describe, expect, test } from '@jest/globals';
import type { Helper } from '@shared/helpers/helper';
import { distanceMetres, type Position } from '@shared/kernel/position';
import { exclusionOf } from '@shared/matching/eligibility';
import type { HelperDay } from '../../offers/items';
import { testDeps } from '../../platform/test-support';
import { createMemoryTable, mulberry32 } from '../../table/memory-table';
import { create } from '../../table/port';
import { findCandidates } from '../find-candidates';
import { rosterOf, rowsOf } from './build';
import { chunkItem, packFor, rowsOfPack, tileItem } from './items';
import { leafOf, parted } from './leaves';
import { PackedRows, packRows } from './pack';
import { readRoster } from './read';
import { Ground, Roster } from './roster';
import { bookingsOn, dayOf, type RosterRow, rowOf } from './row';
import { countyOf, NOW } from './test-county';
import { middleOf, tileAt, tileName, tilesReached } from './tile';

const SEED = Number(process.env.ROSTER_SEED ?? '20261125');
const LANXI: Position = { lat: 46.25, lng: 126.25 };
const byId = (a: RosterRow, b: RosterRow) => (a.helper.helperId < b.helper.helperId ? -1 : 1);
const isOn = (tile: string, helper: Pick<Helper, 'home' | 'radiusMetres'>): boolean =>
  tilesReached(helper).some((each) => tileName(each) === tile);

/** A table with the roster of invented helpers, as the seed writes it, and no stand-in for the stream. */
async function stage(helpers: readonly Helper[], days: readonly HelperDay[]) {
  const table = createMemoryTable({ clock: () => NOW });
  const { tiles, chunks } = rosterOf(rowsOf(helpers, days, NOW));
  for (const tile of tiles) await table.commit([create(tileItem, tile)]);
  for (const chunk of chunks) await table.commit([create(chunkItem, chunk)]);
  return { deps: { ...testDeps({ now: NOW }), table }, chunks };
}

describe('packed rows', () => {
  test('come back without loss, whatever a helper does and wherever they live', () => {
    const county = countyOf(mulberry32(SEED));
    const helpers = Array.from({ length: 200 }, () => county.helper(LANXI, 0.4));
    // What a telephone measures has more digits than are packed in steps, and a visit may end at any second.
    const exact = helpers.map((each, index) =>
      index % 3 === 0 ? { ...each, home: { lat: 46 + index / 700, lng: 126 + index / 900 } } : each,
    );
    const days = exact.flatMap(county.daysOf).map((day, index) => ({
      ...day,
      bookings: day.bookings.map((each) =>
        index % 4 === 0 ? { ...each, endsAt: each.endsAt.replace(':00.000Z', ':07.250Z') as never } : each,
      ),
    }));
    const rows = rowsOf(exact, days, NOW);
    const tile = tileName(tileAt(LANXI));
    expect(rowsOfPack(tile, packFor(tile, rows))).toEqual([...rows].sort(byId));
    expect(rows.some(({ bookings }) => bookings.length > 1)).toBe(true);
  });

  test('hold the first days of a helper who has more visits than a row has room for, and say which', () => {
    const county = countyOf(mulberry32(SEED));
    const helper = county.helper(LANXI, 0.1);
    const [sample] = Array.from({ length: 99 }, () => county.daysOf(helper)).flat();
    const booking = sample?.bookings[0];
    if (booking === undefined) throw new Error('no visit in ninety-nine tries');
    const days = ['2026-11-24', '2026-11-25', '2026-11-28'].map((day) => ({
      helperId: helper.helperId,
      day: day as HelperDay['day'],
      bookings: Array.from({ length: 10 }, () => booking),
    }));
    expect(rowOf(helper, days)).toMatchObject({ bookings: { length: 20 }, knownTo: '2026-11-27' });
    expect(rowOf(helper, days.slice(0, 1), '2026-11-26' as HelperDay['day']).knownTo).toBe('2026-11-25');
  });

  test('are parted by the ids, each into the chunk where it is looked for', () => {
    const county = countyOf(mulberry32(SEED));
    const rows = Array.from({ length: 1_600 }, () => rowOf(county.helper(LANXI, 0.1), []));
    const parts = parted('', rows, 1);
    expect(parts.length).toBeGreaterThan(1);
    expect(
      parts.every((part) => part.rows.every(({ helper }) => leafOf(parts, helper.helperId) === part)),
    ).toBe(true);
    expect(parts.flatMap((part) => part.rows)).toHaveLength(rows.length);
  });
});

/** Packs of which some rows are out of date, with a journal that knows better, as a tile may be at any moment. */
function rosterAt(tile: ReturnType<typeof tileAt>, rows: readonly RosterRow[]): Roster {
  const held = rows.filter(({ helper }) => isOn(tileName(tile), helper));
  const newer = new Map(held.filter((_, at) => at % 9 === 0).map((row) => [row.helper.helperId, row]));
  const stale = held.map((row) => (newer.has(row.helper.helperId) ? { ...row, bookings: [] } : row));
  const packs = [0, 1].map((half) => stale.filter((_, at) => at % 2 === half));
  return new Roster(
    new Ground(packs.map((pack) => new PackedRows(packRows(pack, middleOf(tile)), middleOf(tile)))),
    newer,
  );
}

describe('a search in the roster', () => {
  test(`finds exactly whom looking at everyone would find, in 150 random cases (seed ${SEED})`, () => {
    const random = mulberry32(SEED);
    const wrong: unknown[] = [];
    let found = 0;
    for (let round = 0; round < 6; round += 1) {
      const county = countyOf(random);
      const centre = { lat: 18 + random() * 35, lng: 74 + random() * 60 };
      const helpers = Array.from({ length: 300 }, () => county.helper(centre, 0.05 + random() * 0.3));
      const days = helpers.flatMap(county.daysOf);
      const rows = rowsOf(helpers, days, NOW);
      const pages = new Map(days.map((day) => [`${day.helperId} ${day.day}`, day.bookings]));
      const rosters = new Map<string, Roster>();
      for (let time = 0; time < 25; time += 1) {
        const need = county.need(county.near(centre, 0.2));
        const from = need.elder.position;
        const [wanted, everyoneWithin] = [1 + Math.floor(random() * 30), random() * 8_000];
        const tile = tileAt(from);
        const roster = rosters.get(tileName(tile)) ?? rosterAt(tile, rows);
        rosters.set(tileName(tile), roster);
        const day = dayOf(need.startsAt);
        const answer = roster.nearest(from, {
          wanted,
          everyoneWithin,
          fits: (row) => exclusionOf(need, row.helper, bookingsOn(row, day) ?? []) === undefined,
        });
        const all = helpers
          .filter(
            (each) => exclusionOf(need, each, pages.get(`${each.helperId} ${day.day}`) ?? []) === undefined,
          )
          .map((helper) => ({ id: helper.helperId, metres: distanceMetres(from, helper.home) }))
          .sort((a, b) => a.metres - b.metres || (a.id < b.id ? -1 : 1))
          .filter(({ metres }, at) => at < wanted || metres <= everyoneWithin);
        const ids = answer.map(({ row }) => row.helper.helperId);
        if (ids.join() !== all.map(({ id }) => id).join()) wrong.push({ round, time, ids, all });
        found += all.length;
      }
    }
    expect(wrong).toEqual([]);
    expect(found).toBeGreaterThan(150);
  });
});

describe('what a search asks of the table', () => {
  test('warm, one trip and one read unit; cold, at most thirty units for five thousand helpers', async () => {
    const county = countyOf(mulberry32(SEED));
    const helpers = Array.from({ length: 5_000 }, () => county.helper(LANXI, 0.15));
    const { deps, chunks } = await stage(helpers, helpers.flatMap(county.daysOf));
    const need = county.need(LANXI);
    const tile = tileName(tileAt(LANXI));
    expect(helpers.every((each) => isOn(tile, each))).toBe(true);
    expect(chunks.filter((each) => each.tile === tile).length).toBeGreaterThan(1);
    deps.table.units.reset();
    const cold = await findCandidates(deps, need);
    expect(deps.table.units.trips).toBe(2);
    expect(deps.table.units.reads).toBeLessThanOrEqual(1 + 30);
    deps.table.units.reset();
    expect(await findCandidates(deps, need)).toEqual(cold);
    expect([deps.table.units.trips, deps.table.units.reads]).toEqual([1, 1]);
    expect(cold.length).toBeGreaterThan(0);
  });

  test('nobody and nothing, where no helper comes', async () => {
    const { deps } = await stage([], []);
    const { roster, visitsBefore } = await readRoster(deps, countyOf(mulberry32(SEED)).need(LANXI).elder);
    expect([roster.size, visitsBefore.size, deps.table.units.trips]).toEqual([0, 0, 1]);
  });
});

import { parseArgs } from 'node:util';
import type { Helper } from '@shared/helpers/helper';
import { distanceMetres, type Position } from '@shared/kernel/position';
import { type Booking, exclusionOf, type Need } from '@shared/matching/eligibility';
import { rank, type Scored } from '@shared/matching/score';
import { helperItem } from '../../functions/src/helpers/items';
import { findCandidates, POOL_SIZE } from '../../functions/src/matching/find-candidates';
import { rosterOf, rowsOf } from '../../functions/src/matching/roster/build';
import { chunkItem, tileItem } from '../../functions/src/matching/roster/items';
import { countyOf, NOW } from '../../functions/src/matching/roster/test-county';
import { tileAt, tileName, tilesReached } from '../../functions/src/matching/roster/tile';
import { bookingDay, type HelperDay } from '../../functions/src/offers/items';
import { testDeps } from '../../functions/src/platform/test-support';
import { createMemoryTable, mulberry32 } from '../../functions/src/table/memory-table';
import { toRecord } from '../../functions/src/table/record';
import { keepFigure, table } from './figures';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sizes: { type: 'string', default: '10000,100000,1000000' } },
});
const seed = Number(positionals[0] ?? '1');
const MIDDLE: Position = { lat: 46.25, lng: 126.25 };
const METRES_A_DEGREE = 111_195;
/** A dense rural county: 10,000 helpers on 60 by 60 km, and more helpers on as much more land. */
const HELPERS_A_SQUARE_KM = 10_000 / 3_600;
/** Tiles that are asked about, and questions: brute force would take hours for more. */
const TILES = 12;
const questionsFor = (helpers: number): number => Math.round(400 * (helpers / 10_000) ** -0.6);
const EXACT = { counties: 200, helpers: 300, questions: 50 };
const FARTHEST_METRES = 30_000;
const milliseconds = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

interface Land {
  readonly helpers: readonly Helper[];
  readonly days: ReadonlyMap<string, readonly Booking[]>;
}
const dayKey = (helperId: string, need: Need): string => `${helperId} ${bookingDay(need.startsAt)}`;
const pagesOf = (days: readonly HelperDay[]): Land['days'] =>
  new Map(days.map((each) => [`${each.helperId} ${each.day}`, each.bookings]));

/** Looks at everyone. */
function byBruteForce({ helpers, days }: Land, need: Need): readonly Helper[] {
  return helpers
    .filter(
      (each) =>
        exclusionOf(need, each, []) === undefined &&
        exclusionOf(need, each, days.get(dayKey(each.helperId, need)) ?? []) === undefined,
    )
    .map((helper) => ({ helper, metres: distanceMetres(need.elder.position, helper.home) }))
    .sort((a, b) => a.metres - b.metres || (a.helper.helperId < b.helper.helperId ? -1 : 1))
    .slice(0, POOL_SIZE)
    .map(({ helper }) => helper);
}

/** Cells of a geohash of five letters: 180° by 4,096 and 360° by 8,192. */
const CELL_DEGREES = 180 / 4_096;
const cell = (row: number, column: number): string => `${row}.${column}`;
const along = (degrees: number): number => Math.floor(degrees / CELL_DEGREES);

/** Helpers by cell with the bytes of their records, as an index on the cell would hold them. */
function cellsOf(helpers: readonly Helper[]) {
  const cells = new Map<string, { helpers: Helper[]; bytes: number }>();
  for (const helper of helpers) {
    const name = cell(along(helper.home.lat), along(helper.home.lng));
    const held = cells.get(name) ?? { helpers: [], bytes: 0 };
    held.helpers.push(helper);
    held.bytes += JSON.stringify(toRecord(helperItem, helper, 1)).length;
    cells.set(name, held);
  }
  return cells;
}

/** Ring after ring of cells around the elder's, each a query at half a unit for 4 KB, then the days of those who may. */
function byRings(cells: ReturnType<typeof cellsOf>, { days }: Land, need: Need) {
  const from = need.elder.position;
  const [row, column] = [along(from.lat), along(from.lng)];
  const width = CELL_DEGREES * METRES_A_DEGREE * Math.cos(((from.lat + 1) * Math.PI) / 180);
  const found: { helper: Helper; metres: number }[] = [];
  let [units, queries] = [0, 0];
  for (let ring = 0; ; ring += 1) {
    for (let y = -ring; y <= ring; y += 1) {
      const step = Math.abs(y) === ring ? 1 : 2 * ring;
      for (let x = -ring; x <= ring; x += step || 1) {
        const held = cells.get(cell(row + y, column + x));
        queries += 1;
        units += Math.max(1, Math.ceil((held?.bytes ?? 0) / 4_096)) / 2;
        for (const helper of held?.helpers ?? []) {
          if (exclusionOf(need, helper, []) !== undefined) continue;
          units += 1;
          if (exclusionOf(need, helper, days.get(dayKey(helper.helperId, need)) ?? []) === undefined)
            found.push({ helper, metres: distanceMetres(from, helper.home) });
        }
      }
    }
    found.sort((a, b) => a.metres - b.metres || (a.helper.helperId < b.helper.helperId ? -1 : 1));
    // Whoever is not in a ring yet lives at least so many cells away, a cell being narrower than it is high.
    const seen = ring * width;
    if ((found[POOL_SIZE - 1]?.metres ?? Number.POSITIVE_INFINITY) <= seen || seen >= FARTHEST_METRES) break;
  }
  return { found: found.slice(0, POOL_SIZE).map(({ helper }) => helper), units, queries };
}

const idsOf = (helpers: readonly { helperId: string }[]): string =>
  helpers
    .map(({ helperId }) => helperId)
    .sort()
    .join();

/** A table with the tiles that these needs lie on. */
function rosterTable(land: Land, days: readonly HelperDay[], tiles: ReadonlySet<string>) {
  const near = land.helpers.filter((each) => tilesReached(each).some((tile) => tiles.has(tileName(tile))));
  const ids = new Set<string>(near.map(({ helperId }) => helperId));
  const made = rosterOf(
    rowsOf(
      near,
      days.filter(({ helperId }) => ids.has(helperId)),
      NOW,
    ),
  );
  const memory = createMemoryTable({ clock: () => NOW });
  const rows = new Map<string, number>();
  for (const each of near)
    for (const tile of tilesReached(each).map(tileName)) rows.set(tile, (rows.get(tile) ?? 0) + 1);
  for (const chunk of made.chunks) if (tiles.has(chunk.tile)) memory.plant(toRecord(chunkItem, chunk, 1));
  for (const tile of made.tiles) if (tiles.has(tile.tile)) memory.plant(toRecord(tileItem, tile, 1));
  return { memory, rows };
}

async function measure(size: number) {
  const random = mulberry32(seed + size);
  const county = countyOf(random);
  const half = (Math.sqrt(size / HELPERS_A_SQUARE_KM) * 1000) / 2 / METRES_A_DEGREE;
  const stretch = 1 / Math.cos((MIDDLE.lat * Math.PI) / 180);
  const place = (): Position => ({
    lat: MIDDLE.lat + (random() - 0.5) * 2 * half,
    lng: MIDDLE.lng + (random() - 0.5) * 2 * half * stretch,
  });
  const helpers = Array.from({ length: size }, () => county.helper(place(), 0));
  const days = helpers.flatMap(county.daysOf);
  const land: Land = { helpers, days: pagesOf(days) };
  const towns = Array.from({ length: TILES }, place);
  const tiles = new Set(towns.map((town) => tileName(tileAt(town))));
  const needs: Need[] = [];
  while (needs.length < questionsFor(size)) {
    const need = county.need(county.near(towns[needs.length % TILES] as Position, 0.1));
    if (tiles.has(tileName(tileAt(need.elder.position)))) needs.push(need);
  }
  const { memory, rows } = rosterTable(land, days, tiles);
  const deps = { ...testDeps({ now: NOW }), table: memory };
  process.stderr.write(`${size} helpers, ${days.length} days made\n`);

  // Cold: the first question of each tile reads it whole.
  let [coldRows, coldUnits, coldMs, coldTiles] = [0, 0, 0, 0];
  for (const tile of tiles) {
    const need = needs.find((each) => tileName(tileAt(each.elder.position)) === tile);
    if (need === undefined) continue;
    memory.units.reset();
    const began = process.cpuUsage();
    await findCandidates(deps, need);
    coldMs += milliseconds(began);
    coldUnits += memory.units.reads - 1;
    coldRows += rows.get(tile) ?? 0;
    coldTiles += 1;
  }
  // Warm, twice, and the second is counted: what is unpacked stays so.
  for (const need of needs) await findCandidates(deps, need);
  memory.units.reset();
  let began = process.cpuUsage();
  const answers: (readonly Scored[])[] = [];
  for (const need of needs) answers.push(await findCandidates(deps, need));
  const warmMs = milliseconds(began) / needs.length;
  const [trips, units] = [memory.units.trips / needs.length, memory.units.reads / needs.length];

  const score = (need: Need, found: readonly Helper[]) =>
    rank(
      need,
      found.map((helper) => ({
        helper,
        bookings: land.days.get(dayKey(helper.helperId, need)) ?? [],
        visitsBefore: 0,
      })),
    );
  began = process.cpuUsage();
  const brute = needs.map((need) => score(need, byBruteForce(land, need)));
  const bruteMs = milliseconds(began) / needs.length;

  const cells = cellsOf(helpers);
  began = process.cpuUsage();
  const rings = needs.map((need) => {
    const asked = byRings(cells, land, need);
    return { ...asked, ranked: score(need, asked.found) };
  });
  const ringsMs = milliseconds(began) / needs.length;
  const ringUnits = rings.map((each) => each.units).sort((a, b) => a - b);
  const mean = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0) / list.length;

  const exact = needs.filter((_, index) => {
    const scores = (list: readonly Scored[] = []) =>
      list.map(({ candidate, score: points }) => `${candidate.helper.helperId} ${points}`).join();
    return (
      scores(answers[index]) === scores(brute[index]) && scores(rings[index]?.ranked) === scores(brute[index])
    );
  }).length;
  return {
    size,
    questions: needs.length,
    exact,
    warmMs,
    trips,
    units,
    bruteMs,
    ringsMs,
    ringUnits: mean(ringUnits),
    ringMost: ringUnits.at(-1) ?? 0,
    ringQueries: mean(rings.map(({ queries }) => queries)),
    tileRows: coldRows / coldTiles,
    coldUnits: (5_000 * coldUnits) / coldRows,
    coldMs: (5_000 * coldMs) / coldRows,
  };
}

/** Many small counties anywhere in China, in each many questions: how often the answer is that of brute force. */
async function exactness(): Promise<{ same: number; of: number; found: number }> {
  const random = mulberry32(seed);
  let [same, of, found] = [0, 0, 0];
  for (let round = 0; round < EXACT.counties; round += 1) {
    const county = countyOf(random);
    const centre = { lat: 18 + random() * 35, lng: 74 + random() * 60 };
    const helpers = Array.from({ length: EXACT.helpers }, () => county.helper(centre, 0.02 + random() * 0.4));
    const days = helpers.flatMap(county.daysOf);
    const land: Land = { helpers, days: pagesOf(days) };
    const needs = Array.from({ length: EXACT.questions }, () => county.need(county.near(centre, 0.3)));
    const tiles = new Set(needs.map((need) => tileName(tileAt(need.elder.position))));
    const deps = { ...testDeps({ now: NOW }), table: rosterTable(land, days, tiles).memory };
    for (const need of needs) {
      const answer = await findCandidates(deps, need);
      const all = byBruteForce(land, need);
      of += 1;
      found += all.length;
      if (idsOf(answer.map(({ candidate }) => candidate.helper)) === idsOf(all)) same += 1;
    }
  }
  return { same, of, found };
}

async function main(): Promise<void> {
  const exact = await exactness();
  process.stderr.write(`exact in ${exact.same} of ${exact.of}\n`);
  const results = [];
  for (const size of values.sizes.split(',').map(Number)) results.push(await measure(size));
  const many = (value: number): string => value.toLocaleString('en');
  keepFigure('match', 'Who is near: the roster', `npm run bench:match -- ${seed} --sizes ${values.sizes}`, [
    `Seed ${seed}. The ${POOL_SIZE} nearest who pass every hard rule (skill, hours, radius, visits of the day and the way between them), ranked. Helpers at random, 10,000 on 60 × 60 km and more on as much more land; one in two has a visit on one of the coming days. Processor time; the table is in memory, so trips are counted and not waited for.`,
    `Exactness: equal to brute force in **${many(exact.same)} of ${many(exact.of)}** random cases (${EXACT.counties} counties anywhere in China of ${EXACT.helpers} helpers, ${many(exact.found)} helpers found), and by order and score in ${results.map((each) => `${each.exact} of ${each.questions}`).join(', ')} of the cases below.`,
    `## A match\n\n${table(
      [
        'helpers',
        'roster ms',
        'trips',
        'read units',
        'brute force ms',
        'to roster',
        'geohash-5 rings ms',
        'queries',
        'read units, mean',
        'most',
        'to roster',
      ],
      results.map((each) => [
        many(each.size),
        each.warmMs.toFixed(2),
        each.trips.toFixed(0),
        each.units.toFixed(1),
        each.bruteMs.toFixed(1),
        `×${(each.bruteMs / each.warmMs).toFixed(1)}`,
        each.ringsMs.toFixed(2),
        each.ringQueries.toFixed(0),
        each.ringUnits.toFixed(0),
        each.ringMost.toFixed(0),
        `×${(each.ringUnits / each.units).toFixed(0)}`,
      ]),
    )}\n\nRings read every cell of a ring as one query of an index that holds whole helpers (half a unit for 4 KB), and the days of those who pass every other rule (one unit each). Brute force reads nothing: it holds everyone.`,
    `## Cold: the first question about a tile\n\n${table(
      ['helpers', 'rows of a tile', 'read units for 5,000 rows', 'processor ms for 5,000 rows'],
      results.map((each) => [
        many(each.size),
        many(Math.round(each.tileRows)),
        each.coldUnits.toFixed(1),
        each.coldMs.toFixed(1),
      ]),
    )}`,
  ]);
}

void main();

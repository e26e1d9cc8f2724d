import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Position } from '../../shared/src/kernel/position';
import type { Region } from '../../shared/src/regions/region';
import { type Chance, offset } from './chance';

const COUNTY = { code: '231222', name: '兰西县', centre: { lat: 46.25, lng: 126.29 } };
/** About 2,500 km² of plain: 50 km from edge to edge. */
const HALF_METRES = 24_000;
const TOWNSHIP_REACH_METRES = 5_000;
const DISTRICT = { code: '230103', name: '南岗区', centre: { lat: 45.7355, lng: 126.6688 } };
const COMMUNITIES = ['芦家社区', '奋斗社区', '花园社区', '荣市社区', '先锋社区'];

export const villageNameOf = (listed: string): string => listed.replace(/村委会$/, '村');

/** The county with its real townships and villages at invented places, and one district of Harbin. */
export function makeRegions(by: Chance, onlyTownship?: string): Region[] {
  const rows = readFileSync(join(import.meta.dirname, '..', 'data', 'lanxi-regions.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.trim().split(','));
  const townships = new Map<string, Region>();
  const villages: Region[] = [];
  const centres: Position[] = [];
  for (const [code = '', listed = '', townshipCode = '', townshipName = ''] of rows) {
    let township = townships.get(townshipCode);
    if (!township) {
      township = {
        code: townshipCode,
        name: townshipName,
        level: 'township',
        path: [COUNTY.name, townshipName],
        centre: spread(by, centres),
      };
      townships.set(townshipCode, township);
    }
    const name = villageNameOf(listed);
    villages.push({
      code,
      name,
      level: 'village',
      path: [...township.path, name],
      centre: by.near(township.centre, TOWNSHIP_REACH_METRES),
    });
  }
  const lanxi = [...townships.values(), ...villages].filter(
    (each) => onlyTownship === undefined || each.code.startsWith(onlyTownship),
  );
  return [
    { code: COUNTY.code, name: COUNTY.name, level: 'county', path: [COUNTY.name], centre: COUNTY.centre },
    ...lanxi,
    {
      code: DISTRICT.code,
      name: DISTRICT.name,
      level: 'county',
      path: [DISTRICT.name],
      centre: DISTRICT.centre,
    },
    {
      code: `${DISTRICT.code}001`,
      name: '花园街道',
      level: 'township',
      path: [DISTRICT.name, '花园街道'],
      centre: DISTRICT.centre,
    },
    ...COMMUNITIES.map(
      (name, index): Region => ({
        code: `${DISTRICT.code}00100${index + 1}`,
        name,
        level: 'village',
        path: [DISTRICT.name, '花园街道', name],
        centre: by.near(DISTRICT.centre, 2500),
      }),
    ),
  ];
}

/** A place for a township, the farthest from all others of a handful drawn: spread out, and not on a grid. */
function spread(by: Chance, centres: Position[]): Position {
  const apart = (a: Position, b: Position) => Math.hypot(a.lat - b.lat, (a.lng - b.lng) * 0.69);
  const drawn = Array.from({ length: 12 }, () =>
    offset(
      offset(COUNTY.centre, (by.random() * 2 - 1) * HALF_METRES, 0),
      (by.random() * 2 - 1) * HALF_METRES,
      90,
    ),
  );
  const room = (at: Position) =>
    Math.min(Number.POSITIVE_INFINITY, ...centres.map((other) => apart(at, other)));
  const best = drawn.reduce((a, b) => (room(b) > room(a) ? b : a));
  centres.push(best);
  return best;
}

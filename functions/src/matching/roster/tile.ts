import type { Helper } from '@shared/helpers/helper';
import { EARTH_RADIUS_METRES, type Position } from '@shared/kernel/position';

/** Height and width of a tile in degrees: 56 km by 39 km at 46° N, about a county. */
const TILE_DEGREES = 0.5;
/** Whoever lives this near is on the tile even where their own radius ends before it: a coordinator wants to see them. */
export const NEAR_METRES = 12_000;

/** Which tile of the earth: rows from the south pole, columns from 180° W. */
export interface Tile {
  readonly row: number;
  readonly column: number;
}

const along = (degrees: number, most: number): number => Math.floor((degrees + most) / TILE_DEGREES);

export const tileAt = ({ lat, lng }: Position): Tile => ({ row: along(lat, 90), column: along(lng, 180) });
export const tileName = ({ row, column }: Tile): string => `${row}.${column}`;
export const tileNamed = (name: string): Tile => {
  const [row = 0, column = 0] = name.split('.').map(Number);
  return { row, column };
};
/** Packed positions are counted from here. */
export const middleOf = ({ row, column }: Tile): Position => ({
  lat: (row + 0.5) * TILE_DEGREES - 90,
  lng: (column + 0.5) * TILE_DEGREES - 180,
});

/**
 * Every tile that a helper may be looked for from: those that the box around their circle touches. A circle of angular
 * radius r around latitude φ reaches r north and south, and asin(sin r / cos φ) east and west; a metre is added for
 * rounding. So whoever may come to a place is on the one tile of that place. Not across the 180th meridian.
 */
export function tilesReached({ home, radiusMetres }: Pick<Helper, 'home' | 'radiusMetres'>): Tile[] {
  const radius = (Math.max(radiusMetres, NEAR_METRES) + 1) / EARTH_RADIUS_METRES;
  const degrees = (radians: number): number => (radians * 180) / Math.PI;
  const upright = degrees(radius);
  const ratio = Math.sin(radius) / Math.cos((home.lat * Math.PI) / 180);
  const sideways = ratio < 1 ? degrees(Math.asin(ratio)) : 360;
  const south = along(Math.max(-90, home.lat - upright), 90);
  const north = along(Math.min(90, home.lat + upright), 90);
  const west = along(Math.max(-180, home.lng - sideways), 180);
  const east = along(Math.min(180, home.lng + sideways), 180);
  const tiles: Tile[] = [];
  for (let row = south; row <= north; row += 1)
    for (let column = west; column <= east; column += 1) tiles.push({ row, column });
  return tiles;
}

import { distanceMetres, type Position } from '../kernel/position';

/** Width and height of a cell in degrees: 5.6 km north to south, 3.9 km east to west at 46° N. */
export const CELL_DEGREES = 0.05;

interface Cell {
  readonly row: number;
  readonly column: number;
}

const cellAt = ({ lat, lng }: Position): Cell => ({
  row: Math.floor(lat / CELL_DEGREES),
  column: Math.floor(lng / CELL_DEGREES),
});
const nameOf = ({ row, column }: Cell): string => `${row}_${column}`;

/** Name of the grid cell that a position lies in. */
export const cellOf = (position: Position): string => nameOf(cellAt(position));

/** The cells at exactly `ring` steps (Chebyshev) from the cell of `centre`: 1, 8, 16, … of them. */
export function cellRing(centre: Position, ring: number): readonly string[] {
  const { row, column } = cellAt(centre);
  if (ring === 0) return [nameOf({ row, column })];
  const names: string[] = [];
  for (let step = -ring; step <= ring; step += 1) {
    names.push(
      nameOf({ row: row - ring, column: column + step }),
      nameOf({ row: row + ring, column: column + step }),
    );
    if (Math.abs(step) < ring) {
      names.push(
        nameOf({ row: row + step, column: column - ring }),
        nameOf({ row: row + step, column: column + ring }),
      );
    }
  }
  return names;
}

/**
 * Metres around `centre` within which every point lies in rings 0…`ring`: the distance to the nearest edge of the
 * square that they cover. North and south edges lie on parallels, so the shortest way is along the meridian; for the
 * east and west edges it is the least over the corner rows and the row of the centre, less a metre for the bow of the
 * great circle.
 */
export function coveredMetres(centre: Position, ring: number): number {
  const { row, column } = cellAt(centre);
  const south = (row - ring) * CELL_DEGREES;
  const north = (row + ring + 1) * CELL_DEGREES;
  const west = (column - ring) * CELL_DEGREES;
  const east = (column + ring + 1) * CELL_DEGREES;
  const lats = [south, centre.lat, north];
  const sideways = [west, east].flatMap((lng) => {
    // Nearest point of a meridian: its latitude lies a little poleward of ours, where degrees are shorter.
    const shift = (lng - centre.lng) * (Math.PI / 180);
    const nearest = (Math.atan(Math.tan((centre.lat * Math.PI) / 180) / Math.cos(shift)) * 180) / Math.PI;
    return [...lats, nearest].map((lat) => distanceMetres(centre, { lat, lng }));
  });
  const upright = [south, north].map((lat) => distanceMetres(centre, { lat, lng: centre.lng }));
  return Math.max(0, Math.min(...sideways, ...upright) - 1);
}

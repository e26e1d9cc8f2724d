import { EARTH_RADIUS_METRES, type Position } from '../kernel/position';

/** Width and height of a cell in degrees: 5.6 km north to south, 3.9 km east to west at 46° N. */
const CELL_DEGREES = 0.05;

/** Counted from the south pole and from 180° W, so that a number is never negative and sorts as text. */
const rowOf = (lat: number): number => Math.floor((lat + 90) / CELL_DEGREES);
const columnOf = (lng: number): number => Math.floor((lng + 180) / CELL_DEGREES);
const named = (number: number): string => String(number).padStart(4, '0');

/** The row and the column of the grid that a position lies in, four digits each. */
export const cellOf = ({ lat, lng }: Position): { readonly row: string; readonly column: string } => ({
  row: named(rowOf(lat)),
  column: named(columnOf(lng)),
});

/** Neighbouring cells of one row, from the western to the eastern column, both included. */
export interface RowSpan {
  readonly row: string;
  readonly from: string;
  readonly to: string;
}

interface Box {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/**
 * The cells that a circle touches, as a box of rows and columns. A circle of angular radius r around latitude φ
 * reaches r north and south, and asin(sin r / cos φ) east and west. A metre is added for rounding. Beyond the 180th
 * meridian it does not look.
 */
function boxAround({ lat, lng }: Position, metres: number): Box {
  const radius = (metres + 1) / EARTH_RADIUS_METRES;
  const degrees = (radians: number): number => (radians * 180) / Math.PI;
  const upright = degrees(radius);
  const ratio = Math.sin(radius) / Math.cos((lat * Math.PI) / 180);
  const sideways = ratio < 1 ? degrees(Math.asin(ratio)) : 360;
  return {
    south: rowOf(Math.max(-90, lat - upright)),
    north: rowOf(Math.min(90, lat + upright)),
    west: columnOf(Math.max(-180, lng - sideways)),
    east: columnOf(Math.min(180, lng + sideways)),
  };
}

/**
 * Where to look for whoever lives farther than `beyond` and at most `within` metres from `centre`: the cells around
 * the larger circle without those around the smaller, one span for a row outside it and at most two for a row
 * across it. Without `beyond` nothing has been looked at yet.
 */
export function spansAround(
  centre: Position,
  beyond: number | undefined,
  within: number,
): readonly RowSpan[] {
  const outer = boxAround(centre, within);
  const inner = beyond === undefined ? undefined : boxAround(centre, beyond);
  const spans: RowSpan[] = [];
  for (let row = outer.south; row <= outer.north; row += 1) {
    const add = (from: number, to: number): void => {
      if (from <= to) spans.push({ row: named(row), from: named(from), to: named(to) });
    };
    if (inner === undefined || row < inner.south || row > inner.north) add(outer.west, outer.east);
    else {
      add(outer.west, inner.west - 1);
      add(inner.east + 1, outer.east);
    }
  }
  return spans;
}

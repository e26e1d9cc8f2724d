import { distanceMetres, type Position } from '@shared/kernel/position';

/** Metres in a degree of latitude, on the mean earth radius. */
const METRES_A_DEGREE = 111_195;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;
/** Six decimals are ten centimetres. */
const rounded = (degrees: number): number => Number(degrees.toFixed(6));

export interface Point {
  /** Share of the drawing's width and height, 0 to 1 from its upper left corner. */
  readonly x: number;
  readonly y: number;
}

/** A drawing of the land round a centre: `radiusMetres` from the middle to its upper edge, north up, true to scale. */
export interface Land {
  readonly centre: Position;
  readonly radiusMetres: number;
  /** Width over height. */
  readonly aspect: number;
}

/** Where on the land a tap fell. */
export function positionAt({ centre, radiusMetres, aspect }: Land, { x, y }: Point): Position {
  const north = (0.5 - y) * 2 * radiusMetres;
  const east = (x - 0.5) * 2 * radiusMetres * aspect;
  return {
    lat: rounded(centre.lat + north / METRES_A_DEGREE),
    lng: rounded(centre.lng + east / (METRES_A_DEGREE * Math.cos(radians(centre.lat)))),
  };
}

/** Where a position stands on the drawing; outside 0 to 1 when it lies beyond its edge. */
export function pointOf({ centre, radiusMetres, aspect }: Land, { lat, lng }: Position): Point {
  const north = (lat - centre.lat) * METRES_A_DEGREE;
  const east = (lng - centre.lng) * METRES_A_DEGREE * Math.cos(radians(centre.lat));
  return { x: 0.5 + east / (2 * radiusMetres * aspect), y: 0.5 - north / (2 * radiusMetres) };
}

export type Compass =
  | 'north'
  | 'northeast'
  | 'east'
  | 'southeast'
  | 'south'
  | 'southwest'
  | 'west'
  | 'northwest';
const compass: readonly Compass[] = [
  'north',
  'northeast',
  'east',
  'southeast',
  'south',
  'southwest',
  'west',
  'northwest',
];
const HERE_METRES = 50;

/** How far and which way from the centre, as a villager would say it; without a way when it is the centre. */
export function wayFrom(centre: Position, to: Position): { readonly metres: number; readonly way?: Compass } {
  const metres = distanceMetres(centre, to);
  if (metres < HERE_METRES) return { metres };
  const east = (to.lng - centre.lng) * Math.cos(radians(centre.lat));
  const degrees = (Math.atan2(east, to.lat - centre.lat) * 180) / Math.PI;
  const way = compass[Math.round((degrees + 360) / 45) % compass.length];
  return way === undefined ? { metres } : { metres, way };
}

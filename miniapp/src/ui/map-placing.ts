import { distanceMetres, type Position } from '@shared/kernel/position';

export interface Placed {
  /** Percent of the map's width and height, 50/50 being the elder's home. */
  readonly left: number;
  readonly top: number;
}

/** Half of the map's height stands for this share of the circle: the circle reaches 84% of the way to the edge. */
const CIRCLE_HALF_HEIGHT_PERCENT = 42;
/** Nobody is drawn on top of the elder, nor outside the drawing. */
const NEAREST_SHARE = 0.38;
const FARTHEST_SHARE = 1.02;

/**
 * Where on the sketch somebody stands: true bearing, and a distance drawn by its square root, so that the many
 * who live near keep room and nobody's door is shown.
 */
export function placeOnMap(home: Position, there: Position, radiusMetres: number, aspect: number): Placed {
  const metres = distanceMetres(home, there);
  const share = Math.min(FARTHEST_SHARE, Math.max(NEAREST_SHARE, Math.sqrt(metres / radiusMetres)));
  const east = (there.lng - home.lng) * Math.cos((home.lat * Math.PI) / 180);
  const north = there.lat - home.lat;
  const length = Math.hypot(east, north);
  const [x, y] = length === 0 ? [1, 0] : [east / length, north / length];
  const reach = share * CIRCLE_HALF_HEIGHT_PERCENT;
  return { left: 50 + (x * reach) / aspect, top: 50 - y * reach };
}

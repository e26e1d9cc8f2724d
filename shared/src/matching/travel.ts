import type { Travel } from '../helpers/helper';
import { distanceMetres, type Position } from '../kernel/position';

/** Village roads are longer than the straight line by about this much. */
const ROAD_FACTOR = 1.3;
/** Metres a minute: an older walker, a bicycle on a dirt road, a car between villages. */
const METRES_A_MINUTE: Readonly<Record<Travel, number>> = { walk: 70, bicycle: 180, car: 500 };

/** How long a way takes in minutes; a routing service can fill this later. */
export type TravelTime = (from: Position, to: Position, by: Travel) => number;

export const roadMinutes: TravelTime = (from, to, by) =>
  Math.ceil((distanceMetres(from, to) * ROAD_FACTOR) / METRES_A_MINUTE[by]);

/** Farther than this, in a straight line, nobody gets in so many minutes, whatever they travel by. */
export const farthestMetres = (minutes: number): number =>
  (minutes * Math.max(...Object.values(METRES_A_MINUTE))) / ROAD_FACTOR;

import type { Position } from '@shared/kernel/position';

interface Point {
  readonly x: number;
  readonly y: number;
}
export interface DrawnRoute {
  readonly key: string;
  readonly stops: readonly Position[];
}

export const WIDTH = 530;
export const HEIGHT = 404;
const MARGIN = 56;
/** A village is not drawn larger than life: so many degrees fill the height at least. */
const LEAST_DEGREES = 0.01;

/** Where each stop lies on the drawing: true bearings and distances, all stops within the margins. */
export function placeStops(routes: readonly DrawnRoute[]): ReadonlyMap<string, readonly Point[]> {
  const all = routes.flatMap(({ stops }) => stops);
  const lats = all.map(({ lat }) => lat);
  const lngs = all.map(({ lng }) => lng);
  const middle = { lat: middleOf(lats), lng: middleOf(lngs) };
  const narrow = Math.cos((middle.lat * Math.PI) / 180);
  const high = Math.max(LEAST_DEGREES, extent(lats));
  const wide = Math.max(LEAST_DEGREES, extent(lngs) * narrow);
  const scale = Math.min((HEIGHT - 2 * MARGIN) / high, (WIDTH - 2 * MARGIN) / wide);
  const at = ({ lat, lng }: Position): Point => ({
    x: Math.round(WIDTH / 2 + (lng - middle.lng) * narrow * scale),
    y: Math.round(HEIGHT / 2 - (lat - middle.lat) * scale),
  });
  return new Map(routes.map(({ key, stops }) => [key, stops.map(at)]));
}

const extent = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
/** The middle between the ends, so that the drawing is centred. */
const middleOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : (Math.min(...values) + Math.max(...values)) / 2;

/** Routes as a picture: the chosen one in colour with its order, the others thin. Contains no names. */
export function drawRoutes(routes: readonly DrawnRoute[], chosen: string): string {
  const places = placeStops(routes);
  const path = (points: readonly Point[], stroke: string): string =>
    `<polyline points='${points.map(({ x, y }) => `${x},${y}`).join(' ')}' fill='none' ${stroke} stroke-linejoin='round'/>`;
  const others = routes
    .filter(({ key }) => key !== chosen)
    .map(({ key }) => {
      const points = places.get(key) ?? [];
      const dots = points.map(({ x, y }) => `<circle cx='${x}' cy='${y}' r='7' fill='#b9b3a4'/>`).join('');
      return `${path(points, "stroke='#cfc9ba' stroke-width='4'")}${dots}`;
    });
  const own = places.get(chosen) ?? [];
  const marks = own.map(
    ({ x, y }, index) =>
      `<circle cx='${x}' cy='${y}' r='22' fill='#1f6650' stroke='#ffffff' stroke-width='4'/>` +
      `<text x='${x}' y='${y + 9}' font-size='26' font-weight='600' fill='#ffffff' text-anchor='middle' font-family='sans-serif'>${index + 1}</text>`,
  );
  const body = `${others.join('')}${path(own, "stroke='#1f6650' stroke-width='8'")}${marks.join('')}`;
  return `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${WIDTH} ${HEIGHT}'><rect width='${WIDTH}' height='${HEIGHT}' fill='#edf0e6'/>${body}</svg>`,
  )}`;
}

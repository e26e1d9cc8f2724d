import { describe, expect, it } from '@jest/globals';
import { drawRoutes, HEIGHT, placeStops, WIDTH } from './route-drawing';

const at = (lat: number, lng: number) => ({ lat, lng });
const routes = [
  { key: 'a', stops: [at(46.25, 126.27), at(46.27, 126.3), at(46.26, 126.35)] },
  { key: 'b', stops: [at(46.29, 126.2)] },
];

describe('the drawing of routes', () => {
  it('holds every stop, north up and east to the right', () => {
    const [one, two, three] = placeStops(routes).get('a') ?? [];
    for (const points of placeStops(routes).values())
      for (const { x, y } of points) expect(x > 0 && x < WIDTH && y > 0 && y < HEIGHT).toBe(true);
    expect(two && one && two.y < one.y && two.x > one.x).toBe(true);
    expect(three && two && three.x > two.x && three.y > two.y).toBe(true);
  });

  it('is drawn for a single home, and for none', () => {
    expect(placeStops([{ key: 'a', stops: [at(46, 126)] }]).get('a')).toEqual([
      { x: WIDTH / 2, y: HEIGHT / 2 },
    ]);
    expect(drawRoutes([], 'a')).toContain('svg');
  });

  it('numbers the stops of the chosen route alone', () => {
    const picture = decodeURIComponent(drawRoutes(routes, 'a'));
    expect(picture.match(/<text/g)).toHaveLength(3);
    expect(picture).toContain('>3</text>');
  });
});

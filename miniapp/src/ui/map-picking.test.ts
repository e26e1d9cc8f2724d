import { describe, expect, it } from '@jest/globals';
import { distanceMetres } from '@shared/kernel/position';
import fc from 'fast-check';
import { pointOf, positionAt, wayFrom } from './map-picking';

const centre = { lat: 46.25, lng: 126.28 };
const land = { centre, radiusMetres: 3000, aspect: 1.3 };
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('marking a home on the drawn land', () => {
  it('finds a tap again where it fell, to a few metres', () => {
    fc.assert(
      fc.property(share, share, (x, y) => {
        const point = pointOf(land, positionAt(land, { x, y }));
        expect(point.x).toBeCloseTo(x, 3);
        expect(point.y).toBeCloseTo(y, 3);
      }),
    );
  });

  it('is true to scale: the middle is the centre, and the upper edge as far away as is said', () => {
    expect(positionAt(land, { x: 0.5, y: 0.5 })).toEqual(centre);
    expect(distanceMetres(centre, positionAt(land, { x: 0.5, y: 0 }))).toBeCloseTo(3000, -1);
    expect(distanceMetres(centre, positionAt(land, { x: 1, y: 0.5 }))).toBeCloseTo(3900, -1);
  });

  it('says the way as a villager would', () => {
    expect(wayFrom(centre, positionAt(land, { x: 0.9, y: 0.1 })).way).toBe('northeast');
    expect(wayFrom(centre, positionAt(land, { x: 0.5, y: 0.9 })).way).toBe('south');
    expect(wayFrom(centre, positionAt(land, { x: 0.1, y: 0.5 })).way).toBe('west');
    expect(wayFrom(centre, centre)).toEqual({ metres: 0 });
  });
});

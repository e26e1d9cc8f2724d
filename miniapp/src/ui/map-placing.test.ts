import { describe, expect, test } from '@jest/globals';
import { placeOnMap } from './map-placing';

const home = { lat: 46.25, lng: 126.28 };

describe('where somebody stands on the drawn map', () => {
  test('north is up and east is right', () => {
    const north = placeOnMap(home, { lat: 46.26, lng: 126.28 }, 3000, 1.68);
    expect(north.left).toBeCloseTo(50);
    expect(north.top).toBeLessThan(50);
    const east = placeOnMap(home, { lat: 46.25, lng: 126.3 }, 3000, 1.68);
    expect(east.left).toBeGreaterThan(50);
    expect(east.top).toBeCloseTo(50);
  });
  test('who lives further away stands further out', () => {
    const near = placeOnMap(home, { lat: 46.255, lng: 126.28 }, 3000, 1.68);
    const far = placeOnMap(home, { lat: 46.27, lng: 126.28 }, 3000, 1.68);
    expect(far.top).toBeLessThan(near.top);
  });
  test('nobody falls out of the drawing, nor stands on the elder', () => {
    const away = placeOnMap(home, { lat: 47.9, lng: 128 }, 3000, 1.68);
    expect(away.left).toBeLessThan(100);
    expect(away.top).toBeGreaterThan(0);
    const same = placeOnMap(home, home, 3000, 1.68);
    expect(Math.hypot((same.left - 50) * 1.68, same.top - 50)).toBeGreaterThan(10);
  });
});

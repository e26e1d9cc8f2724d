import { describe, expect, it } from '@jest/globals';
import { distanceMetres } from './position';

describe('distance', () => {
  it('is zero at the same point and symmetric', () => {
    const a = { lat: 46.25, lng: 126.29 };
    const b = { lat: 45.75, lng: 126.65 };
    expect(distanceMetres(a, a)).toBe(0);
    expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 9);
  });

  it('is one 360th of the circumference for one degree of latitude', () => {
    const degree = (2 * Math.PI * 6_371_008.8) / 360;
    expect(distanceMetres({ lat: 46, lng: 126 }, { lat: 47, lng: 126 })).toBeCloseTo(degree, 3);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distanceMetres } from '../kernel/position';
import {
  countyOf,
  isInVillage,
  isWithin,
  parentOf,
  type Region,
  regionCode,
  VILLAGE_REACH_METRES,
} from './region';

const village: Region = {
  code: '231222105001',
  name: '红光村',
  level: 'village',
  path: ['兰西县', '红光镇', '红光村'],
  centre: { lat: 46.25, lng: 126.29 },
};
const digits = (count: number) =>
  fc.integer({ min: 0, max: 10 ** count - 1 }).map((n) => String(n).padStart(count, '0'));

describe('regions', () => {
  test('a village lies within its township, its county and itself, and they do not lie within it', () => {
    fc.assert(
      fc.property(digits(6), digits(3), digits(3), (county, town, last) => {
        const code = `${county}${town}${last}`;
        for (const above of [county, `${county}${town}`, code]) expect(isWithin(above, code)).toBe(true);
        expect(isWithin(code, `${county}${town}`)).toBe(false);
        expect(parentOf(code)).toBe(`${county}${town}`);
        expect(parentOf(county)).toBeUndefined();
        expect(countyOf(code)).toBe(county);
      }),
    );
  });

  test('a neighbouring township does not cover a village', () => {
    expect(isWithin('231222106', village.code)).toBe(false);
  });

  test('codes of any other length are refused', () => {
    for (const wrong of ['', '23122', '23122210', '2312221050011', '23122210500a'])
      expect(regionCode.safeParse(wrong).success).toBe(false);
  });

  test('a home is in the village up to six kilometres from its centre and not beyond', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.2, max: 0.2, noNaN: true }),
        fc.double({ min: -0.2, max: 0.2, noNaN: true }),
        (dLat, dLng) => {
          const home = { lat: village.centre.lat + dLat, lng: village.centre.lng + dLng };
          expect(isInVillage(village, home)).toBe(
            distanceMetres(village.centre, home) <= VILLAGE_REACH_METRES,
          );
        },
      ),
    );
    expect(isInVillage(village, { lat: 46.25 + 5_900 / 111_195, lng: 126.29 })).toBe(true);
    expect(isInVillage(village, { lat: 46.25 + 6_100 / 111_195, lng: 126.29 })).toBe(false);
  });
});

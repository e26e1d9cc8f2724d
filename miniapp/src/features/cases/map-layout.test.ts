import { describe, expect, test } from '@jest/globals';
import type { MapPerson } from '@shared/cases/support-map';
import fc from 'fast-check';
import { layOut } from './map-layout';

const someone = fc.record({
  name: fc.constantFrom('东院李姨', '儿子', '外孙'),
  relation: fc.constantFrom('邻居', '儿子', '外孙'),
  side: fc.constantFrom('parents', 'same', 'children', 'grandchildren', 'neighbours', 'helpers'),
  closeness: fc.constantFrom(1, 2, 3),
  strained: fc.boolean(),
  gone: fc.boolean(),
}) as fc.Arbitrary<MapPerson>;

describe('the support map', () => {
  test('draws everybody within the picture and nobody upon the elder', () => {
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 24 }), (people) => {
        const places = layOut(people, 1.1);
        expect(places).toHaveLength(people.length);
        for (const { left, top } of places) {
          expect([left, top].every((at) => at > 2 && at < 98)).toBe(true);
          expect(Math.hypot(left - 50, top - 50)).toBeGreaterThan(15);
        }
      }),
    );
  });
  test('draws children below, parents above and neighbours to the left', () => {
    const one = (side: MapPerson['side']): MapPerson => ({
      name: '某',
      relation: '某',
      side,
      closeness: 2,
      strained: false,
      gone: false,
    });
    const [parents, children, neighbours] = layOut([one('parents'), one('children'), one('neighbours')], 1.1);
    expect([
      parents && parents.top < 50,
      children && children.top > 50,
      neighbours && neighbours.left < 50,
    ]).toEqual([true, true, true]);
  });
});

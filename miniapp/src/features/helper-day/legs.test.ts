import { describe, expect, it } from '@jest/globals';
import type { VisitCard } from '@shared/visits/card';
import { legsOf, totalMetres } from './legs';

const north = (metres: number) => ({ lat: 46.25 + metres / 111_195, lng: 126.28 });
const card = (visitId: string, status: string, metres?: number): VisitCard =>
  ({
    visit: { visitId, status },
    ...(metres === undefined ? {} : { home: { position: north(metres) } }),
  }) as unknown as VisitCard;

describe('the way from door to door', () => {
  it('begins at home and goes on from each door', () => {
    const legs = legsOf([card('a', 'scheduled', 700), card('b', 'scheduled', 1000)], north(0), 'walk');
    expect(legs.get('a')).toEqual({ metres: 700, minutes: 14 });
    expect(legs.get('b')).toEqual({ metres: 300, minutes: 6 });
    expect(totalMetres(legs)).toBe(1000);
  });

  it('goes on from where somebody is cared for now, and says nothing of doors that are behind', () => {
    const legs = legsOf(
      [card('done', 'confirmed'), card('now', 'checked_in', 500), card('next', 'scheduled', 600)],
      north(0),
      'bicycle',
    );
    expect([...legs.keys()]).toEqual(['next']);
    expect(legs.get('next')?.metres).toBe(100);
  });
});

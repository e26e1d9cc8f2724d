import type { Travel } from '@shared/helpers/helper';
import { distanceMetres, type Position } from '@shared/kernel/position';
import { roadMinutes } from '@shared/matching/travel';
import type { VisitCard } from '@shared/visits/card';

export interface Leg {
  readonly metres: number;
  readonly minutes: number;
}

/**
 * The way to each door that is still ahead, by visit: from home for the first, then from door to door. Doors that
 * are behind are no longer told to the helper, so the way begins at home again.
 */
export function legsOf(
  cards: readonly VisitCard[],
  home: Position,
  travel: Travel,
): ReadonlyMap<string, Leg> {
  const legs = new Map<string, Leg>();
  let from = home;
  for (const { visit, home: door } of cards) {
    if (!door) continue;
    if (visit.status === 'scheduled')
      legs.set(visit.visitId, {
        metres: Math.round(distanceMetres(from, door.position)),
        minutes: roadMinutes(from, door.position, travel),
      });
    from = door.position;
  }
  return legs;
}

export const totalMetres = (legs: ReadonlyMap<string, Leg>): number =>
  [...legs.values()].reduce((sum, { metres }) => sum + metres, 0);

export const totalMinutes = (legs: ReadonlyMap<string, Leg>): number =>
  [...legs.values()].reduce((sum, { minutes }) => sum + minutes, 0);

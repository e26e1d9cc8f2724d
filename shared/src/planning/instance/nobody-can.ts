import type { Day, PlannedVisit } from '../day';

/** Visits, by index, that no helper of this day can do, whatever the routes. */
export function nobodyCan({ visits, helpers }: Day): readonly number[] {
  const fits = (visit: PlannedVisit, place: number): number[] =>
    (visit.places[place]?.choices ?? [])
      .filter(({ helper }) => {
        const one = helpers[helper];
        const minutes = visit.places[place]?.minutes ?? 0;
        return (
          one !== undefined &&
          one.mostVisits > 0 &&
          one.hours.some(
            ({ from, to }) =>
              Math.max(from, visit.opensAt) + minutes <= to &&
              Math.max(from, visit.opensAt) <= visit.latestStart,
          )
        );
      })
      .map(({ helper }) => helper);
  return visits.flatMap((visit, index) => {
    const able = visit.places.map((_, place) => fits(visit, place));
    const distinct = new Set(able.flat()).size >= visit.places.length;
    return able.every((list) => list.length > 0) && distinct ? [] : [index];
  });
}

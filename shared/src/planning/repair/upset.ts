import type { Day, PlannedVisit } from '../day';

/** What upsets a plan that is under way. Visits and helpers by index. */
export type Upset =
  | { readonly kind: 'cancelled'; readonly visit: number }
  | { readonly kind: 'sick'; readonly helper: number }
  | { readonly kind: 'late'; readonly helper: number; readonly until: number }
  | { readonly kind: 'urgent'; readonly visit: PlannedVisit };

/** The day as it is now; an urgent visit comes last, a cancelled one keeps its index and needs nobody. */
export function dayAfter(day: Day, upset: Upset): Day {
  switch (upset.kind) {
    case 'cancelled':
      return {
        ...day,
        visits: day.visits.map((visit, index) => (index === upset.visit ? { ...visit, places: [] } : visit)),
      };
    case 'sick':
      return {
        ...day,
        visits: day.visits.map((visit) => ({
          ...visit,
          places: visit.places.map((place) => ({
            ...place,
            choices: place.choices.filter(({ helper }) => helper !== upset.helper),
          })),
        })),
      };
    case 'late':
      return {
        ...day,
        helpers: day.helpers.map((helper, index) =>
          index === upset.helper ? { ...helper, leavesAt: Math.max(helper.leavesAt, upset.until) } : helper,
        ),
      };
    case 'urgent':
      return { ...day, visits: [...day.visits, upset.visit] };
  }
}

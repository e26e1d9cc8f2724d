import type { Day } from '../day';
import type { Plan } from '../plan';

/** A plan in the solution format of the benchmark; `unassigned` names the patients to whom nobody comes. */
export const solutionOf = (day: Day, plan: Plan) => ({
  routes: day.helpers.map(({ id }, helper) => ({
    caregiver_id: id,
    locations: (plan.routes[helper] ?? []).map(({ visit, place, startsAt, endsAt }) => ({
      patient: day.visits[visit]?.id,
      service: day.visits[visit]?.places[place]?.service,
      arrival_time: startsAt,
      departure_time: endsAt,
    })),
  })),
  unassigned: [...new Set(plan.unmet.map((visit) => day.visits[visit]?.id))],
});

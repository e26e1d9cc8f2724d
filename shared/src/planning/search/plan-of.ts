import type { Plan, Stop } from '../plan';
import { NOBODY } from './rings';
import type { Routes } from './routes';

/** The plan that routes under search stand for. */
export function planOf(routes: Routes): Plan {
  const { day } = routes;
  const { next, route } = routes.rings;
  let travel = 0;
  let choices = 0;
  let unmetCost = 0;
  const stops = Array.from({ length: day.helpers }, (_, helper) => {
    const home = day.places + helper;
    const row: Stop[] = [];
    let at = home;
    for (let place = next[home]!; place < day.places; place = next[place]!) {
      travel += routes.way(at, place, helper);
      choices += day.choice[place * day.helpers + helper]!;
      row.push({
        visit: day.visitOf[place]!,
        place: day.partner[place]! >= 0 && day.partner[place]! < place ? 1 : 0,
        startsAt: routes.times.start[place]!,
        endsAt: routes.times.ready[place]!,
      });
      at = place;
    }
    if (at !== home) travel += routes.way(at, home, helper);
    return row;
  });
  const unmet = new Set<number>();
  for (let place = 0; place < day.places; place += 1)
    if (route[place] === NOBODY) {
      unmet.add(day.visitOf[place]!);
      unmetCost += day.unmet[place]!;
    }
  return {
    routes: stops,
    unmet: [...unmet],
    cost: {
      travel,
      tardiness: routes.tardiness,
      worstTardiness: routes.worst,
      choices,
      unmet: unmetCost,
      total: routes.cost,
    },
  };
}

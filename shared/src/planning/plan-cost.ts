import type { Day } from './day';
import type { PlanCost, Stop } from './plan';

/** What routes cost, counted from the day alone. */
export function costOf(day: Day, routes: readonly (readonly Stop[])[], unmet: readonly number[]): PlanCost {
  let travel = 0;
  let tardiness = 0;
  let worstTardiness = 0;
  let choices = 0;
  day.helpers.forEach((helper, index) => {
    const way = (from: number, to: number): number => day.travel[helper.travel]?.[from * day.sites + to] ?? 0;
    let at = helper.setsOutFrom;
    for (const { visit, place, startsAt } of routes[index] ?? []) {
      const planned = day.visits[visit];
      if (planned === undefined) continue;
      const late = Math.max(0, startsAt - planned.dueBy);
      travel += way(at, planned.site);
      tardiness += late;
      worstTardiness = Math.max(worstTardiness, late);
      choices += planned.places[place]?.choices.find((choice) => choice.helper === index)?.cost ?? 0;
      at = planned.site;
    }
    if ((routes[index] ?? []).length > 0) travel += way(at, helper.comesBackTo);
  });
  const unmetCost = unmet.reduce((sum, visit) => sum + (day.visits[visit]?.unmetCost ?? 0), 0);
  const { weights } = day;
  const total =
    weights.travel * travel +
    weights.tardiness * tardiness +
    weights.worstTardiness * worstTardiness +
    choices +
    unmetCost;
  return { travel, tardiness, worstTardiness, choices, unmet: unmetCost, total };
}

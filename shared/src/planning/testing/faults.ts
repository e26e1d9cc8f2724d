import type { Day, PlannedVisit } from '../day';
import type { Plan, Stop } from '../plan';

const EPSILON = 1e-6;
interface Served extends Stop {
  readonly helper: number;
}

/** Everything that is wrong with a plan, found slowly and from the day alone: no code of the search is used. */
export function faults(day: Day, plan: Plan): string[] {
  const wrong: string[] = [];
  const served = new Map<string, Served>();
  const way = (helper: number, from: number, to: number): number =>
    day.travel[day.helpers[helper]?.travel ?? -1]?.[from * day.sites + to] ?? Number.NaN;
  let travel = 0;
  let choices = 0;
  day.helpers.forEach((helper, index) => {
    const stops = plan.routes[index] ?? [];
    if (stops.length > helper.mostVisits) wrong.push(`${helper.id} has too many visits`);
    let site = helper.setsOutFrom;
    let free = helper.leavesAt;
    for (const stop of stops) {
      const visit = day.visits[stop.visit] as PlannedVisit;
      const place = visit.places[stop.place];
      const name = `${visit.id}/${stop.place}`;
      const choice = place?.choices.find((each) => each.helper === index);
      if (choice === undefined) wrong.push(`${helper.id} may not do ${name}`);
      choices += choice?.cost ?? 0;
      if (served.has(name)) wrong.push(`${name} is served twice`);
      served.set(name, { ...stop, helper: index });
      const minutes = way(index, site, visit.site);
      travel += minutes;
      if (stop.startsAt < free + minutes - EPSILON) wrong.push(`${name} starts before ${helper.id} is there`);
      if (stop.startsAt < visit.opensAt - EPSILON) wrong.push(`${name} starts before its window`);
      if (stop.startsAt > visit.latestStart + EPSILON) wrong.push(`${name} starts too late`);
      if (Math.abs(stop.endsAt - stop.startsAt - (place?.minutes ?? Number.NaN)) > EPSILON)
        wrong.push(`${name} has the wrong length`);
      if (
        !helper.hours.some(({ from, to }) => stop.startsAt >= from - EPSILON && stop.endsAt <= to + EPSILON)
      )
        wrong.push(`${name} lies outside the hours of ${helper.id}`);
      site = visit.site;
      free = stop.endsAt;
    }
    if (stops.length > 0) travel += way(index, site, helper.comesBackTo);
  });
  let unmet = 0;
  day.visits.forEach((visit, index) => {
    if (visit.places.length === 0) return;
    const parts = visit.places.map((_, place) => served.get(`${visit.id}/${place}`));
    if (plan.unmet.includes(index)) {
      unmet += visit.unmetCost;
      if (parts.some((each) => each !== undefined)) wrong.push(`${visit.id} is unmet and served`);
      return;
    }
    const [one, two] = parts;
    if (one === undefined || (parts.length > 1 && two === undefined)) {
      wrong.push(`${visit.id} is dropped in silence`);
      return;
    }
    if (two !== undefined) {
      if (one.helper === two.helper) wrong.push(`${visit.id} has one helper for both places`);
      const gap = two.startsAt - one.startsAt;
      if (visit.gap && (gap < visit.gap.least - EPSILON || gap > visit.gap.most + EPSILON))
        wrong.push(`${visit.id} has a gap of ${gap}`);
    }
    for (const before of visit.after ?? []) {
      const earlier = day.visits[before];
      if (earlier === undefined || plan.unmet.includes(before)) continue;
      for (let place = 0; place < earlier.places.length; place += 1)
        if ((served.get(`${earlier.id}/${place}`)?.endsAt ?? Number.NaN) > one.startsAt + EPSILON)
          wrong.push(`${visit.id} starts before ${earlier.id} has ended`);
    }
  });
  const late = [...served.values()].map(({ visit, startsAt }) =>
    Math.max(0, startsAt - (day.visits[visit]?.dueBy ?? Number.NaN)),
  );
  const tardiness = late.reduce((sum, each) => sum + each, 0);
  const total =
    day.weights.travel * travel +
    day.weights.tardiness * tardiness +
    day.weights.worstTardiness * Math.max(0, ...late) +
    choices +
    unmet;
  if (Math.abs(total - plan.cost.total) > 1e-3) wrong.push(`costs ${total}, says ${plan.cost.total}`);
  return wrong;
}

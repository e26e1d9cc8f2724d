import type { Helper } from '../helpers/helper';
import type { HelperId } from '../kernel/ids';
import {
  addMinutes,
  beijing,
  beijingInstant,
  type Day as CalendarDay,
  minutesBetween,
} from '../kernel/instant';
import { type Exclusion, exclusionOf, type Need } from '../matching/eligibility';
import { isLooking, type ServiceRequest } from '../service-requests/request';
import { type Available, countyDay, type Wanted } from './county-day';
import type { Day } from './day';
import type { Plan, Stop } from './plan';
import type { Drawing, HelperRoute, RouteStop, UnmetVisit, UnmetWhy } from './route-plan';

/** Minutes by which the plan may move what was asked but not agreed on. */
const LEEWAY = 30;
/** A volunteer takes a few near ones; who is paid for it has a working day. */
const MOST_VISITS = { volunteer: 3, provider: 8 } as const;

/** A request of the day with what it asks of whoever comes. */
export interface Asked {
  readonly request: ServiceRequest;
  readonly need: Need;
}

/** Everything a plan of an area is drawn from. */
export interface AreaDay {
  readonly on: CalendarDay;
  readonly asked: readonly Asked[];
  readonly helpers: readonly Helper[];
  readonly visitsBefore: (elderId: string, helperId: string) => number;
  /** Stops that stay as they are when it is drawn anew. */
  readonly locked: readonly { readonly helperId: HelperId; readonly stop: RouteStop }[];
}

const isRouteWanted = ({ request }: Asked): boolean => request.status === 'scheduled' || isLooking(request);

/** The requests that a plan is about: those that still look for someone, and those that are agreed. */
export const wantedOf = ({ asked, locked }: AreaDay): readonly Wanted[] =>
  asked.filter(isRouteWanted).map(({ request, need }): Wanted => {
    const own = locked.filter(({ stop }) => stop.requestId === request.requestId);
    const places = request.places.map((place, index) => {
      const holder = place.status === 'held' ? place.helperId : undefined;
      const only = holder ?? own.find(({ stop }) => stop.place === index)?.helperId;
      return only === undefined ? {} : { only };
    });
    const held = request.places.some(({ status }) => status === 'held');
    const startsAt = held ? need.startsAt : own[0]?.stop.startsAt;
    return {
      id: request.requestId,
      need,
      places,
      earlier: LEEWAY,
      later: LEEWAY,
      ...(startsAt === undefined ? {} : { startsAt: beijing(startsAt).minuteOfDay }),
    };
  });

/** The day as a problem for the solver. */
export function dayOf(area: AreaDay): { readonly day: Day; readonly wanted: readonly Wanted[] } {
  const wanted = wantedOf(area);
  const agreed = new Map<string, number>();
  for (const { places } of wanted)
    for (const { only } of places) if (only !== undefined) agreed.set(only, (agreed.get(only) ?? 0) + 1);
  const helpers = area.helpers.map(
    (helper): Available => ({
      helper,
      visitsBefore: (elder) => area.visitsBefore(elder, helper.helperId),
      mostVisits: Math.max(MOST_VISITS[helper.kind], agreed.get(helper.helperId) ?? 0),
    }),
  );
  return { wanted, day: countyDay({ on: area.on, visits: wanted, helpers }) };
}

/** A plan of the solver in the words of the county: whom, where, when, and why nobody can come to the rest. */
export function drawingFrom(area: AreaDay, day: Day, wanted: readonly Wanted[], plan: Plan): Drawing {
  const byId = new Map(area.asked.map((each) => [each.request.requestId as string, each]));
  const askedOf = (visit: number): Asked | undefined => byId.get(wanted[visit]?.id ?? '');
  const isLocked = (requestId: string, place: number): boolean =>
    area.locked.some(({ stop }) => stop.requestId === requestId && stop.place === place);
  const way = (helper: number, from: number, to: number): number =>
    day.travel[day.helpers[helper]?.travel ?? 0]?.[from * day.sites + to] ?? 0;

  const stopOf = (helper: number, { visit, place, startsAt }: Stop, from: number): RouteStop | undefined => {
    const asked = askedOf(visit);
    if (asked === undefined) return undefined;
    const { requestId, elderId, villageCode, serviceCode, places, startsAt: askedAt } = asked.request;
    const start = beijingInstant(area.on, Math.round(startsAt));
    return {
      requestId,
      elderId,
      villageCode,
      serviceCode,
      place,
      startsAt: start,
      endsAt: addMinutes(start, minutesBetween(asked.need.startsAt, asked.need.endsAt)),
      askedAt,
      wayMinutes: way(helper, from, day.visits[visit]?.site ?? from),
      standing: places[place]?.status === 'held' ? 'kept' : 'planned',
      locked: isLocked(requestId, place),
    };
  };
  const routes = withAgreed(area, day, wanted, plan).flatMap((stops, helper): HelperRoute[] => {
    const one = area.helpers[helper];
    const home = day.helpers[helper]?.setsOutFrom ?? 0;
    if (one === undefined || stops.length === 0) return [];
    const sites = [home, ...stops.map(({ visit }) => day.visits[visit]?.site ?? home), home];
    const shown = stops.flatMap((stop, index) => stopOf(helper, stop, sites[index] ?? home) ?? []);
    return [
      {
        helperId: one.helperId,
        helperName: one.name,
        helperKind: one.kind,
        villageName: one.villageName,
        wayMinutes: sites
          .slice(1)
          .reduce((sum, site, index) => sum + way(helper, sites[index] ?? home, site), 0),
        stops: shown,
      },
    ];
  });
  const unmet = plan.unmet.flatMap((visit): UnmetVisit[] => {
    const asked = askedOf(visit);
    if (asked === undefined || asked.request.places.every(({ status }) => status === 'held')) return [];
    const { requestId, elderId, villageCode, serviceCode, startsAt } = asked.request;
    const hasChoice = day.visits[visit]?.places.every(({ choices }) => choices.length > 0) ?? false;
    const why = hasChoice ? 'no_time' : whyNobody(asked.need, area.helpers);
    return [{ requestId, elderId, villageCode, serviceCode, startsAt, why }];
  });
  return { routes, unmet, sums: sumsOf(routes, unmet) };
}

export const sumsOf = (routes: readonly HelperRoute[], unmet: readonly UnmetVisit[]) => {
  const stops = routes.flatMap((route) => route.stops);
  return {
    visits: new Set(stops.map(({ requestId }) => requestId)).size,
    helpers: routes.length,
    wayMinutes: routes.reduce((sum, route) => sum + route.wayMinutes, 0),
    lateMinutes: stops.reduce(
      (sum, { startsAt, askedAt }) => sum + Math.max(0, minutesBetween(askedAt, startsAt)),
      0,
    ),
    unmet: unmet.length,
  };
};

/** What has been agreed is in the routes even where the plan's own rules would not have it: it was promised. */
function withAgreed(
  area: AreaDay,
  day: Day,
  wanted: readonly Wanted[],
  plan: Plan,
): readonly (readonly Stop[])[] {
  const routes = plan.routes.map((stops) => [...stops]);
  const has = new Set(plan.routes.flat().map(({ visit, place }) => `${visit}/${place}`));
  const indexOf = new Map(area.helpers.map(({ helperId }, index) => [helperId as string, index]));
  const held = new Map(area.asked.map(({ request }) => [request.requestId as string, request.places]));
  wanted.forEach(({ id, places }, visit) => {
    places.forEach(({ only }, place) => {
      if (held.get(id)?.[place]?.status !== 'held' || has.has(`${visit}/${place}`)) return;
      const helper = indexOf.get(only ?? '');
      const planned = day.visits[visit];
      if (helper === undefined || planned === undefined) return;
      const startsAt = planned.dueBy;
      const stop = { visit, place, startsAt, endsAt: startsAt + (planned.places[place]?.minutes ?? 0) };
      routes[helper] = [...(routes[helper] ?? []), stop].sort((a, b) => a.startsAt - b.startsAt);
    });
  });
  return routes;
}

/** Hard rules in the order in which matching asks them: who fails a later one came nearer to being able to come. */
const order: readonly Exclusion[] = [
  'suspended',
  'unavailable',
  'kind',
  'pay',
  'gender',
  'excluded',
  'already_held',
  'radius',
  'skill',
  'credential',
  'day_off',
];

/** Why nobody can come: the rule at which the one who came nearest to it failed. */
function whyNobody(need: Need, helpers: readonly Helper[]): UnmetWhy {
  const furthest = Math.max(
    -1,
    ...helpers.map((helper) => {
      const why = exclusionOf(need, helper, []);
      return why === undefined ? -1 : order.indexOf(why);
    }),
  );
  const why = order[furthest];
  return why === undefined || why === 'overlap' || why === 'hours' ? 'nobody_near' : why;
}

import type { Day, PlannedHelper, PlannedVisit } from '../day';
import type { Plan, Stop } from '../plan';

/** A stop by its visit and place alone. */
export type Part = Pick<Stop, 'visit' | 'place'>;

/** What is left of a day once some visits have begun: those stay as they are, and routes go on from them. */
export interface Remainder {
  /** Only what has not begun; helpers set out from where they are. */
  readonly day: Day;
  /** By helper: the stops that have begun. */
  readonly begun: readonly (readonly Stop[])[];
  /** By helper: the rest of the route, in indices of the remaining day. */
  readonly rest: readonly (readonly Part[])[];
  /** By remaining visit: which visit and places of the whole day it is. */
  readonly origin: readonly { readonly visit: number; readonly places: readonly number[] }[];
}

/**
 * `day` is the day as it is now, `plan` the one made before, `now` a minute of the day. A helper who is on the way
 * to someone keeps that visit, unless they are `held`: ill, or late.
 */
export function remainderOf(day: Day, plan: Plan, now: number, held: number): Remainder {
  const onTheWay = new Set(
    plan.routes.flatMap((stops, helper) =>
      helper === held ? [] : stops.filter((_, at) => departure(day, helper, stops, at) < now).map(nameOf),
    ),
  );
  const stopsOf = (visit: number): Stop[] => plan.routes.flat().filter((stop) => stop.visit === visit);
  /** Who waits at the door for another visit to end has not begun: that other may still be moved. */
  const hasBegun = (stop: Stop): boolean => {
    if (stop.startsAt < now) return true;
    const { places = [], after = [] } = day.visits[stop.visit] ?? {};
    return (
      places.length > 0 &&
      places.every((_, place) => onTheWay.has(nameOf({ ...stop, place }))) &&
      after.every((other) => stopsOf(other).every(hasBegun))
    );
  };
  const begun = plan.routes.map((stops) => stops.filter(hasBegun));
  const begunNames = new Set(begun.flat().map(nameOf));
  const started = new Map(begun.flat().map((stop) => [`${stop.visit}/${stop.place}`, stop]));
  const startOf = (visit: number, place: number): Stop | undefined => started.get(`${visit}/${place}`);
  const origin = day.visits.flatMap(({ places }, visit) => {
    const left = places.map((_, place) => place).filter((place) => startOf(visit, place) === undefined);
    return left.length === 0 ? [] : [{ visit, places: left }];
  });
  const indexOf = new Map(origin.map(({ visit }, index) => [visit, index]));
  const visits = origin.map(({ visit, places }): PlannedVisit => {
    const whole = day.visits[visit] as PlannedVisit;
    const before = (whole.after ?? []).flatMap((other) =>
      begun.flat().filter((stop) => stop.visit === other),
    );
    const opensAt = Math.max(whole.opensAt, ...before.map(({ endsAt }) => endsAt));
    const rest = {
      ...whole,
      opensAt,
      places: places.flatMap((place) => whole.places[place] ?? []),
      after: (whole.after ?? []).flatMap((other) => indexOf.get(other) ?? []),
    };
    return places.length === whole.places.length
      ? rest
      : { ...rest, ...tied(whole, startOf(visit, 1 - (places[0] ?? 0)), opensAt) };
  });
  const helpers = day.helpers.map((helper, index): PlannedHelper => {
    const stops = begun[index] ?? [];
    const last = stops.at(-1);
    const free = Math.max(helper.leavesAt, now, last?.endsAt ?? now);
    return {
      ...helper,
      setsOutFrom:
        last === undefined ? helper.setsOutFrom : (day.visits[last.visit]?.site ?? helper.setsOutFrom),
      leavesAt: free,
      mostVisits: helper.mostVisits - stops.length,
    };
  });
  const rest = plan.routes.map((stops) =>
    stops.flatMap(({ visit, place }): Part[] => {
      const index = indexOf.get(visit);
      const part = index === undefined ? -1 : (origin[index]?.places.indexOf(place) ?? -1);
      return begunNames.has(nameOf({ visit, place })) || index === undefined || part < 0
        ? []
        : [{ visit: index, place: part }];
    }),
  );
  return { day: { ...day, helpers, visits }, begun, rest, origin };
}

const nameOf = ({ visit, place }: Part): string => `${visit}/${place}`;

/** The latest minute at which a helper leaves for a stop and is there in time. */
function departure(day: Day, helper: number, stops: readonly Stop[], at: number): number {
  const one = day.helpers[helper];
  const site = (stop: Stop | undefined): number | undefined => stop && day.visits[stop.visit]?.site;
  const from = site(stops[at - 1]) ?? one?.setsOutFrom ?? 0;
  const way = day.travel[one?.travel ?? 0]?.[from * day.sites + (site(stops[at]) ?? from)] ?? 0;
  return (stops[at]?.startsAt ?? 0) - way;
}

/** When the other place of a visit may start once one has: the gap becomes a window. */
function tied(whole: PlannedVisit, stop: Stop | undefined, opensAt: number): Partial<PlannedVisit> {
  if (stop === undefined || whole.gap === undefined) return { gap: undefined };
  const { least, most } = whole.gap;
  const [from, to] = stop.place === 0 ? [least, most] : [-most, -least];
  return {
    gap: undefined,
    opensAt: Math.max(opensAt, stop.startsAt + from),
    latestStart: Math.min(whole.latestStart, stop.startsAt + to),
  };
}

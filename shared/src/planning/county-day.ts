import type { Helper } from '../helpers/helper';
import { beijing, beijingInstant, type Day as CalendarDay, minutesBetween } from '../kernel/instant';
import type { Position } from '../kernel/position';
import { exclusionOf, type Need } from '../matching/eligibility';
import { type Candidate, defaultWeights, scoreCandidate, type Weights } from '../matching/score';
import { roadMinutes, type TravelTime } from '../matching/travel';
import type { Choice, Day, PlannedHelper, PlannedVisit, Span } from './day';

/** 名额 of a visit that wants a plan. */
export interface WantedPlace {
  /** Whoever has agreed to come, or is locked: nobody else takes this place. */
  readonly only?: string;
  /** One who may take it besides those whom matching would ask, because they have agreed. */
  readonly also?: string;
}

/** One visit of tomorrow that wants a plan: what it asks, and how far its start may be moved. */
export interface Wanted {
  readonly id: string;
  readonly need: Need;
  readonly places: readonly WantedPlace[];
  /** Minutes that the start may lie before or after what was asked. */
  readonly earlier: number;
  readonly later: number;
  /** The minute of the day at which it starts, where that is agreed or locked. */
  readonly startsAt?: number;
}

/** Helpers with their history, as matching knows them. */
export interface Available {
  readonly helper: Helper;
  readonly visitsBefore: (elderId: string) => number;
  /** The most visits they take that day; a volunteer takes a few. */
  readonly mostVisits: number;
}

export interface CountyDay {
  readonly on: CalendarDay;
  readonly visits: readonly Wanted[];
  readonly helpers: readonly Available[];
  readonly weights?: Weights;
  readonly travelTime?: TravelTime;
}

/** Minutes that the worst choice costs more than the best, when all travel alike. */
const SCORE_MINUTES = 60;
const UNMET = 100_000;
const WEIGHTS = { travel: 1, tardiness: 1, worstTardiness: 1 };

/**
 * The day of a county as a problem to plan. Who may come is what `exclusionOf` says of online matching at the asked
 * time, hours and bookings aside: those the plan itself keeps, as working hours and as one visit after another. Whom to prefer
 * is the score of matching without its part for travel, which the plan counts in minutes.
 */
export function countyDay({
  on,
  visits,
  helpers,
  weights = defaultWeights,
  travelTime = roadMinutes,
}: CountyDay): Day {
  const positions: Position[] = [
    ...helpers.map(({ helper }) => helper.home),
    ...visits.map(({ need }) => need.elder.position),
  ];
  const kinds = [...new Set(helpers.map(({ helper }) => helper.travel))];
  const indexOf = new Map(helpers.map(({ helper }, index) => [helper.helperId as string, index]));
  const agreed = agreedHours(visits);
  return {
    helpers: helpers.map(
      ({ helper, mostVisits }, index): PlannedHelper => ({
        id: helper.helperId,
        setsOutFrom: index,
        comesBackTo: index,
        leavesAt: 0,
        hours: merged([...hoursOn(helper, on), ...(agreed.get(helper.helperId) ?? [])]),
        mostVisits,
        travel: kinds.indexOf(helper.travel),
      }),
    ),
    visits: visits.map((wanted, index): PlannedVisit => {
      const { id, need, places, startsAt, earlier, later } = wanted;
      const asked = beijing(need.startsAt).minuteOfDay;
      const minutes = minutesBetween(need.startsAt, need.endsAt);
      const choices = helpers.flatMap((available, helper) => {
        const cost = costOf(need, available, weights);
        return cost === undefined ? [] : [{ helper, cost }];
      });
      const choicesOf = ({ only, also }: WantedPlace): readonly Choice[] => {
        const sure = indexOf.get(only ?? also ?? '');
        const certain = sure === undefined ? [] : [{ helper: sure, cost: 0 }];
        if (only !== undefined) return certain;
        return [...certain, ...choices.filter(({ helper }) => helper !== sure)];
      };
      return {
        id,
        site: helpers.length + index,
        opensAt: startsAt ?? Math.max(0, asked - earlier),
        dueBy: startsAt ?? asked,
        latestStart: startsAt ?? asked + later,
        places: places.map((place) => ({
          service: need.service.code,
          minutes,
          choices: choicesOf(place),
        })),
        gap: places.length === 2 ? { least: 0, most: 0 } : undefined,
        unmetCost: UNMET,
      };
    }),
    travel: kinds.map((kind) =>
      Float64Array.from(positions.flatMap((from) => positions.map((to) => travelTime(from, to, kind)))),
    ),
    sites: positions.length,
    weights: WEIGHTS,
  };
}

/** What has been agreed counts as working hours, whatever the week says: a promise stands. */
function agreedHours(visits: readonly Wanted[]): ReadonlyMap<string, readonly Span[]> {
  const spans = new Map<string, Span[]>();
  for (const { need, places, startsAt } of visits) {
    const from = startsAt ?? beijing(need.startsAt).minuteOfDay;
    const to = from + minutesBetween(need.startsAt, need.endsAt);
    for (const { only, also } of places) {
      const helper = only ?? also;
      if (helper !== undefined) spans.set(helper, [...(spans.get(helper) ?? []), { from, to }]);
    }
  }
  return spans;
}

/** Spans in order, those that touch as one. */
function merged(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else joined.push(span);
  }
  return joined;
}

/** The hours of a helper on a day of the calendar, in order; none on a day off. */
function hoursOn(helper: Helper, on: CalendarDay): readonly Span[] {
  const { weekday } = beijing(beijingInstant(on, 0));
  if (helper.daysOff.includes(on)) return [];
  return helper.weeklyHours
    .filter((span) => span.weekday === weekday)
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => ({ from, to }));
}

/** What choosing a helper costs in minutes; undefined where a hard rule forbids it. */
function costOf(need: Need, { helper, visitsBefore }: Available, weights: Weights): number | undefined {
  const exclusion = exclusionOf(need, helper, []);
  // The hours are kept by the plan, which may move the start; every other rule holds whenever they come.
  if (exclusion !== undefined && exclusion !== 'hours') return undefined;
  const candidate: Candidate = { helper, bookings: [], visitsBefore: visitsBefore(need.elder.elderId) };
  const { score } = scoreCandidate(need, candidate, { ...weights, travel: 0 });
  return (Math.max(0, 100 - score) / 100) * SCORE_MINUTES;
}

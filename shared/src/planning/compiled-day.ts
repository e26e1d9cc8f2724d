import type { Day, Span } from './day';

/**
 * A day as flat arrays, for the search. A place is a number from 0 to `places`; the number `places + h` stands for the
 * home of helper `h`, at both ends of their route.
 */
export interface CompiledDay {
  readonly day: Day;
  readonly places: number;
  readonly helpers: number;
  readonly sites: number;
  /** By place: the visit, and the other place of the same visit or -1. */
  readonly visitOf: Int32Array;
  readonly partner: Int32Array;
  /** By place: minutes from its own start to its partner's, at least and at most. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly minutes: Float64Array;
  readonly opens: Float64Array;
  readonly due: Float64Array;
  readonly latest: Float64Array;
  readonly unmet: Float64Array;
  /** By place: those that must have ended before it starts, and those that wait for its end. */
  readonly guards: readonly Int32Array[];
  readonly followers: readonly Int32Array[];
  /** By place or home: the site where one arrives, and from which one leaves. */
  readonly arrives: Int32Array;
  readonly leaves: Int32Array;
  /** By place and helper: 1 where they may take it, and the cost of choosing them. */
  readonly may: Uint8Array;
  readonly choice: Float64Array;
  /** By helper: where their travel matrix begins in `travel`. */
  readonly matrix: Int32Array;
  readonly travel: Float64Array;
  readonly mostVisits: Float64Array;
  readonly setsOutAt: Float64Array;
  readonly hours: readonly (readonly Span[])[];
  /** All helpers travel alike, come back to one site, work at all hours and cost nothing to choose. */
  readonly alike: boolean;
  /** Whether anyone has hours at all, and whether any visit waits for another. */
  readonly timed: boolean;
  readonly ordered: boolean;
}

/** Later than any minute of any day; an endless start is later still. */
const NEVER = 1e12;

export function compileDay(day: Day): CompiledDay {
  const { helpers, visits, sites } = day;
  const rows = visits.flatMap((visit, index) =>
    visit.places.map((place, part) => ({ visit, index, place, part })),
  );
  const places = rows.length;
  const count = helpers.length;
  const numbers = (of: (row: (typeof rows)[number]) => number): Float64Array => Float64Array.from(rows, of);
  const sitesOf = (of: (helper: (typeof helpers)[number]) => number): Int32Array =>
    Int32Array.from([...rows.map(({ visit }) => visit.site), ...helpers.map(of)]);
  const may = new Uint8Array(places * count);
  const choice = new Float64Array(places * count);
  rows.forEach(({ place }, row) => {
    for (const { helper, cost } of place.choices) {
      may[row * count + helper] = 1;
      choice[row * count + helper] = cost;
    }
  });
  const travel = new Float64Array(day.travel.length * sites * sites);
  day.travel.forEach((matrix, index) => {
    travel.set(matrix, index * sites * sites);
  });
  const timed = helpers.some(
    ({ hours }) => !hours.some(({ from, to }) => from <= 0 && to === Number.POSITIVE_INFINITY),
  );
  const [first] = helpers;
  const placesOf = (index: number): number[] =>
    rows.flatMap((row, place) => (row.index === index ? [place] : []));
  const guards = rows.map(({ visit }) => Int32Array.from((visit.after ?? []).flatMap(placesOf)));
  return {
    day,
    places,
    helpers: count,
    sites,
    visitOf: Int32Array.from(rows, ({ index }) => index),
    partner: Int32Array.from(rows, ({ visit, part }, row) =>
      visit.places.length === 1 ? -1 : part === 0 ? row + 1 : row - 1,
    ),
    least: numbers(({ visit, part }) =>
      part === 0
        ? (visit.gap?.least ?? Number.NEGATIVE_INFINITY)
        : -(visit.gap?.most ?? Number.POSITIVE_INFINITY),
    ),
    most: numbers(({ visit, part }) =>
      part === 0
        ? (visit.gap?.most ?? Number.POSITIVE_INFINITY)
        : -(visit.gap?.least ?? Number.NEGATIVE_INFINITY),
    ),
    minutes: numbers(({ place }) => place.minutes),
    opens: numbers(({ visit }) => visit.opensAt),
    due: numbers(({ visit }) => visit.dueBy),
    latest: numbers(({ visit }) => Math.min(visit.latestStart, NEVER)),
    unmet: numbers(({ visit }) => visit.unmetCost / visit.places.length),
    arrives: sitesOf(({ comesBackTo }) => comesBackTo),
    leaves: sitesOf(({ setsOutFrom }) => setsOutFrom),
    may,
    choice,
    matrix: Int32Array.from(helpers, (helper) => helper.travel * sites * sites),
    travel,
    guards,
    followers: rows.map((_, place) =>
      Int32Array.from(rows.flatMap((_row, other) => (guards[other]?.includes(place) ? [other] : []))),
    ),
    setsOutAt: Float64Array.from(helpers, ({ leavesAt }) => leavesAt),
    hours: helpers.map(({ hours }) => hours),
    mostVisits: Float64Array.from(helpers, ({ mostVisits }) => mostVisits),
    alike:
      !timed &&
      choice.every((cost) => cost === 0) &&
      helpers.every((each) => each.travel === first?.travel && each.comesBackTo === first.comesBackTo),
    timed,
    ordered: guards.some(({ length }) => length > 0),
  };
}

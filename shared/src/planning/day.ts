/** A span of the day in minutes since midnight. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** 帮手 of one day: where they set out from, when they work, and how much they take on. */
export interface PlannedHelper {
  readonly id: string;
  /** Where they set out and come back to: indices into the travel matrix. */
  readonly setsOutFrom: number;
  readonly comesBackTo: number;
  /** The earliest minute at which they leave. */
  readonly leavesAt: number;
  /** When they work; a visit lies wholly within one span, so that a break is the gap between two. */
  readonly hours: readonly Span[];
  /** The most visits they take. */
  readonly mostVisits: number;
  /** Which travel matrix holds for them: walkers, cyclists and drivers have their own. */
  readonly travel: number;
}

/** A helper who may take a place, and what choosing them costs beside travel: strangers cost more than friends. */
export interface Choice {
  readonly helper: number;
  readonly cost: number;
}

/** 名额: one helper's part of a visit. */
export interface PlannedPlace {
  readonly service: string;
  readonly minutes: number;
  readonly choices: readonly Choice[];
}

/** 到访 to be planned, with one place or two. */
export interface PlannedVisit {
  readonly id: string;
  readonly site: number;
  /** No service starts before this minute. */
  readonly opensAt: number;
  /** A start after this minute is tardy, by minutes. */
  readonly dueBy: number;
  /** No service starts after this minute; `Infinity` where being late is only a cost. */
  readonly latestStart: number;
  /** One place, or two for two helpers. */
  readonly places: readonly PlannedPlace[];
  /** Minutes from the start of the first place to that of the second; both 0 when they come together. */
  readonly gap?: { readonly least: number; readonly most: number } | undefined;
  /** Visits, by index, that must have ended before this one starts. */
  readonly after?: readonly number[];
  /** What it costs to leave the visit to nobody. */
  readonly unmetCost: number;
}

/** What a minute of each kind costs. */
export interface PlanWeights {
  readonly travel: number;
  readonly tardiness: number;
  readonly worstTardiness: number;
}

/** One day of one area, with everything that a plan must respect. Times are minutes since midnight. */
export interface Day {
  readonly helpers: readonly PlannedHelper[];
  readonly visits: readonly PlannedVisit[];
  /** By kind of travel: row-major minutes from site to site. */
  readonly travel: readonly Float64Array[];
  readonly sites: number;
  readonly weights: PlanWeights;
}

/** One stop of a route: which place of which visit (both by index), and when. */
export interface Stop {
  readonly visit: number;
  readonly place: number;
  readonly startsAt: number;
  readonly endsAt: number;
}

/** What a plan costs: minutes by kind, and all of it weighed. */
export interface PlanCost {
  readonly travel: number;
  readonly tardiness: number;
  readonly worstTardiness: number;
  readonly choices: number;
  readonly unmet: number;
  readonly total: number;
}

/** 路线: who goes where, in which order; one route per helper, in the order of the day's helpers. */
export interface Plan {
  readonly routes: readonly (readonly Stop[])[];
  /** Visits, by index, that nobody comes to. */
  readonly unmet: readonly number[];
  readonly cost: PlanCost;
}

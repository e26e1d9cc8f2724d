import type { CompiledDay } from '../compiled-day';
import { NOBODY, Rings } from './rings';
import { Timetable } from './timetable';

/** A copy of routes: who follows whom, and what they cost. */
export interface KeptRoutes {
  readonly next: Int32Array;
  cost: number;
}

const SMALLEST = 1e-9;

interface Judged {
  readonly tardiness: number;
  readonly worst: number;
  readonly rise: number;
}

/** The routes under search and what they cost. A change links and assigns; `decide` keeps it or takes it back. */
export class Routes {
  readonly rings: Rings;
  readonly times: Timetable;
  cost = 0;
  tardiness = 0;
  worst = 0;
  /** By helper: the tardiness on their route; negative where it must be counted anew. */
  readonly #lateness: Float64Array;

  constructor(readonly day: CompiledDay) {
    this.rings = new Rings(day);
    this.times = new Timetable(day, this.rings);
    this.#lateness = new Float64Array(day.helpers);
    this.recount();
  }

  /** Minutes of travel by a helper between places or homes. */
  way(from: number, to: number, helper: number): number {
    const { day } = this;
    return day.travel[day.matrix[helper]! + day.leaves[from]! * day.sites + day.arrives[to]!]!;
  }

  link(from: number, to: number): void {
    this.rings.link(from, to);
    this.times.touch(to);
  }

  assign(place: number, helper: number): void {
    this.rings.assign(place, helper);
    if (!this.day.alike) this.times.touch(place);
  }

  /** Takes a place out of its route, and says what that adds to the cost, tardiness aside. */
  takeOut(place: number): number {
    const { day } = this;
    const before = this.rings.prev[place]!;
    const after = this.rings.next[place]!;
    const helper = this.rings.route[place]!;
    const saved =
      this.way(before, place, helper) + this.way(place, after, helper) - this.way(before, after, helper);
    this.link(before, after);
    this.assign(place, NOBODY);
    this.times.touch(place);
    return day.unmet[place]! - day.day.weights.travel * saved - day.choice[place * day.helpers + helper]!;
  }

  /** Puts a place that nobody has behind another place or a home, and says what that adds. */
  putAfter(place: number, before: number): number {
    const { day } = this;
    const after = this.rings.next[before]!;
    const helper = this.rings.route[before]!;
    const added =
      this.way(before, place, helper) + this.way(place, after, helper) - this.way(before, after, helper);
    this.assign(place, helper);
    this.link(before, place);
    this.link(place, after);
    return day.day.weights.travel * added + day.choice[place * day.helpers + helper]! - day.unmet[place]!;
  }

  /** The most that any change can save by being less tardy. */
  mostRelief(): number {
    const { weights } = this.day.day;
    return weights.tardiness * this.tardiness + weights.worstTardiness * this.worst;
  }

  /** The most that a change to two routes can save, if no other route were tied to them. */
  likelyRelief(one: number, other: number): number {
    const { weights } = this.day.day;
    const late = one === other ? this.#lateness[one]! : this.#lateness[one]! + this.#lateness[other]!;
    return late === 0 ? 0 : weights.tardiness * late + weights.worstTardiness * this.worst;
  }

  /**
   * Keeps the change when its cost rises by at most `limit`, and takes it back otherwise. `known` is what it adds
   * beside tardiness, `relief` the most that it may be expected to save of that.
   */
  decide(known: number, limit: number, relief = this.mostRelief()): boolean {
    const after = this.#judge(known, limit, relief);
    if (after === undefined) return this.takeBack();
    this.cost += after.rise;
    this.tardiness = after.tardiness < SMALLEST ? 0 : after.tardiness;
    this.worst = after.worst;
    this.#countLateness();
    this.rings.keepChange();
    this.times.keepChange();
    return true;
  }

  /** How much the change raises the cost, without keeping it; endless above `limit` and where it is not allowed. */
  price(known: number, limit: number): number {
    const after = this.#judge(known, limit, this.mostRelief());
    this.takeBack();
    return after?.rise ?? Number.POSITIVE_INFINITY;
  }

  #judge(known: number, limit: number, relief: number): Judged | undefined {
    const { weights } = this.day.day;
    const patience =
      weights.tardiness > 0
        ? (limit - known + relief) / weights.tardiness + SMALLEST
        : Number.POSITIVE_INFINITY;
    if (!this.rings.isAllowed() || !this.times.settle(patience)) return undefined;
    const after = this.#tardinessNow();
    if (after === undefined) return undefined;
    const rise =
      known +
      weights.tardiness * (after.tardiness - this.tardiness) +
      weights.worstTardiness * (after.worst - this.worst);
    return rise <= limit ? { ...after, rise } : undefined;
  }

  takeBack(): false {
    this.rings.takeBack();
    this.times.takeBack();
    return false;
  }

  /** Tardiness after the change; undefined when a place would start too late for anyone. */
  #tardinessNow(): { readonly tardiness: number; readonly worst: number } | undefined {
    const { due, latest } = this.day;
    const { moved, movedFrom, moves, start } = this.times;
    let tardiness = this.tardiness;
    let worst = this.worst;
    let worstLeft = false;
    for (let each = 0; each < moves; each += 1) {
      const place = moved[each]!;
      if (start[place]! > latest[place]!) return undefined;
      const now = start[place]! - due[place]!;
      const before = movedFrom[each]! - due[place]!;
      if (now > 0) {
        tardiness += now;
        if (now > worst) worst = now;
      }
      if (before > 0) {
        tardiness -= before;
        if (before >= this.worst) worstLeft = true;
      }
    }
    if (worstLeft && worst === this.worst) worst = this.#worstOfAll();
    return { tardiness, worst };
  }

  #worstOfAll(): number {
    const { places, due } = this.day;
    const { start } = this.times;
    let worst = 0;
    for (let place = 0; place < places; place += 1) {
      const late = start[place]! - due[place]!;
      if (late > worst) worst = late;
    }
    return worst;
  }

  /** Counts the tardiness of every route that the change has touched. */
  #countLateness(): void {
    const { places, helpers, due } = this.day;
    const { route, next, assigned, assignedFrom, assignments } = this.rings;
    const { moved, moves, start } = this.times;
    const lateness = this.#lateness;
    for (let each = 0; each < moves; each += 1) {
      const helper = route[moved[each]!]!;
      if (helper !== NOBODY) lateness[helper] = -1;
    }
    for (let each = 0; each < assignments; each += 1) {
      const before = assignedFrom[each]!;
      const now = route[assigned[each]!]!;
      if (before !== NOBODY) lateness[before] = -1;
      if (now !== NOBODY) lateness[now] = -1;
    }
    for (let helper = 0; helper < helpers; helper += 1) {
      if (lateness[helper]! >= 0) continue;
      let sum = 0;
      for (let place = next[places + helper]!; place < places; place = next[place]!)
        if (start[place]! > due[place]!) sum += start[place]! - due[place]!;
      lateness[helper] = sum;
    }
  }

  /** Counts the cost anew, so that roundings never add up. */
  recount(): void {
    const { places, helpers, unmet, choice } = this.day;
    const { weights } = this.day.day;
    const { route, prev, next } = this.rings;
    this.#lateness.fill(-1);
    this.#countLateness();
    this.tardiness = this.#lateness.reduce((sum, late) => sum + late, 0);
    this.worst = this.#worstOfAll();
    let cost = weights.tardiness * this.tardiness + weights.worstTardiness * this.worst;
    for (let place = 0; place < places; place += 1) {
      const helper = route[place]!;
      cost +=
        helper === NOBODY
          ? unmet[place]!
          : choice[place * helpers + helper]! + weights.travel * this.way(prev[place]!, place, helper);
    }
    for (let helper = 0; helper < helpers; helper += 1) {
      const home = places + helper;
      if (next[home] !== home) cost += weights.travel * this.way(prev[home]!, home, helper);
    }
    this.cost = cost;
  }

  keep(): KeptRoutes {
    return { next: this.rings.next.slice(), cost: this.cost };
  }
  copyInto(kept: KeptRoutes): void {
    kept.next.set(this.rings.next);
    kept.cost = this.cost;
  }
  /** Takes over a copy, and times and counts it from nothing. */
  restore(kept: Pick<KeptRoutes, 'next'>): void {
    this.rings.load(kept.next);
    this.times.settleAll();
    this.recount();
  }
}

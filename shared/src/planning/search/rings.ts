import type { CompiledDay } from '../compiled-day';

/** The helper of a place that nobody has taken. */
export const NOBODY = -1;

/**
 * Who follows whom: one doubly linked ring per helper, through their home. Every link and assignment is written in a
 * journal until it is kept, so that a change can be taken back.
 */
export class Rings {
  readonly next: Int32Array;
  readonly prev: Int32Array;
  /** By place or home: the helper whose ring it is in. */
  readonly route: Int32Array;
  /** By helper. */
  readonly visits: Int32Array;
  /** The places assigned in this change, with their helpers before it. */
  readonly assigned: Int32Array;
  readonly assignedFrom: Int32Array;
  assignments = 0;
  readonly #links: Int32Array;
  #linked = 0;

  constructor(readonly day: CompiledDay) {
    const nodes = day.places + day.helpers;
    this.next = new Int32Array(nodes);
    this.prev = new Int32Array(nodes);
    this.route = new Int32Array(nodes);
    this.visits = new Int32Array(day.helpers);
    this.assigned = new Int32Array(nodes * 8);
    this.assignedFrom = new Int32Array(nodes * 8);
    this.#links = new Int32Array(nodes * 32);
    this.clear();
  }

  clear(): void {
    const { places, helpers } = this.day;
    this.route.fill(NOBODY);
    this.visits.fill(0);
    for (let helper = 0; helper < helpers; helper += 1) {
      const home = places + helper;
      this.next[home] = home;
      this.prev[home] = home;
      this.route[home] = helper;
    }
    this.keepChange();
  }

  link(from: number, to: number): void {
    const at = this.#linked;
    this.#links[at] = from;
    this.#links[at + 1] = this.next[from]!;
    this.#links[at + 2] = to;
    this.#links[at + 3] = this.prev[to]!;
    this.#linked = at + 4;
    this.next[from] = to;
    this.prev[to] = from;
  }

  assign(place: number, helper: number): void {
    const before = this.route[place]!;
    this.assigned[this.assignments] = place;
    this.assignedFrom[this.assignments] = before;
    this.assignments += 1;
    this.#move(place, before, helper);
  }

  #move(place: number, from: number, to: number): void {
    if (from !== NOBODY) this.visits[from]! -= 1;
    if (to !== NOBODY) this.visits[to]! += 1;
    this.route[place] = to;
  }

  /** Whether everyone assigned in this change may be where they now are. */
  isAllowed(): boolean {
    const { partner, may, helpers, mostVisits } = this.day;
    for (let each = 0; each < this.assignments; each += 1) {
      const place = this.assigned[each]!;
      const helper = this.route[place]!;
      const other = partner[place]!;
      if (other >= 0 && (helper === NOBODY) !== (this.route[other] === NOBODY)) return false;
      if (helper === NOBODY) continue;
      if (may[place * helpers + helper] === 0 || this.visits[helper]! > mostVisits[helper]!) return false;
      if (other >= 0 && this.route[other] === helper) return false;
    }
    return true;
  }

  keepChange(): void {
    this.#linked = 0;
    this.assignments = 0;
  }

  takeBack(): void {
    while (this.#linked > 0) {
      this.#linked -= 4;
      const at = this.#linked;
      this.next[this.#links[at]!] = this.#links[at + 1]!;
      this.prev[this.#links[at + 2]!] = this.#links[at + 3]!;
    }
    while (this.assignments > 0) {
      this.assignments -= 1;
      const place = this.assigned[this.assignments]!;
      this.#move(place, this.route[place]!, this.assignedFrom[this.assignments]!);
    }
  }

  /** Takes over who follows whom from a copy of `next`. */
  load(next: Int32Array): void {
    const { places, helpers } = this.day;
    this.clear();
    for (let helper = 0; helper < helpers; helper += 1) {
      const home = places + helper;
      let at = home;
      for (let place = next[home]!; place !== home; place = next[place]!) {
        this.#move(place, NOBODY, helper);
        this.next[at] = place;
        this.prev[place] = at;
        at = place;
      }
      this.next[at] = home;
      this.prev[home] = at;
    }
  }
}

import type { CompiledDay } from '../compiled-day';
import { NOBODY, type Rings } from './rings';

/** How often one place may be timed anew within a change before it counts as waiting for itself in a circle. */
const MOST_ROUNDS = 12;

/**
 * The earliest start of every place, given the rings. Two helpers who wait for each other tie their routes together,
 * so a change is followed through all places that it moves in time, and no further. The starts before the change are
 * kept until it is.
 */
export class Timetable {
  /** By place; `-Infinity` where nobody comes. */
  readonly start: Float64Array;
  /** By place or home: when whoever is there can leave. */
  readonly ready: Float64Array;
  /** The places that this change has moved in time, and their starts before it. */
  readonly moved: Int32Array;
  readonly movedFrom: Float64Array;
  moves = 0;
  /** Places timed since the beginning: a measure of work. */
  work = 0;
  readonly #rounds: Int32Array;
  readonly #movedIn: Int32Array;
  #change = 1;
  #mostRounds = MOST_ROUNDS;
  /** How much tardiness may still be added before the change is given up. */
  #patience = Number.POSITIVE_INFINITY;
  readonly #queue: Int32Array;
  readonly #queued: Uint8Array;
  #head = 0;
  #waiting = 0;

  constructor(
    readonly day: CompiledDay,
    readonly rings: Rings,
  ) {
    const nodes = day.places + day.helpers;
    this.start = new Float64Array(nodes);
    this.ready = new Float64Array(nodes);
    this.moved = new Int32Array(nodes);
    this.movedFrom = new Float64Array(nodes);
    this.#rounds = new Int32Array(nodes);
    this.#movedIn = new Int32Array(nodes);
    this.#queue = new Int32Array(nodes);
    this.#queued = new Uint8Array(nodes);
    this.clear();
  }

  clear(): void {
    this.start.fill(Number.NEGATIVE_INFINITY);
    this.ready.fill(Number.NEGATIVE_INFINITY, 0, this.day.places);
    this.ready.set(this.day.setsOutAt, this.day.places);
    this.keepChange();
  }

  /** Says that a place must be timed anew. */
  touch(place: number): void {
    if (place >= this.day.places || this.#queued[place] === 1) return;
    this.#queued[place] = 1;
    let at = this.#head + this.#waiting;
    if (at >= this.#queue.length) at -= this.#queue.length;
    this.#queue[at] = place;
    this.#waiting += 1;
  }

  #pull(): number {
    const place = this.#queue[this.#head]!;
    this.#head += 1;
    if (this.#head === this.#queue.length) this.#head = 0;
    this.#waiting -= 1;
    this.#queued[place] = 0;
    return place;
  }

  /** Times all that was touched; false when places wait in a circle or more than `patience` tardiness is added. */
  settle(patience: number): boolean {
    const { partner } = this.day;
    const { route } = this.rings;
    this.#patience = patience;
    while (this.#waiting > 0) {
      const place = this.#pull();
      this.work += 1;
      const other = partner[place]!;
      const fine =
        route[place] === NOBODY
          ? this.#setStart(place, Number.NEGATIVE_INFINITY)
          : other < 0 || route[other] === NOBODY
            ? this.#setStart(place, this.#earliest(place))
            : this.#settlePair(place, other);
      if (!fine) return false;
    }
    return true;
  }

  /** As `settle` for the whole day, from nothing; throws when places wait in a circle. */
  settleAll(): void {
    this.clear();
    for (let place = 0; place < this.day.places; place += 1)
      if (this.rings.route[place] !== NOBODY) this.touch(place);
    this.#mostRounds = 2 * this.day.places + MOST_ROUNDS;
    const settled = this.settle(Number.POSITIVE_INFINITY);
    this.#mostRounds = MOST_ROUNDS;
    if (!settled) throw new Error('these routes wait for one another in a circle');
    this.keepChange();
  }

  #earliest(place: number): number {
    const { day } = this;
    const helper = this.rings.route[place]!;
    const before = this.rings.prev[place]!;
    const way = day.travel[day.matrix[helper]! + day.leaves[before]! * day.sites + day.arrives[place]!]!;
    const arrival = this.ready[before]! + way;
    let time = arrival > day.opens[place]! ? arrival : day.opens[place]!;
    if (day.ordered) for (const guard of day.guards[place]!) time = Math.max(time, this.ready[guard]!);
    return day.timed ? this.#withinHours(place, time) : time;
  }

  /** The first minute from `time` on at which the helper's hours hold the whole of a place. */
  #withinHours(place: number, time: number): number {
    for (const { from, to } of this.day.hours[this.rings.route[place]!]!) {
      const begin = time > from ? time : from;
      if (begin + this.day.minutes[place]! <= to) return begin;
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Starts of two places that are tied: the least that keep the gap between them. */
  #settlePair(one: number, other: number): boolean {
    const { least, most, timed } = this.day;
    let first = this.#earliest(one);
    let second = this.#earliest(other);
    for (;;) {
      const early = first + least[one]!;
      if (early > second) second = timed ? this.#withinHours(other, early) : early;
      const late = second - most[one]!;
      if (!(late > first)) break;
      first = timed ? this.#withinHours(one, late) : late;
      if (!timed) break;
    }
    return this.#setStart(one, first) && this.#setStart(other, second);
  }

  #setStart(place: number, time: number): boolean {
    const before = this.start[place]!;
    if (time === before) return true;
    if (this.#movedIn[place] !== this.#change) {
      this.#movedIn[place] = this.#change;
      this.#rounds[place] = 0;
      this.moved[this.moves] = place;
      this.movedFrom[this.moves] = before;
      this.moves += 1;
    }
    const late = time - this.day.due[place]!;
    if (late > 0) {
      const had = before - this.day.due[place]!;
      this.#patience -= had > 0 ? late - had : late;
    }
    this.start[place] = time;
    this.ready[place] = time + this.day.minutes[place]!;
    this.touch(this.rings.next[place]!);
    if (this.day.ordered) for (const follower of this.day.followers[place]!) this.touch(follower);
    this.#rounds[place]! += 1;
    return this.#rounds[place]! < this.#mostRounds && !(this.#patience < 0);
  }

  keepChange(): void {
    this.moves = 0;
    this.#change += 1;
  }

  takeBack(): void {
    while (this.#waiting > 0) this.#pull();
    while (this.moves > 0) {
      this.moves -= 1;
      const place = this.moved[this.moves]!;
      this.start[place] = this.movedFrom[this.moves]!;
      this.ready[place] = this.start[place]! + this.day.minutes[place]!;
    }
    this.keepChange();
  }
}

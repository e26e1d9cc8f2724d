import type { Units } from './port';

export interface UnitCounter extends Units {
  add(reads: number, writes: number): void;
}

/** Counts capacity units and round trips, so that benchmarks can say what a call costs. */
export function unitCounter(): UnitCounter {
  const sum = { reads: 0, writes: 0, trips: 0 };
  return {
    get reads() {
      return sum.reads;
    },
    get writes() {
      return sum.writes;
    },
    get trips() {
      return sum.trips;
    },
    add(reads, writes) {
      sum.reads += reads;
      sum.writes += writes;
      sum.trips += 1;
    },
    reset() {
      sum.reads = 0;
      sum.writes = 0;
      sum.trips = 0;
    },
  };
}

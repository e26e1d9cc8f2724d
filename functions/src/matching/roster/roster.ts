import type { HelperId } from '@shared/kernel/ids';
import { distanceMetres, EARTH_RADIUS_METRES, type Position } from '@shared/kernel/position';
import KDBush from 'kdbush';
import TinyQueue from 'tinyqueue';
import type { Journal } from './items';
import type { PackedRows } from './pack';
import type { RosterRow } from './row';

/** No helper's radius is larger (`helperChoices.radiusMetres`), so farther out nobody can be eligible. */
const FARTHEST_METRES = 30_000;
const NODE_SIZE = 16;
/** An index that was counted from the same arrays: one beyond them is a bug, and says so. */
function at<T>(from: ArrayLike<T>, index: number): T {
  const value = from[index];
  if (value === undefined) throw new RangeError(`the roster has nothing at ${index} of ${from.length}`);
  return value;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export interface Placed {
  readonly row: RosterRow;
  readonly metres: number;
}

/** What waits to be looked at, nearest first: a part of the tree that holds nobody nearer, or one row. */
interface Part {
  readonly metres: number;
  readonly left: number;
  readonly right: number;
  readonly depth: number;
  readonly box: Box;
}
interface One {
  readonly metres: number;
  readonly row: () => RosterRow;
  /** Packed rows may be out of date: what is in the journal counts. */
  readonly isPacked: boolean;
}
interface Box {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/** Nobody in a box is nearer than this. Its parallels and its meridians are each at least so far; rounding is allowed for. */
function least(from: Position, { south, north, west, east }: Box): number {
  const upright = radians(Math.max(0, south - from.lat, from.lat - north));
  const aside = Math.min(90, Math.max(0, west - from.lng, from.lng - east));
  const sideways = Math.asin(Math.cos(radians(from.lat)) * Math.sin(radians(aside)));
  return EARTH_RADIUS_METRES * Math.max(upright, sideways) - 0.001;
}

/** Parts before rows at the same distance, and rows then by id, so that the order is always the same. */
const nearerFirst = (a: Part | One, b: Part | One): number => {
  if (a.metres !== b.metres) return a.metres - b.metres;
  if (!('row' in a) || !('row' in b)) return ('row' in a ? 1 : 0) - ('row' in b ? 1 : 0);
  return a.row().helper.helperId < b.row().helper.helperId ? -1 : 1;
};

/** Packed rows with a k-d tree over where they live. */
export class Ground {
  readonly tree: KDBush;
  private readonly starts: readonly number[];

  constructor(private readonly packs: readonly PackedRows[]) {
    const starts: number[] = [];
    let count = 0;
    for (const pack of packs) {
      starts.push(count);
      count += pack.count;
    }
    this.starts = starts;
    this.tree = new KDBush(count, NODE_SIZE);
    for (const { lng, lat } of packs)
      for (let index = 0; index < lng.length; index += 1) this.tree.add(at(lng, index), at(lat, index));
    if (count > 0) this.tree.finish();
  }

  row(index: number): RosterRow {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (at(this.starts, middle) <= index) low = middle;
      else high = middle - 1;
    }
    return at(this.packs, low).row(index - at(this.starts, low));
  }
}

/** Everyone who may be looked for from a tile, as of one version of its head. */
export class Roster {
  constructor(
    private readonly ground: Ground,
    private readonly journal: Journal,
  ) {}

  /** How many rows it holds in memory. */
  get size(): number {
    return this.ground.tree.numItems + this.journal.size;
  }

  /**
   * The `wanted` nearest who fit, and everyone who fits within `everyoneWithin` metres: exactly those whom looking at
   * everyone would find. Nearest first, and by id where two live equally far.
   */
  nearest(
    from: Position,
    {
      wanted,
      everyoneWithin = 0,
      fits,
    }: { wanted: number; everyoneWithin?: number; fits: (row: RosterRow) => boolean },
  ): Placed[] {
    const found: Placed[] = [];
    for (const one of this.outwards(from)) {
      const { metres } = one;
      if (metres > FARTHEST_METRES || (found.length >= wanted && metres > everyoneWithin)) break;
      if (fits(one.row)) found.push(one);
    }
    return found;
  }

  /** Everyone who lives within `metres`, whether they could come or not, nearest first. */
  within(from: Position, metres: number): Placed[] {
    const found: Placed[] = [];
    for (const one of this.outwards(from)) {
      if (one.metres > metres) break;
      found.push(one);
    }
    return found;
  }

  private *outwards(from: Position): Generator<Placed> {
    const { tree } = this.ground;
    const queue = new TinyQueue<Part | One>([], nearerFirst);
    for (const row of this.journal.values())
      if (row) queue.push({ metres: distanceMetres(from, row.helper.home), row: () => row, isPacked: false });
    if (tree.numItems > 0) {
      const box = { south: -90, north: 90, west: -180, east: 180 };
      queue.push({ metres: 0, left: 0, right: tree.numItems - 1, depth: 0, box });
    }
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if ('row' in next) {
        const row = next.row();
        if (!next.isPacked || !this.journal.has(row.helper.helperId as HelperId))
          yield { row, metres: next.metres };
      } else this.open(from, next, queue);
    }
  }

  /** Puts what a part holds into the queue: its rows, or its middle and its two halves (the order that KDBush keeps). */
  private open(from: Position, part: Part, queue: TinyQueue<Part | One>): void {
    const { ids, coords } = this.ground.tree;
    const homeAt = (place: number) => ({ lng: at(coords, 2 * place), lat: at(coords, 2 * place + 1) });
    const push = (place: number): void => {
      const index = at(ids, place);
      queue.push({
        metres: distanceMetres(from, homeAt(place)),
        row: () => this.ground.row(index),
        isPacked: true,
      });
    };
    const { left, right, depth, box } = part;
    if (right - left <= NODE_SIZE) {
      for (let place = left; place <= right; place += 1) push(place);
      return;
    }
    const middle = (left + right) >> 1;
    push(middle);
    const { lng, lat } = homeAt(middle);
    const below = depth % 2 === 0 ? { ...box, east: lng } : { ...box, north: lat };
    const above = depth % 2 === 0 ? { ...box, west: lng } : { ...box, south: lat };
    for (const [half, first, last] of [
      [below, left, middle - 1],
      [above, middle + 1, right],
    ] as const)
      queue.push({ metres: least(from, half), left: first, right: last, depth: depth + 1, box: half });
  }
}

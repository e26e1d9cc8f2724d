// biome-ignore-all lint/style/noNonNullAssertion: every index comes from these arrays themselves.
/** One who could take a row, and what that costs. */
export interface Choice {
  readonly column: number;
  readonly cost: number;
}

/**
 * The cheapest way to give each row one of its choices, no column twice; a row may stay without at `unmetCost`.
 * Exact. By shortest augmenting paths over the given choices only (Jonker and Volgenant 1987, with Dijkstra's search
 * on reduced costs): where each row has a few choices, that is what makes it fast. Costs are finite; the answer is the
 * column of each row.
 */
export function assign(
  rows: readonly (readonly Choice[])[],
  columns: number,
  unmetCost: number,
): readonly (number | undefined)[] {
  const owner = new Int32Array(columns).fill(NOBODY);
  const price = new Float64Array(columns);
  const columnOf = new Int32Array(rows.length).fill(NOBODY);
  const costOf = new Float64Array(rows.length);
  const reach = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const reachedFrom = new Int32Array(columns);
  const reachedAt = new Float64Array(columns);

  rows.forEach((_, start) => {
    const heap = new Heap();
    const touched: number[] = [];
    const settled: number[] = [];
    let unmetAt = Number.POSITIVE_INFINITY;
    let unmetRow = start;
    let end = NOBODY;
    let length = 0;
    for (let row = start, base = 0; ; ) {
      if (base + unmetCost < unmetAt) {
        unmetAt = base + unmetCost;
        unmetRow = row;
      }
      for (const { column, cost } of rows[row]!) {
        const way = base + cost - price[column]!;
        if (way >= reach[column]! || way >= unmetAt) continue;
        if (reach[column] === Number.POSITIVE_INFINITY) touched.push(column);
        reach[column] = way;
        reachedFrom[column] = row;
        reachedAt[column] = cost;
        heap.push(way, column);
      }
      let column = heap.pop();
      // What was reached on a shorter way since is in the heap twice.
      while (column !== NOBODY && heap.popped > reach[column]!) column = heap.pop();
      if (column === NOBODY || reach[column]! >= unmetAt) {
        length = unmetAt;
        break;
      }
      if (owner[column] === NOBODY) {
        end = column;
        length = reach[column]!;
        break;
      }
      settled.push(column);
      row = owner[column]!;
      base = reach[column]! - (costOf[row]! - price[column]!);
    }
    for (const column of settled) price[column]! += reach[column]! - length;
    let column = end;
    if (end === NOBODY) {
      column = columnOf[unmetRow]!;
      columnOf[unmetRow] = NOBODY;
    }
    // Back along the way, each row takes the column from which it was driven on.
    for (let row = end === NOBODY ? unmetRow : NOBODY; row !== start; ) {
      row = reachedFrom[column]!;
      const left = columnOf[row]!;
      columnOf[row] = column;
      costOf[row] = reachedAt[column]!;
      owner[column] = row;
      column = left;
    }
    for (const each of touched) reach[each] = Number.POSITIVE_INFINITY;
  });
  return Array.from(columnOf, (column) => (column === NOBODY ? undefined : column));
}

const NOBODY = -1;

/** Columns by distance, nearest first. */
class Heap {
  private readonly keys: number[] = [];
  private readonly columns: number[] = [];
  /** The key of what was popped last. */
  popped = 0;

  push(key: number, column: number): void {
    let at = this.keys.length;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (this.keys[up]! <= key) break;
      this.keys[at] = this.keys[up]!;
      this.columns[at] = this.columns[up]!;
      at = up;
    }
    this.keys[at] = key;
    this.columns[at] = column;
  }

  /** The nearest column, or -1 when there is none. */
  pop(): number {
    const [top] = this.columns;
    if (top === undefined) return NOBODY;
    this.popped = this.keys[0]!;
    const key = this.keys.pop()!;
    const column = this.columns.pop()!;
    const size = this.keys.length;
    if (size === 0) return top;
    let at = 0;
    for (let down = 1; down < size; down = 2 * at + 1) {
      if (down + 1 < size && this.keys[down + 1]! < this.keys[down]!) down += 1;
      if (this.keys[down]! >= key) break;
      this.keys[at] = this.keys[down]!;
      this.columns[at] = this.columns[down]!;
      at = down;
    }
    this.keys[at] = key;
    this.columns[at] = column;
    return top;
  }
}

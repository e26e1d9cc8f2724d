import { lotOf } from './bytes';
import type { Leaf } from './items';
import type { RosterRow } from './row';

/** A chunk that grows beyond this is two; half of it is written anew for a handful of changes. */
const MOST_ROWS = 1_500;
/** From so many chunks on, the names of more would not fit into the head, and chunks grow instead. */
const MANY_LEAVES = 200;
const MOST_ROWS_OF_MANY = 3_000;
const MOST_BITS = 16;

/** The bits by which a helper is put into a chunk: sixteen of chance from the id. */
const bitsOf = (helperId: string): string =>
  [...lotOf(helperId).toString(2).padStart(MOST_BITS, '0')].reverse().join('');

export function leafOf<L extends Pick<Leaf, 'bits'>>(leaves: readonly L[], helperId: string): L | undefined {
  const bits = bitsOf(helperId);
  return leaves.find((leaf) => bits.startsWith(leaf.bits));
}

/** The rows of one chunk as one, or as several where they have become too many. */
export function parted(
  bits: string,
  rows: readonly RosterRow[],
  leaves: number,
): readonly { readonly bits: string; readonly rows: readonly RosterRow[] }[] {
  const most = leaves < MANY_LEAVES ? MOST_ROWS : MOST_ROWS_OF_MANY;
  if (rows.length <= most || bits.length >= MOST_BITS) return [{ bits, rows }];
  return ['0', '1'].flatMap((bit) => {
    const next = bits + bit;
    return parted(
      next,
      rows.filter(({ helper }) => bitsOf(helper.helperId).startsWith(next)),
      leaves + 1,
    );
  });
}

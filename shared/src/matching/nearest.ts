import { distanceMetres, type Position } from '../kernel/position';
import { cellRing, coveredMetres } from './cell';

interface Placed {
  readonly home: Position;
}

/** No helper's radius is larger (`helperChoices.radiusMetres`), so farther out nobody can be eligible. */
export const FARTHEST_METRES = 30_000;

interface Search<T> {
  readonly centre: Position;
  /** How many are enough. */
  readonly wanted: number;
  /** All that lie in these cells. */
  readonly read: (cells: readonly string[]) => Promise<readonly T[]>;
  /** Which of them may come. */
  readonly eligible: (found: readonly T[]) => Promise<readonly T[]>;
}

/**
 * The `wanted` nearest that are eligible, exactly: rings of cells are read outwards until the wanted-th found lies
 * within what the rings cover for certain, or nobody farther out could be eligible. Nearest first.
 */
export async function nearestEligible<T extends Placed>({
  centre,
  wanted,
  read,
  eligible,
}: Search<T>): Promise<readonly T[]> {
  const found: { readonly one: T; readonly metres: number }[] = [];
  for (let ring = 0; ; ring += 1) {
    for (const one of await eligible(await read(cellRing(centre, ring)))) {
      found.push({ one, metres: distanceMetres(centre, one.home) });
    }
    found.sort((a, b) => a.metres - b.metres);
    const covered = coveredMetres(centre, ring);
    const last = found[wanted - 1];
    if ((last && last.metres <= covered) || covered >= FARTHEST_METRES)
      return found.slice(0, wanted).map(({ one }) => one);
  }
}

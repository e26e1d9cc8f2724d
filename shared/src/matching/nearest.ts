import { distanceMetres, type Position } from '../kernel/position';

interface Placed {
  readonly home: Position;
}

/** No helper's radius is larger (`helperChoices.radiusMetres`), so farther out nobody can be eligible. */
export const FARTHEST_METRES = 30_000;
/** How far each look goes: the next village, the township, and as far as anyone comes. */
const LOOKS_METRES = [4_000, 12_000, FARTHEST_METRES] as const;

/** A look: whoever lives farther than `beyond` and at most `within` metres away. The first has no `beyond`. */
export interface Look {
  readonly beyond: number | undefined;
  readonly within: number;
}

interface Search<T> {
  readonly centre: Position;
  /** How many are enough. */
  readonly wanted: number;
  /** Within so many metres everyone is wanted, however many. */
  readonly everyoneWithin?: number;
  /** At least all whom the look asks for; more do no harm, but nobody twice in one search. */
  readonly read: (look: Look) => Promise<readonly T[]>;
  /** Which of them may come. */
  readonly eligible: (found: readonly T[]) => Promise<readonly T[]>;
}

/**
 * The `wanted` nearest that are eligible, and everyone within a given distance, exactly: one looks farther until the wanted-th found is nearer than anyone
 * not yet looked at, or nobody farther out could be eligible. Nearest first.
 */
export async function nearestEligible<T extends Placed>({
  centre,
  wanted,
  everyoneWithin = 0,
  read,
  eligible,
}: Search<T>): Promise<readonly T[]> {
  const found: { readonly one: T; readonly metres: number }[] = [];
  let beyond: number | undefined;
  for (const within of LOOKS_METRES) {
    for (const one of await eligible(await read({ beyond, within }))) {
      found.push({ one, metres: distanceMetres(centre, one.home) });
    }
    found.sort((a, b) => a.metres - b.metres);
    const last = found[wanted - 1];
    if (last && last.metres <= within && everyoneWithin <= within) break;
    beyond = within;
  }
  return found
    .filter(({ metres }, index) => index < wanted || metres <= everyoneWithin)
    .map(({ one }) => one);
}

import { beijing } from '@shared/kernel/instant';
import { countyOf } from '@shared/regions/region';
import { type Corridor, type Crossing, crossingOf } from '@shared/time-bank/give';
import type { Deps } from '../platform/deps';
import { create, replace, type Stored, type Write } from '../table/port';
import { corridorItem, corridorKey } from './items';
import { readAll } from './ledger';

interface Ways {
  readonly crossing: Crossing;
  writes(after: Crossing): Write[];
}

/** How much has come in this year along the way of a gift or an estate, and what counts it on. */
export async function waysInto(deps: Deps, from: string, to: string): Promise<Ways> {
  const crossed = crossingOf(from, to);
  if (crossed === undefined) return { crossing: { county: undefined, village: undefined }, writes: () => [] };
  const { year } = beijing(deps.clock());
  const empty = (source: string, target: string): Corridor => ({
    from: source,
    to: target,
    year,
    minutes: 0,
  });
  const [county, village] = [empty(crossed.county, countyOf(to)), empty('*', crossed.village)];
  const stored = await readAll(
    deps,
    corridorItem,
    [county, village].map((each) => corridorKey(each.to, year, each.from)),
  );
  const write = (old: Stored<Corridor> | undefined, next: Corridor | undefined): Write[] =>
    next === undefined ? [] : [old ? replace(old, next) : create(corridorItem, next)];
  return {
    crossing: { county: stored[0]?.value ?? county, village: stored[1]?.value ?? village },
    writes: (after) => [...write(stored[0], after.county), ...write(stored[1], after.village)],
  };
}

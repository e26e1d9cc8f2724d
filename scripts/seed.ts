import { idSource } from '../functions/src/platform/ids';
import type { Table } from '../functions/src/table/port';
import { instantOf } from '../shared/src/kernel/instant';
import { chance } from './seed/chance';
import { makeCounty } from './seed/county';
import { minutesOf } from './seed/minutes';
import { rosterWrites } from './seed/roster';
import { visitDuties } from './seed/visit-duty';
import { writeAll } from './seed/write-all';

interface Options {
  readonly table: Table;
  /** The whole county, or one township for tests and the demo. */
  readonly size: 'full' | 'small';
  readonly seed?: number;
  readonly now?: number;
}

/** Fills an empty table with the demonstration county: real villages, invented people, some weeks behind them. */
export async function seed(
  { table, size, seed: number = 20261124, now = Date.now() }: Options,
  report: (line: string) => void,
): Promise<void> {
  const by = chance(number);
  const at = instantOf(now);
  const newId = idSource(() => at, by.random);
  const groups = makeCounty({ by, newId, now: at, size });
  const duties = visitDuties(groups, { by, newId, now: at });
  const roster = rosterWrites(groups, at);
  await writeAll(table, [...groups, ...minutesOf(groups, at), ...duties, ...roster], report);
}

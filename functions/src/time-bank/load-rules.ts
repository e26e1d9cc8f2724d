import type { Day } from '@shared/kernel/instant';
import { countyOf } from '@shared/regions/region';
import { countyRules, firstVersion } from '@shared/time-bank/city-rules';
import { rulesName, rulesOn, type TimeRules } from '@shared/time-bank/rules';
import type { Deps } from '../platform/deps';
import { rulesItem, rulesOf } from './items';

/** What every county begins with. */
const beginning = firstVersion(countyRules, '2020-01-01');

/** All versions that a county has had, oldest first; version 1 is the beginning unless it was replaced. */
export async function rulesVersions(deps: Pick<Deps, 'table'>, regionCode: string): Promise<TimeRules[]> {
  const page = await deps.table.list(rulesItem, rulesOf(countyOf(regionCode)));
  const kept = page.items.map(({ value }) => value.rules);
  return kept.some((each) => each.version === beginning.version) ? kept : [beginning, ...kept];
}

/** The rules that held in a region on a day. */
export async function rulesAt(deps: Pick<Deps, 'table'>, regionCode: string, on: Day): Promise<TimeRules> {
  return rulesOn(await rulesVersions(deps, regionCode), on) ?? beginning;
}

/** The version under which something was set aside, by the name that it remembers. */
export async function rulesNamed(
  deps: Pick<Deps, 'table'>,
  regionCode: string,
  name: string,
): Promise<TimeRules | undefined> {
  return (await rulesVersions(deps, regionCode)).find((each) => rulesName(each) === name);
}

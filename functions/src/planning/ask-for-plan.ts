import type { Day } from '@shared/kernel/instant';
import type { Result } from '@shared/kernel/result';
import { draw } from '@shared/planning/change-plan';
import type { PlanIn, RoutePlan } from '@shared/planning/route-plan';
import { countyOf } from '@shared/regions/region';
import type { ActedBy } from '@shared/visits/visit';
import type { Deps } from '../platform/deps';
import { create, replace, type Stored, type Write } from '../table/port';
import { planItem, planKey } from './items';
import { requestsOn } from './load-area';

/** A county with more visits a day is planned township by township, each by a function of its own. */
const LARGE_VISITS = 300;

const townshipOf = (regionCode: string): string => regionCode.slice(0, 9);

/** The areas that plans of a county are drawn for on a day: the county, or its townships where it is large. */
export async function areasOf(deps: Deps, countyCode: string, on: Day): Promise<readonly string[]> {
  const requests = await requestsOn(deps, countyCode, on);
  if (requests.length === 0) return [];
  if (requests.length <= LARGE_VISITS) return [countyCode];
  return [...new Set(requests.map(({ villageCode }) => townshipOf(villageCode)))].sort();
}

/** The plan that a region lies in: its township's where there is one, else its county's. */
export async function planOf(
  deps: Deps,
  regionCode: string,
  on: Day,
): Promise<Stored<RoutePlan> | undefined> {
  const township =
    regionCode.length >= 9 ? await deps.table.get(planItem, planKey(townshipOf(regionCode), on)) : undefined;
  return township ?? (await deps.table.get(planItem, planKey(countyOf(regionCode), on)));
}

/** What asks for a plan of an area. The stream sees it and solves. */
export async function asking(
  deps: Deps,
  areaCode: string,
  on: Day,
  by: ActedBy | 'system',
): Promise<Result<{ plan: PlanIn<'solving'>; writes: Write[] }>> {
  const stored = await deps.table.get(planItem, planKey(areaCode, on));
  const plan = draw(stored?.value, { areaCode, on, by, now: deps.clock() });
  if (!plan.ok) return plan;
  const write = stored ? replace<RoutePlan>(stored, plan.value) : create<RoutePlan>(planItem, plan.value);
  return { ok: true, value: { plan: plan.value, writes: [write] } };
}

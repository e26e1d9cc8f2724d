import type { Service } from '@shared/catalogue/service';
import type { Helper } from '@shared/helpers/helper';
import type { Day } from '@shared/kernel/instant';
import type { Elder } from '@shared/people/elder';
import type { AreaDay, Asked } from '@shared/planning/area-day';
import { type RoutePlan, stopsOf } from '@shared/planning/route-plan';
import { countyOf } from '@shared/regions/region';
import { heldPlaces, type ServiceRequest } from '@shared/service-requests/request';
import { serviceItem, serviceKey } from '../catalogue/items';
import { helperItem, helperKey } from '../helpers/items';
import { visitsBefore } from '../matching/find-candidates';
import { elderItem, elderKey } from '../people/items';
import type { Deps } from '../platform/deps';
import { requestItem, requestsOfDay } from '../service-requests/items';
import type { ItemKind, Key, ListQuery, Stored } from '../table/port';

/** Every page of a list. What cannot be read is named in the log by the table and left out. */
async function all<T>(deps: Deps, kind: ItemKind<T>, query: ListQuery): Promise<readonly Stored<T>[]> {
  const items: Stored<T>[] = [];
  let after: string | undefined;
  do {
    const page = await deps.table.list(kind, { ...query, ...(after === undefined ? {} : { after }) });
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
}

/** What a day of an area wants, over or not excepted: the index forgets what is over. */
export async function requestsOn(deps: Deps, areaCode: string, on: Day): Promise<readonly ServiceRequest[]> {
  const found = await all(deps, requestItem, { ...requestsOfDay(areaCode, on), prefix: areaCode });
  return found.map(({ value }) => value);
}

/** By key, each once; what is not there or broken is left out. */
export async function byKeys<T>(
  deps: Deps,
  kind: ItemKind<T>,
  ids: readonly string[],
  keyOf: (id: string) => Key,
): Promise<ReadonlyMap<string, T>> {
  const once = [...new Set(ids)];
  if (once.length === 0) return new Map();
  const { items } = await deps.table.getMany(kind, once.map(keyOf));
  return new Map(once.flatMap((id, index) => (items[index] ? [[id, items[index].value] as const] : [])));
}

interface People {
  readonly elders: ReadonlyMap<string, Elder>;
  readonly services: ReadonlyMap<string, Service>;
}

export async function peopleOf(
  deps: Deps,
  things: readonly { elderId: string; serviceCode: string }[],
): Promise<People> {
  const [elders, services] = await Promise.all([
    byKeys(
      deps,
      elderItem,
      things.map(({ elderId }) => elderId),
      elderKey,
    ),
    byKeys(
      deps,
      serviceItem,
      things.map(({ serviceCode }) => serviceCode),
      serviceKey,
    ),
  ]);
  return { elders, services };
}

export const askedBy = (requests: readonly ServiceRequest[], { elders, services }: People): Asked[] =>
  requests.flatMap((request): Asked[] => {
    const elder = elders.get(request.elderId);
    const service = services.get(request.serviceCode);
    if (elder === undefined || service === undefined) return [];
    const { startsAt, endsAt, wishes, payBy } = request;
    const heldBy = heldPlaces(request).map(({ helperId }) => helperId);
    return [{ request, need: { elder, service, startsAt, endsAt, wishes, payBy, heldBy } }];
  });

/** Helpers of the county, and whoever from elsewhere has agreed to come. */
export async function helpersFor(
  deps: Deps,
  areaCode: string,
  requests: readonly ServiceRequest[],
): Promise<readonly Helper[]> {
  const own = await all(deps, helperItem, {
    index: 'byRegion',
    pk: `HELPERS#${countyOf(areaCode)}`,
  });
  const known = own.map(({ value }) => value);
  const ids = new Set<string>(known.map(({ helperId }) => helperId));
  const others = requests
    .flatMap(heldPlaces)
    .flatMap(({ helperId }) => (ids.has(helperId) ? [] : [helperId]));
  return [...known, ...(await byKeys(deps, helperItem, others, helperKey)).values()];
}

const AT_ONCE = 20;

/** How often each helper has been with each elder. */
export async function familiarity(deps: Deps, elderIds: readonly string[]) {
  const once = [...new Set(elderIds)];
  const counts = new Map<string, ReadonlyMap<string, number>>();
  for (let from = 0; from < once.length; from += AT_ONCE)
    await Promise.all(
      once.slice(from, from + AT_ONCE).map(async (id) => void counts.set(id, await visitsBefore(deps, id))),
    );
  return (elderId: string, helperId: string): number => counts.get(elderId)?.get(helperId) ?? 0;
}

/** Everything that the plan of an area and day is drawn from, as it is now. */
export async function loadArea(deps: Deps, plan: RoutePlan): Promise<AreaDay> {
  const requests = await requestsOn(deps, plan.areaCode, plan.on);
  const [people, helpers, visits] = await Promise.all([
    peopleOf(deps, requests),
    helpersFor(deps, plan.areaCode, requests),
    familiarity(
      deps,
      requests.map(({ elderId }) => elderId),
    ),
  ]);
  const locked = plan.routes.flatMap(({ helperId, stops }) =>
    stops.filter((stop) => stop.locked && stop.standing === 'planned').map((stop) => ({ helperId, stop })),
  );
  const sorted = [...helpers].sort((a, b) => (a.helperId < b.helperId ? -1 : 1));
  return { on: plan.on, asked: askedBy(requests, people), helpers: sorted, visitsBefore: visits, locked };
}

/** Elders and services of whatever a plan names. */
export const peopleOfPlan = (deps: Deps, plan: RoutePlan): Promise<People> =>
  peopleOf(deps, [...stopsOf(plan), ...plan.unmet]);

import { type CaseFile, isPlanned } from '@shared/cases/case-file';
import type { ChainLink } from '@shared/cases/case-view';
import type { Plan } from '@shared/cases/plan';
import { requestWords, visitWords } from '@shared/cases/words';
import { heldPlaces, type ServiceRequest } from '@shared/service-requests/request';
import { isServed, type Visit } from '@shared/visits/visit';
import { serviceItem, serviceKey } from '../catalogue/items';
import type { Deps } from '../platform/deps';
import { requestItem, requestKey } from '../service-requests/items';
import type { Many } from '../table/port';
import { visitItem, visitKey } from '../visits/items';
import { groupsOf } from './group-links';

export const planOf = (c: CaseFile): Plan | undefined =>
  isPlanned(c) || c.status === 'closed' ? c.plan : undefined;

/** From each intervention to its requests and groups, who came, and the minutes that count. */
export async function chainOf(deps: Deps, c: CaseFile): Promise<ChainLink[]> {
  const interventions = planOf(c)?.interventions ?? [];
  const ids = interventions.flatMap((each) => each.requestIds);
  const requests = present(await deps.table.getMany(requestItem, ids.map(requestKey)));
  const visits = present(
    await deps.table.getMany(
      visitItem,
      requests.flatMap((each) => heldPlaces(each).map((place) => visitKey(place.visitId))),
    ),
  );
  const codes = [...new Set(requests.map((each) => each.serviceCode))];
  const services = present(await deps.table.getMany(serviceItem, codes.map(serviceKey)));
  const nameOf = (code: string) => {
    const found = services.find((each) => each.code === code);
    return found ? { zh: found.zh, en: found.en } : { zh: '服务', en: 'Service' };
  };
  const groups = await groupsOf(deps, c);
  return interventions.map(({ interventionId, requestIds }) => {
    const own = requests.filter((each) => requestIds.includes(each.requestId));
    const theirs = visits.filter((each) => own.some((request) => request.requestId === each.requestId));
    const served = theirs.filter(isServed);
    return {
      interventionId,
      planned: requestIds.length,
      served: new Set(served.map((each) => each.requestId)).size,
      minutes: served.reduce((sum, each) => sum + minutesOf(each), 0),
      groups: groups.filter((each) => each.of === interventionId).map((each) => each.link),
      requests: own
        .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
        .map((request) => linkOf(request, theirs, nameOf(request.serviceCode))),
    };
  });
}

const linkOf = (request: ServiceRequest, visits: readonly Visit[], service: { zh: string; en: string }) => ({
  requestId: request.requestId,
  service,
  startsAt: request.startsAt,
  state: requestWords[request.status],
  visits: visits
    .filter((each) => each.requestId === request.requestId)
    .map((each) => ({
      visitId: each.visitId,
      helperName: each.helperName,
      startsAt: each.startsAt,
      state: visitWords[each.status],
      minutes: minutesOf(each),
    })),
});

/** Minutes that count: after a dispute those that the coordinator let stand. */
const minutesOf = (v: Visit): number =>
  v.status === 'resolved' ? v.minutesCredited : isServed(v) ? v.minutesServed : 0;

/** What cannot be read is missing from the chain; the log names it. */
const present = <T>({ items }: Many<T>): T[] => items.flatMap((each) => (each ? [each.value] : []));

export const deliveredOf = (chain: readonly ChainLink[]) => ({
  planned: chain.reduce((sum, each) => sum + each.planned, 0),
  served: chain.reduce((sum, each) => sum + each.served, 0),
  minutes: chain.reduce((sum, each) => sum + each.minutes, 0),
});

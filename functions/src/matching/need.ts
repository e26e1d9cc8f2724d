import { allow, type Result, refuse } from '@shared/kernel/result';
import type { Need } from '@shared/matching/eligibility';
import type { Elder } from '@shared/people/elder';
import { heldPlaces, type ServiceRequest } from '@shared/service-requests/request';
import { serviceItem, serviceKey } from '../catalogue/items';
import { elderItem, elderKey } from '../people/items';
import type { Deps } from '../platform/deps';

export interface Known {
  readonly need: Need;
  readonly elder: Elder;
}

/** What a stored request asks of whoever comes, with the elder and the service read afresh. */
export async function needOf(deps: Deps, r: ServiceRequest): Promise<Result<Known>> {
  const [elder, service] = await Promise.all([
    deps.table.get(elderItem, elderKey(r.elderId)),
    deps.table.get(serviceItem, serviceKey(r.serviceCode)),
  ]);
  if (!elder) return refuse('not_found');
  if (!service) return refuse('service_unknown');
  const need: Need = {
    elder: elder.value,
    service: service.value,
    startsAt: r.startsAt,
    endsAt: r.endsAt,
    wishes: r.wishes,
    payBy: r.payBy,
    heldBy: heldPlaces(r).map((place) => place.helperId),
  };
  return allow({ need, elder: elder.value });
}

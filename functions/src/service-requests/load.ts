import type { Service } from '@shared/catalogue/service';
import type { ElderId, RequestId } from '@shared/kernel/ids';
import { addDays, addMinutes, beijing, type Instant } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { ageIn, type Elder } from '@shared/people/elder';
import { isOver, type ServiceRequest } from '@shared/service-requests/request';
import type { RequestCard } from '@shared/service-requests/requests.contract';
import { serviceItem, serviceKey } from '../catalogue/items';
import { linkedElder } from '../people/access';
import type { Actor, Deps } from '../platform/deps';
import type { Stored } from '../table/port';
import { requestItem, requestKey } from './items';

export async function linkedRequest(
  deps: Deps,
  actor: Actor,
  requestId: RequestId,
): Promise<Result<{ stored: Stored<ServiceRequest>; elder: Elder }>> {
  const stored = await deps.table.get(requestItem, requestKey(requestId));
  if (!stored) return refuse('not_found');
  const elder = await linkedElder(deps, actor, stored.value.elderId);
  return elder.ok ? allow({ stored, elder: elder.value.value }) : elder;
}

export async function knownService(deps: Deps, code: string): Promise<Result<Service>> {
  const service = await deps.table.get(serviceItem, serviceKey(code));
  return service ? allow(service.value) : refuse('service_unknown', 'body.serviceCode');
}

/** The elder's other requests that still take time, from the day before to the day after. */
export async function busyTimes(deps: Deps, elderId: ElderId, startsAt: Instant, but?: RequestId) {
  const page = await deps.table.list(requestItem, {
    index: 'byElder',
    pk: `ELDER#${elderId}`,
    from: `REQUEST#${addDays(startsAt, -1)}`,
    to: `REQUEST#${addMinutes(startsAt, 24 * 60)}~`,
  });
  return page.items
    .map((item) => item.value)
    .filter((request) => !isOver(request) && request.requestId !== but);
}

export function cardOf(
  deps: Deps,
  request: ServiceRequest,
  service: Service | undefined,
  elder: Elder,
): RequestCard {
  return {
    request,
    service: service
      ? { code: service.code, class: service.class, zh: service.zh, en: service.en }
      : { code: request.serviceCode, class: 'life', zh: '已下架的服务', en: 'A service no longer offered' },
    elder: {
      elderId: elder.elderId,
      name: elder.name,
      callName: elder.callName,
      villageName: elder.villageName,
      age: ageIn(elder, beijing(deps.clock()).year),
    },
  };
}

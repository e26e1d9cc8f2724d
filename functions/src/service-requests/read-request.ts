import type { Helper } from '@shared/helpers/helper';
import { isBefore } from '@shared/kernel/instant';
import type { Position } from '@shared/kernel/position';
import { allow, refuse } from '@shared/kernel/result';
import { isWithin } from '@shared/regions/region';
import { heldPlaces } from '@shared/service-requests/request';
import type {
  listRequestsOfElder as listRoute,
  OfferView,
  listQueue as queueRoute,
  RequestCard,
  readRequest as readRoute,
} from '@shared/service-requests/requests.contract';
import { shown } from '@shared/visits/visit';
import { serviceItem, serviceKey } from '../catalogue/items';
import { helperItem, helperKey } from '../helpers/items';
import { historyItem, historyPartition } from '../history/items';
import { offerItem, offersOf } from '../offers/items';
import { linkedElder } from '../people/access';
import { elderItem, elderKey } from '../people/items';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { visitItem, visitKey } from '../visits/items';
import { queuePartition, requestItem } from './items';
import { cardOf, linkedRequest } from './load';

export const helperCardOf = (helper: Helper) => ({
  helperId: helper.helperId,
  name: helper.name,
  kind: helper.kind,
  gender: helper.gender,
  villageName: helper.villageName,
  ...(helper.organizationName === undefined ? {} : { organizationName: helper.organizationName }),
  ...(helper.hourlyFee === undefined ? {} : { hourlyFee: helper.hourlyFee }),
});

/** Compass bearing in whole degrees, flat-earth: enough for a sketch, too little to find a door by. */
function bearing(from: Position, to: Position): number {
  const east = (to.lng - from.lng) * Math.cos((from.lat * Math.PI) / 180);
  const degrees = (Math.atan2(east, to.lat - from.lat) * 180) / Math.PI;
  return (Math.round(degrees) + 360) % 360;
}

export const readRequest: UseCase<typeof readRoute> = async (deps, { actor, params }) => {
  const linked = await linkedRequest(deps, actor, params.requestId);
  if (!linked.ok) return linked;
  const { stored, elder } = linked.value;
  const request = stored.value;
  const [service, offers, history, visits] = await Promise.all([
    deps.table.get(serviceItem, serviceKey(request.serviceCode)),
    deps.table.list(offerItem, offersOf(request.requestId)),
    deps.table.list(historyItem, {
      pk: historyPartition({ kind: 'request', id: request.requestId }),
      descending: true,
      limit: 50,
    }),
    deps.table.getMany(
      visitItem,
      heldPlaces(request).map((place) => visitKey(place.visitId)),
    ),
  ]);
  const helpers = await deps.table.getMany(
    helperItem,
    offers.items.map(({ value }) => helperKey(value.helperId)),
  );
  const views = offers.items.flatMap(({ value: offer }, index): OfferView[] => {
    const helper = helpers.items[index]?.value;
    return helper
      ? [{ offer, helper: helperCardOf(helper), bearing: bearing(elder.position, helper.home) }]
      : [];
  });
  return allow({
    ...cardOf(deps, request, service?.value, elder),
    offers: views.sort((a, b) => a.offer.wave - b.offer.wave || a.offer.rank - b.offer.rank),
    visits: visits.items.flatMap((visit) => (visit ? [shown(visit.value)] : [])),
    history: history.items.map((item) => item.value),
    unreadable: keyTexts([
      ...offers.unreadable,
      ...history.unreadable,
      ...visits.unreadable,
      ...helpers.unreadable,
    ]),
  });
};

export const listRequestsOfElder: UseCase<typeof listRoute> = async (deps, { actor, params, query }) => {
  const elder = await linkedElder(deps, actor, params.elderId);
  if (!elder.ok) return elder;
  const { from, to } = query;
  if (from !== undefined && to !== undefined && isBefore(to, from))
    return refuse('time_order_invalid', 'query.to');
  const page = await deps.table.list(requestItem, {
    index: 'byElder',
    pk: `ELDER#${params.elderId}`,
    from: `REQUEST#${from ?? ''}`,
    to: `REQUEST#${to ?? '~'}`,
    descending: true,
    limit: 100,
  });
  const services = await servicesOf(
    deps,
    page.items.map((item) => item.value.serviceCode),
  );
  return allow({
    requests: page.items.map(({ value }) =>
      cardOf(deps, value, services.get(value.serviceCode), elder.value.value),
    ),
    unreadable: keyTexts(page.unreadable),
  });
};

/** What nobody took, in the coordinator's region or a part of it. */
export const listQueue: UseCase<typeof queueRoute> = async (deps, { actor, query }) => {
  const own = actor.grant.regionCode;
  if (own === undefined) return refuse('region_outside');
  const region = query.regionCode ?? own;
  if (!isWithin(own, region)) return refuse('region_outside', 'query.regionCode');
  const page = await deps.table.list(requestItem, {
    index: 'byRegion',
    pk: queuePartition(region),
    prefix: region,
  });
  const waiting = page.items.map((item) => item.value);
  const services = await servicesOf(
    deps,
    waiting.map((request) => request.serviceCode),
  );
  const elders = await deps.table.getMany(
    elderItem,
    waiting.map((request) => elderKey(request.elderId)),
  );
  const cards = waiting.flatMap((request, index): RequestCard[] => {
    const elder = elders.items[index]?.value;
    return elder ? [cardOf(deps, request, services.get(request.serviceCode), elder)] : [];
  });
  return allow({
    requests: cards.sort((a, b) => (a.request.startsAt < b.request.startsAt ? -1 : 1)),
    unreadable: keyTexts([...page.unreadable, ...elders.unreadable]),
  });
};

async function servicesOf(deps: Deps, codes: readonly string[]) {
  const unique = [...new Set(codes)];
  const services = await deps.table.getMany(serviceItem, unique.map(serviceKey));
  return new Map(
    unique.flatMap((code, index) => {
      const service = services.items[index]?.value;
      return service ? [[code, service] as const] : [];
    }),
  );
}

import type { Service } from '@shared/catalogue/service';
import type { HelperId } from '@shared/kernel/ids';
import { isBefore } from '@shared/kernel/instant';
import { allow } from '@shared/kernel/result';
import type { Offer } from '@shared/offers/offer';
import type { OfferCard, listOffers as route } from '@shared/offers/offers.contract';
import type { Elder } from '@shared/people/elder';
import { isLooking, type ServiceRequest } from '@shared/service-requests/request';
import { isServed } from '@shared/visits/visit';
import { serviceItem } from '../catalogue/items';
import { elderItem, elderKey } from '../people/items';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { requestItem, requestKey } from '../service-requests/items';
import { keyTexts } from '../table/port';
import { visitItem } from '../visits/items';
import { offerItem } from './items';

/** Five reads in two rounds, however many offers there are. */
export const listOffers: UseCase<typeof route> = async (deps, { actor }) => {
  const now = deps.clock();
  const page = await deps.table.list(offerItem, {
    index: 'byPerson',
    pk: `HELPER#${actor.grant.helperId}`,
    from: `OFFER#${now}`,
    to: 'OFFER#~',
    limit: 20,
  });
  const waiting = page.items.map((item) => item.value).filter((offer) => isBefore(now, offer.expiresAt));
  if (waiting.length === 0) return allow({ offers: [], unreadable: keyTexts(page.unreadable) });
  const [requests, elders, services, before] = await Promise.all([
    deps.table.getMany(
      requestItem,
      waiting.map((offer) => requestKey(offer.requestId)),
    ),
    deps.table.getMany(
      elderItem,
      waiting.map((offer) => elderKey(offer.elderId)),
    ),
    deps.table.list(serviceItem, { pk: 'SERVICES' }),
    visitsTo(deps, actor.grant.helperId),
  ]);
  const catalogue = new Map(services.items.map(({ value }) => [value.code, value]));
  return allow({
    offers: waiting.flatMap((offer, index): OfferCard[] => {
      const request = requests.items[index]?.value;
      const elder = elders.items[index]?.value;
      const service = request && catalogue.get(request.serviceCode);
      if (!request || !elder || !service || !isLooking(request)) return [];
      return [cardOf(offer, request, elder, service, before.get(offer.elderId) ?? 0)];
    }),
    unreadable: keyTexts([page, requests, elders, services].flatMap(({ unreadable }) => unreadable)),
  });
};

/** How often the helper has been with each elder, over their latest two hundred visits. */
async function visitsTo(deps: Deps, helperId: HelperId | undefined): Promise<ReadonlyMap<string, number>> {
  const page = await deps.table.list(visitItem, {
    index: 'byPerson',
    pk: `HELPER#${helperId}`,
    prefix: 'VISIT#',
    descending: true,
  });
  const counts = new Map<string, number>();
  for (const { value } of page.items) {
    if (isServed(value)) counts.set(value.elderId, (counts.get(value.elderId) ?? 0) + 1);
  }
  return counts;
}

function cardOf(
  offer: Offer,
  request: ServiceRequest,
  elder: Elder,
  service: Service,
  visitsBefore: number,
): OfferCard {
  const { code, class: serviceClass, zh, en, helpers } = service;
  const { startsAt, endsAt, minutes, urgency, payBy, note } = request;
  return {
    offer,
    service: { code, class: serviceClass, zh, en },
    startsAt,
    endsAt,
    minutes,
    urgency,
    payBy,
    note,
    elder: { callName: elder.callName, villageName: elder.villageName },
    visitsBefore,
    together: helpers === 2,
  };
}

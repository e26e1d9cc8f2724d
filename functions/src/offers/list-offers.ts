import { isBefore } from '@shared/kernel/instant';
import { allow } from '@shared/kernel/result';
import type { OfferCard, listOffers as route } from '@shared/offers/offers.contract';
import { isLooking } from '@shared/service-requests/request';
import { visitsBefore } from '../matching/find-candidates';
import { needOf } from '../matching/need';
import type { UseCase } from '../platform/serve';
import { requestItem, requestKey } from '../service-requests/items';
import { keyTexts } from '../table/port';
import { offerItem } from './items';

export const listOffers: UseCase<typeof route> = async (deps, { actor }) => {
  const now = deps.clock();
  const page = await deps.table.list(offerItem, {
    index: 'byPerson',
    pk: `HELPER#${actor.grant.helperId}`,
    from: `OFFER#${now}`,
    to: 'OFFER#~',
    limit: 20,
  });
  const cards = await Promise.all(
    page.items.map(async ({ value: offer }): Promise<OfferCard | undefined> => {
      const request = await deps.table.get(requestItem, requestKey(offer.requestId));
      if (!request || !isLooking(request.value) || !isBefore(now, offer.expiresAt)) return undefined;
      const known = await needOf(deps, request.value);
      if (!known.ok) return undefined;
      const { elder, need } = known.value;
      const { code, class: serviceClass, zh, en, helpers } = need.service;
      const before = await visitsBefore(deps, elder.elderId);
      const { startsAt, endsAt, minutes, urgency, payBy, note } = request.value;
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
        visitsBefore: before.get(offer.helperId) ?? 0,
        together: helpers === 2,
      };
    }),
  );
  return allow({
    offers: cards.filter((card) => card !== undefined),
    unreadable: keyTexts(page.unreadable),
  });
};

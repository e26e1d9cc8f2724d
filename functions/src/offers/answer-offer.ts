import { answeredOffer } from '@shared/helpers/stats';
import type { OfferId, RequestId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { accept, decline, type Offer } from '@shared/offers/offer';
import type {
  acceptOffer as acceptRoute,
  declineOffer as declineRoute,
} from '@shared/offers/offers.contract';
import { helperItem, helperKey } from '../helpers/items';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { requestItem, requestKey } from '../service-requests/items';
import { replace, type Stored } from '../table/port';
import { offerItem, offerKey } from './items';
import { takePlace } from './take-place';

/** Only the helper who was asked has this offer; to all others it is not there. */
async function mine(
  deps: Deps,
  actor: Actor,
  params: { requestId: RequestId; offerId: OfferId },
): Promise<Result<Stored<Offer>>> {
  const offer = await deps.table.get(offerItem, offerKey(params.requestId, params.offerId));
  return offer && offer.value.helperId === actor.grant.helperId ? allow(offer) : refuse('not_found');
}

/** The first valid acceptance wins. One who has won already is told so again, whatever the network did. */
export const acceptOffer: UseCase<typeof acceptRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'acceptOffer', body: { ...params, ...body } },
    async () => {
      const offer = await mine(deps, actor, params);
      if (!offer.ok) return offer;
      if (offer.value.value.status === 'accepted') {
        return allow({
          reply: { requestId: params.requestId, visitId: offer.value.value.visitId },
          writes: [],
        });
      }
      const [request, helper] = await Promise.all([
        deps.table.get(requestItem, requestKey(params.requestId)),
        deps.table.get(helperItem, helperKey(offer.value.value.helperId)),
      ]);
      if (!request || !helper) return refuse('not_found');
      // What was offered was another time, and the request has been moved since.
      if (request.value.startsAt !== offer.value.value.startsAt) return refuse('offer_taken');
      const open = accept(offer.value.value, deps.newId('visit'), deps.clock());
      if (!open.ok) return open;
      const taken = await takePlace(deps, request, helper.value, params.offerId);
      if (!taken.ok) return taken;
      const { visit } = taken.value;
      const answered = { ...helper.value, stats: answeredOffer(helper.value.stats) };
      return allow({
        reply: { requestId: params.requestId, visitId: visit.visitId },
        writes: [
          ...taken.value.writes,
          replace<Offer>(offer.value, { ...open.value, visitId: visit.visitId }),
          replace(helper, answered),
          historyEntry(deps, actor, {
            subject: { kind: 'request', id: params.requestId },
            elderId: visit.elderId,
            action: 'offer_accepted',
            facts: { helperName: helper.value.name, startsAt: visit.startsAt },
          }),
        ],
      });
    },
  );

/** Saying no costs nothing; the stream sees it and the next is asked. */
export const declineOffer: UseCase<typeof declineRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'declineOffer', body: { ...params, ...body } },
    async () => {
      const offer = await mine(deps, actor, params);
      if (!offer.ok) return offer;
      const declined = decline(offer.value.value, body.reason, deps.clock());
      if (!declined.ok) return declined;
      const helper = await deps.table.get(helperItem, helperKey(declined.value.helperId));
      if (!helper) return refuse('not_found');
      const answered = { ...helper.value, stats: answeredOffer(helper.value.stats) };
      return allow({
        reply: { offerId: params.offerId },
        writes: [
          replace<Offer>(offer.value, declined.value),
          replace(helper, answered),
          historyEntry(deps, actor, {
            subject: { kind: 'request', id: params.requestId },
            elderId: declined.value.elderId,
            action: 'offer_declined',
            why: body.reason,
            facts: { helperName: helper.value.name },
          }),
        ],
      });
    },
  );

import * as routes from '@shared/offers/offers.contract';
import { serve, serveRoom } from '../platform/serve';
import { acceptOffer, declineOffer } from './answer-offer';
import { listOffers } from './list-offers';

export const served = [
  serve(routes.listOffers, listOffers),
  serve(routes.acceptOffer, acceptOffer),
  serve(routes.declineOffer, declineOffer),
];

export const handler = serveRoom(served);

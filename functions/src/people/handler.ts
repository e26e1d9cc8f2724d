import * as routes from '@shared/people/people.contract';
import { listRegions as listRegionsRoute } from '@shared/regions/regions.contract';
import { serve, serveRoom } from '../platform/serve';
import { consentToKinship, listKinships, proposeKinship, withdrawKinship } from './keep-kinship';
import { listRegions } from './list-regions';
import { changeElder, listElders, readElder } from './read-elder';
import { registerElder } from './register-elder';

export const served = [
  serve(routes.registerElder, registerElder),
  serve(routes.listElders, listElders),
  serve(routes.readElder, readElder),
  serve(routes.changeElder, changeElder),
  serve(routes.proposeKinship, proposeKinship),
  serve(routes.listKinships, listKinships),
  serve(routes.consentToKinship, consentToKinship),
  serve(routes.withdrawKinship, withdrawKinship),
  serve(listRegionsRoute, listRegions),
];

export const handler = serveRoom(served);

import * as routes from '@shared/helpers/helpers.contract';
import { serve, serveRoom } from '../platform/serve';
import { changeMyHelper, readMyHelper, recordCredential, registerHelper, suspendHelper } from './keep-helper';
import { listHelpers, listOrganizations } from './list-helpers';

export const served = [
  serve(routes.registerHelper, registerHelper),
  serve(routes.readMyHelper, readMyHelper),
  serve(routes.changeMyHelper, changeMyHelper),
  serve(routes.listHelpers, listHelpers),
  serve(routes.recordCredential, recordCredential),
  serve(routes.suspendHelper, suspendHelper),
  serve(routes.listOrganizations, listOrganizations),
];

export const handler = serveRoom(served);

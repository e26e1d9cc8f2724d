import * as routes from '@shared/catalogue/catalogue.contract';
import { serve, serveRoom } from '../platform/serve';
import { listServices, putService } from './keep-catalogue';

export const served = [serve(routes.listServices, listServices), serve(routes.putService, putService)];

export const handler = serveRoom(served);

import * as routes from '@shared/about/about.contract';
import { servePublic, serveRoom } from '../platform/serve';
import { health, readSpecification } from './about';

export const served = [
  servePublic(routes.health, health),
  servePublic(routes.readSpecification, readSpecification),
];

export const handler = serveRoom(served);

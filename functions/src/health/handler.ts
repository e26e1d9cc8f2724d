import { readHealth as route } from '@shared/health/health.contract';
import { serve, serveRoom } from '../platform/serve';
import { readHealth } from './read-health';

export const served = [serve(route, readHealth)];

export const handler = serveRoom(served);

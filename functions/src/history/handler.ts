import { readTimeline as route } from '@shared/history/history.contract';
import { serve, serveRoom } from '../platform/serve';
import { readTimeline } from './read-timeline';

export const served = [serve(route, readTimeline)];

export const handler = serveRoom(served);

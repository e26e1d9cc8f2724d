import { readTimeline as route } from '@shared/history/history.contract';
import { serve, serveRoom } from '../platform/serve';
import { readTimeline } from './read-timeline';

export const handler = serveRoom([serve(route, readTimeline)]);

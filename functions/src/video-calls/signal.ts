import type { VideoPush } from '@shared/video-calls/signal';
import { needed } from '../platform/environment';
import { logger } from '../platform/logger';
import { apiGatewayPost, type Post, type SocketEvent } from '../platform/socket';
import { systemDeps } from '../platform/system-deps';
import { relay } from './relay';

let post: Post<VideoPush> | undefined;

/** The route `video` of the WebSocket API. What was said is never in the log: it holds people's addresses. */
export const handler = async (event: SocketEvent): Promise<{ statusCode: number }> => {
  post ??= apiGatewayPost(needed('WEBSOCKET_ENDPOINT'));
  const outcome = await relay(systemDeps(), post, event.requestContext.connectionId, event.body);
  if (outcome !== 'heard') logger.info('video_call.signal', { outcome });
  return { statusCode: 200 };
};

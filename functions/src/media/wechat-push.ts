import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { needed } from '../platform/environment';
import { logger } from '../platform/logger';
import { systemDeps } from '../platform/system-deps';
import { isFromWeChat, verdictIn } from '../wechat/push';
import { hearVerdict } from './check';

const plain = (statusCode: number, body: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body,
});

/**
 * Where WeChat pushes (mini-program settings, message push, JSON in plain text). It wants bare words as an answer, and
 * none of ours in JSON; so this stands beside the contracts, which are for phones.
 */
export const handler = async (
  event: Pick<
    APIGatewayProxyEventV2,
    'queryStringParameters' | 'body' | 'isBase64Encoded' | 'requestContext'
  >,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const query = event.queryStringParameters ?? {};
  if (!isFromWeChat(needed('WECHAT_PUSH_TOKEN'), query)) return plain(403, 'no');
  // How WeChat finds out, once, that the address is ours.
  if (event.requestContext.http.method === 'GET') return plain(200, query.echostr ?? '');
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8').toString('utf8');
  const told = verdictIn(body);
  if (told !== undefined) {
    const heard = await hearVerdict(systemDeps(), told.traceId, told.verdict);
    // The question may be so fresh that its name is not written down: WeChat sends again what is not taken.
    if (heard === 'unknown') return plain(503, 'later');
    logger.info('media.verdict', { verdict: told.verdict });
  }
  return plain(200, 'success');
};

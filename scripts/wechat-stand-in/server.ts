import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Reply, type WeChatRules, weChatRules } from './rules';

const read = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : JSON.parse(text);
};

const answer = (
  rules: WeChatRules,
  path: string,
  query: URLSearchParams,
  body: Record<string, unknown>,
): Reply | Promise<Reply> => {
  const token = query.get('access_token') ?? '';
  switch (path) {
    case 'GET /sns/jscode2session':
      return rules.jscode2session(Object.fromEntries(query));
    case 'POST /cgi-bin/stable_token':
      return rules.stableToken(body);
    case 'POST /wxa/business/getuserphonenumber':
      return rules.getUserPhoneNumber(token, body);
    case 'POST /cgi-bin/message/subscribe/send':
      return rules.subscribeSend(token, body);
    case 'POST /wxa/media_check_async':
      return rules.mediaCheckAsync(token, body);
    case 'POST /wxa/msg_sec_check':
      return rules.msgSecCheck(token, body);
    default:
      return { errcode: 40066, errmsg: 'invalid url' };
  }
};

const serve = async (
  rules: WeChatRules,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://wechat.invalid');
  let reply: Reply;
  try {
    reply = await answer(rules, `${request.method} ${url.pathname}`, url.searchParams, await read(request));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    reply = { errcode: 47001, errmsg: 'data format error' };
  }
  // WeChat answers 200 whatever happened; the errcode tells.
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(reply));
};

const TRIES = 6;
const PAUSE_MILLIS = 200;

/** Signed as WeChat signs, and sent again while the other side does not take it. */
const pushed = async (
  { url, token }: { readonly url: string; readonly token: string },
  event: object,
): Promise<void> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
    const timestamp = String(Math.floor(Date.now() / 1000));
    const nonce = randomBytes(5).toString('hex');
    const signature = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex');
    const reply = await fetch(`${url}?${new URLSearchParams({ signature, timestamp, nonce })}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(event),
    }).catch(() => undefined);
    if (reply?.ok && (await reply.text()) === 'success') return;
  }
};

export interface WeChatStandIn {
  readonly baseUrl: string;
  readonly rules: WeChatRules;
  stop(): Promise<void>;
}

/** A loopback server that answers the protocol of api.weixin.qq.com, errors included. */
export const startWeChatStandIn = async (options: {
  port: number;
  appId: string;
  appSecret: string;
  now?: () => number;
  /** Where events are pushed to, and the token that signs them. */
  pushTo?: { readonly url: string; readonly token: string };
}): Promise<WeChatStandIn> => {
  const { pushTo } = options;
  const rules = weChatRules({
    now: Date.now,
    ...options,
    ...(pushTo === undefined ? {} : { push: (event) => void pushed(pushTo, event) }),
  });
  const server = createServer((request, response) => {
    serve(rules, request, response).catch((error: Error) => response.destroy(error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    rules,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

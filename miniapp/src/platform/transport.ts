import type { Method } from '@shared/kernel/route';
import Taro from '@tarojs/taro';

export interface HttpRequest {
  readonly method: Method;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly timeoutMillis: number;
}
/** `offline` covers everything in which no answer arrived: no network, no server, no patience left. */
export type HttpReply =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'offline' };
export type Transport = (request: HttpRequest) => Promise<HttpReply>;

/** `wx.request` and the browser's fetch, both behind Taro, which rejects only when no answer came. */
export const taroTransport: Transport = (request) =>
  Taro.request({
    url: request.url,
    method: request.method,
    header: { ...request.headers },
    ...(request.body === undefined ? {} : { data: JSON.stringify(request.body) }),
    dataType: 'json',
    timeout: request.timeoutMillis,
  }).then(
    ({ statusCode, data }): HttpReply => ({ kind: 'answer', status: statusCode, body: data as unknown }),
    (): HttpReply => ({ kind: 'offline' }),
  );

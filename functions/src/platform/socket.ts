import type { Push } from '@shared/live/live.contract';
import type { VideoPush } from '@shared/video-calls/signal';
import { awsPost } from './aws-post';
import { needed } from './environment';

/** What the WebSocket API hands a function: which socket, and what came of it. */
export interface SocketEvent {
  readonly requestContext: { readonly connectionId: string; readonly eventType: string };
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>> | null;
  readonly body?: string | null;
}

/** Sends to one open socket; `gone` when nobody is at the other end any more. */
export type Post<P = Push> = (connectionId: string, push: P) => Promise<'sent' | 'gone'>;

const GONE = 410;

/** `POST @connections/{id}` of API Gateway's management API. */
export function apiGatewayPost(endpoint: string): Post<Push | VideoPush> {
  const service = { service: 'execute-api', region: needed('AWS_REGION'), endpoint: new URL(endpoint) };
  return async (connectionId, push) => {
    const { status } = await awsPost(
      service,
      `/@connections/${encodeURIComponent(connectionId)}`,
      { 'content-type': 'application/json' },
      JSON.stringify(push),
    );
    if (status === GONE) return 'gone';
    if (status >= 300) throw new Error(`the gateway answered ${status}`);
    return 'sent';
  };
}

import type { Push } from '@shared/live/live.contract';
import { awsPost } from '../platform/aws-post';
import { needed } from '../platform/environment';

/** Sends to one open socket; `gone` when nobody is at the other end any more. */
export type Post = (connectionId: string, push: Push) => Promise<'sent' | 'gone'>;

const GONE = 410;

/** `POST @connections/{id}` of API Gateway's management API. */
export function apiGatewayPost(endpoint: string): Post {
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

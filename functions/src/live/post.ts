import {
  ApiGatewayManagementApiClient,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import type { Push } from '@shared/live/live.contract';

/** Sends to one open socket; `gone` when nobody is at the other end any more. */
export type Post = (connectionId: string, push: Push) => Promise<'sent' | 'gone'>;

export function apiGatewayPost(endpoint: string): Post {
  const client = new ApiGatewayManagementApiClient({ endpoint });
  return async (connectionId, push) => {
    try {
      await client.send(
        new PostToConnectionCommand({ ConnectionId: connectionId, Data: JSON.stringify(push) }),
      );
      return 'sent';
    } catch (error) {
      if (error instanceof GoneException) return 'gone';
      throw error;
    }
  };
}

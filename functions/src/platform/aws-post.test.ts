import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  ApiGatewayManagementApiClient,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import aws4 from 'aws4';
import { awsPost, NoAnswer } from './aws-post';

const region = 'cn-northwest-1';
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };

interface Seen {
  readonly headers: IncomingHttpHeaders;
  readonly path: string;
  readonly body: string;
}

let server: Server;
let seen: Seen[];
let answer: { status: number; text: string };
let endpoint: string;

beforeEach(async () => {
  seen = [];
  answer = { status: 200, text: '{}' };
  server = createServer(async (request, reply) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    seen.push({
      headers: request.headers,
      path: request.url ?? '',
      body: Buffer.concat(chunks).toString('utf8'),
    });
    reply.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(answer.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** The signature over what was seen, by our signer; it must be the one that was sent. */
const signatureOf = (service: string, { headers, path, body }: Seen): unknown => {
  const signedNames = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? [];
  const signed = Object.fromEntries(signedNames.map((name) => [name, String(headers[name])]));
  const request = {
    service,
    region,
    method: 'POST',
    host: String(headers.host),
    path,
    headers: signed,
    body,
  };
  const signer = new aws4.RequestSigner(
    { ...request, doNotModifyHeaders: true } as typeof request,
    credentials,
  );
  const moment = { datetime: String(headers['x-amz-date']) };
  return (Object.assign(signer, moment).sign().headers as Record<string, string>).Authorization;
};

const parts = (authorization: unknown): string[] => String(authorization).split(/,\s*/);

describe('a signed POST to AWS', () => {
  it("carries the signature that the SDK's signer makes of the same request to the table", async () => {
    const client = new DynamoDBClient({ endpoint, region, credentials });
    await client.send(new GetItemCommand({ TableName: '表', Key: { pk: { S: 'ELDER#王' } } }));
    client.destroy();
    const [bySdk] = seen as [Seen];
    expect(parts(signatureOf('dynamodb', bySdk))).toEqual(parts(bySdk.headers.authorization));
  });

  it("carries the signature that the SDK's signer makes of the same request to a socket", async () => {
    const client = new ApiGatewayManagementApiClient({
      endpoint: `${endpoint}/production`,
      region,
      credentials,
    });
    await client.send(new PostToConnectionCommand({ ConnectionId: 'L0SM9cOFvHcCIhw=', Data: '{}' }));
    client.destroy();
    const [bySdk] = seen as [Seen];
    expect(parts(signatureOf('execute-api', bySdk))).toEqual(parts(bySdk.headers.authorization));
  });

  it('sends the body, the headers and the path below the one of the endpoint', async () => {
    const service = { service: 'execute-api', region, endpoint: new URL(`${endpoint}/production/`) };
    answer = { status: 410, text: '走了' };
    expect(
      await awsPost(service, '/@connections/a%3D', { 'content-type': 'application/json' }, '{"一":1}'),
    ).toEqual({
      status: 410,
      text: '走了',
    });
    expect(seen[0]).toMatchObject({
      path: '/production/@connections/a%3D',
      body: '{"一":1}',
      headers: {
        'content-type': 'application/json',
        authorization: expect.stringContaining(`/${region}/execute-api/aws4_request`),
      },
    });
  });

  it('says that nobody answered when nobody does', async () => {
    const nobody = { service: 'dynamodb', region, endpoint: new URL('http://127.0.0.1:1') };
    await expect(awsPost(nobody, '/', {}, '{}')).rejects.toBeInstanceOf(NoAnswer);
  });
});

import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import aws4 from 'aws4';
import { needed } from './environment';

export interface AwsService {
  /** As signatures name it: `dynamodb`, `execute-api`. */
  readonly service: string;
  readonly region: string;
  /** Where it answers; what path it has comes before every path. */
  readonly endpoint: URL;
}

export interface AwsAnswer {
  readonly status: number;
  readonly text: string;
}

/** Nobody answered, or not in time: what was asked may have happened or not. */
export class NoAnswer extends Error {}

const TIMEOUT_MILLIS = 5_000;
const kept = { keepAlive: true, maxSockets: 50 };
const plain = new PlainAgent(kept);
const secure = new SecureAgent(kept);

/** Lambda gives a function its credentials in the environment and nowhere else. */
export const credentials = () => {
  const sessionToken = process.env.AWS_SESSION_TOKEN;
  return {
    accessKeyId: needed('AWS_ACCESS_KEY_ID'),
    secretAccessKey: needed('AWS_SECRET_ACCESS_KEY'),
    ...(sessionToken ? { sessionToken } : {}),
  };
};

/**
 * One signed POST to AWS (Signature Version 4). Stands in for the SDK, which weighs 190 KB and costs a cold function
 * half of its start (docs/decisions/006-small-functions.md). Throws `NoAnswer` when none came within five seconds.
 */
export function awsPost(
  { service, region, endpoint }: AwsService,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<AwsAnswer> {
  const [request, agent] = endpoint.protocol === 'http:' ? [plainRequest, plain] : [secureRequest, secure];
  const signed = aws4.sign(
    {
      service,
      region,
      method: 'POST',
      host: endpoint.host,
      path: endpoint.pathname.replace(/\/$/, '') + path,
      headers: { ...headers },
      body,
    },
    credentials(),
  );
  return new Promise((resolve, reject) => {
    const failed = (cause: Error): void => reject(new NoAnswer(`${service} did not answer`, { cause }));
    const asked = request(
      {
        agent,
        method: 'POST',
        hostname: endpoint.hostname,
        port: endpoint.port,
        path: signed.path,
        headers: signed.headers as Record<string, string>,
        timeout: TIMEOUT_MILLIS,
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('error', failed);
        answer.once('end', () =>
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
        );
      },
    );
    asked.once('error', failed);
    asked.once('timeout', () => asked.destroy(new Error('timeout')));
    asked.end(body);
  });
}

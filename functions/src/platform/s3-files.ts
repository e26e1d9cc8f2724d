import { LINK_SECONDS, TICKET_SECONDS } from '@shared/media/bounds';
import aws4 from 'aws4';
import { credentials } from './aws-post';
import { needed } from './environment';
import type { Files } from './files';
import { type Bucket, signLink, signTicket } from './s3-sign';

const TIMEOUT_MILLIS = 20_000;

/** On AWS a bucket has a host of its own; the stand-in is one host with the bucket as its first folder. */
function bucketOf(): Bucket {
  const [name, region, local] = [needed('MEDIA_BUCKET'), needed('AWS_REGION'), process.env.MEDIA_ENDPOINT];
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const url = new URL(local ? `${local}/${name}` : `https://${name}.s3.${region}.${suffix}`);
  return { name, region, url };
}

/** Files in the bucket, spoken to without the SDK, as the table is. */
export function s3Files(): Files {
  let made: Bucket | undefined;
  // Looked up at the first use, since most functions hold no files and have no bucket in their environment.
  const bucket = (): Bucket => {
    made ??= bucketOf();
    return made;
  };
  const ask = async (method: string, key: string, type?: string, body?: Buffer): Promise<Response> => {
    const { url, region } = bucket();
    const path = `${url.pathname.replace(/\/$/, '')}/${key}`;
    const { headers } = aws4.sign(
      {
        service: 's3',
        region,
        method,
        host: url.host,
        path,
        headers: {
          ...(type === undefined ? {} : { 'content-type': type }),
          ...(body === undefined ? {} : { 'content-length': String(body.length) }),
        },
        ...(body === undefined ? {} : { body: body as unknown as string }),
      },
      credentials(),
    );
    const { Host: _host, ...sent } = headers as Record<string, string>;
    const answer = await fetch(`${url.protocol}//${url.host}${path}`, {
      method,
      headers: sent,
      ...(body === undefined ? {} : { body: new Uint8Array(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MILLIS),
    });
    if (!answer.ok && answer.status !== 404) throw new Error(`S3 answered ${answer.status} to a ${method}`);
    return answer;
  };
  return {
    ticket: (bounds, now) => signTicket(bucket(), credentials(), bounds, now, TICKET_SECONDS),
    link: (key, now) => signLink(bucket(), credentials(), key, now, LINK_SECONDS),
    get: async (key) => {
      const answer = await ask('GET', key);
      return answer.status === 404 ? undefined : Buffer.from(await answer.arrayBuffer());
    },
    put: async (key, type, body) => {
      const answer = await ask('PUT', key, type, body);
      if (!answer.ok) throw new Error(`S3 answered ${answer.status} to a PUT`);
    },
    remove: async (key) => {
      await ask('DELETE', key);
    },
  };
}

import { createHmac } from 'node:crypto';
import { addMinutes, type Instant } from '@shared/kernel/instant';
import aws4 from 'aws4';
import type { Bounds, Ticket } from './files';

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}
export interface Bucket {
  readonly name: string;
  readonly region: string;
  /** Of the bucket: its own host, or its path on a host that holds several. No slash at the end. */
  readonly url: URL;
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The hexadecimal signature of a POST policy (AWS Signature Version 4); `date` is `yyyymmdd`. */
export const policySignature = (secret: string, date: string, region: string, policy: string): string =>
  hmac(hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), 's3'), 'aws4_request'), policy).toString('hex');

/** `2026-11-24T01:00:00.000Z` → `20261124T010000Z`. */
const amzDate = (at: Instant): string => at.replace(/[-:]|\.\d+/g, '');

/**
 * A presigned POST: unlike a PUT it bounds the size. The policy names the one key and type that are let in, so a
 * ticket is good for one file and nothing else.
 */
export function signTicket(
  bucket: Bucket,
  keys: Keys,
  { key, type, mostBytes }: Bounds,
  now: Instant,
  seconds: number,
): Ticket {
  const until = addMinutes(now, seconds / 60);
  const at = amzDate(now);
  const date = at.slice(0, 8);
  const signed = {
    key,
    'Content-Type': type,
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${keys.accessKeyId}/${date}/${bucket.region}/s3/aws4_request`,
    'x-amz-date': at,
    ...(keys.sessionToken === undefined ? {} : { 'x-amz-security-token': keys.sessionToken }),
  };
  const conditions = [
    { bucket: bucket.name },
    ...Object.entries(signed).map(([name, value]) => ['eq', `$${name}`, value]),
    ['content-length-range', 1, mostBytes],
  ];
  const policy = Buffer.from(JSON.stringify({ expiration: until, conditions })).toString('base64');
  const signature = policySignature(keys.secretAccessKey, date, bucket.region, policy);
  return {
    url: `${bucket.url.href.replace(/\/$/, '')}/`,
    fields: { ...signed, policy, 'x-amz-signature': signature },
    until,
  };
}

/** The address of a file that opens for so many seconds. */
export function signLink(bucket: Bucket, keys: Keys, key: string, now: Instant, seconds: number): string {
  const path = `${bucket.url.pathname.replace(/\/$/, '')}/${key}?X-Amz-Date=${amzDate(now)}&X-Amz-Expires=${seconds}`;
  const { path: signed } = aws4.sign(
    { service: 's3', region: bucket.region, host: bucket.url.host, path, signQuery: true },
    { ...keys },
  );
  return `${bucket.url.protocol}//${bucket.url.host}${signed}`;
}

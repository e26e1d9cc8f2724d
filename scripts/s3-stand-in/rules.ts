import { createHash, createHmac } from 'node:crypto';

/** What S3 says no with: an HTTP status and a code. */
export interface No {
  readonly status: number;
  readonly code: string;
}
export interface Owner {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  readonly bucket: string;
}

const no = (status: number, code: string): No => ({ status, code });
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
const signatureOf = ({ secretAccessKey, region }: Owner, date: string, text: string): string =>
  hmac(hmac(hmac(hmac(hmac(`AWS4${secretAccessKey}`, date), region), 's3'), 'aws4_request'), text).toString(
    'hex',
  );
const millisOf = (amzDate: string): number =>
  Date.parse(
    amzDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, (_all, ...part: string[]) => {
      const [year, month, day, hour, minute, second] = part;
      return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
    }),
  );

/** Fields that no condition has to name. */
const FREE = new Set(['policy', 'x-amz-signature', 'file']);

/** Holds a filled-in form against the policy it carries, as S3 does; undefined is yes. */
export function refusedForm(
  owner: Owner,
  given: ReadonlyMap<string, string>,
  bytes: number,
  now: number,
): No | undefined {
  const fields = new Map([...given].map(([name, value]) => [name.toLowerCase(), value]));
  const policy = fields.get('policy');
  const [keyId, date = ''] = (fields.get('x-amz-credential') ?? '').split('/');
  if (policy === undefined || keyId !== owner.accessKeyId) return no(403, 'InvalidAccessKeyId');
  if (fields.get('x-amz-signature') !== signatureOf(owner, date, policy))
    return no(403, 'SignatureDoesNotMatch');
  const { expiration, conditions } = JSON.parse(Buffer.from(policy, 'base64').toString('utf8')) as {
    readonly expiration: string;
    readonly conditions: readonly (readonly (string | number)[] | Readonly<Record<string, string>>)[];
  };
  if (!(Date.parse(expiration) > now)) return no(403, 'AccessDenied');
  const named = new Set<string>(['bucket']);
  const sentAs = (name: string): string | undefined => (name === 'bucket' ? owner.bucket : fields.get(name));
  for (const condition of conditions) {
    const lines = Array.isArray(condition)
      ? [condition as readonly (string | number)[]]
      : Object.entries(condition as Record<string, string>).map(([name, value]) => ['eq', `$${name}`, value]);
    for (const [how, what, value = ''] of lines) {
      if (how === 'content-length-range') {
        if (bytes > Number(value)) return no(400, 'EntityTooLarge');
        if (bytes < Number(what)) return no(400, 'EntityTooSmall');
        continue;
      }
      const name = String(what).slice(1).toLowerCase();
      named.add(name);
      const is = sentAs(name);
      const fits =
        how === 'eq' ? is === value : how === 'starts-with' && (is ?? '').startsWith(String(value));
      if (!fits) return no(403, 'AccessDenied');
    }
  }
  const strange = [...fields.keys()].some(
    (name) => !named.has(name) && !FREE.has(name) && !name.startsWith('x-ignore-'),
  );
  return strange ? no(403, 'AccessDenied') : undefined;
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

function canonical({ method, url, headers }: Asked, signedHeaders: string, payload: string): string {
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const lines = signedHeaders.split(';').map((name) => `${name}:${(headers[name] ?? '').trim()}\n`);
  const path = url.pathname.split('/').map(decodeURIComponent).map(encoded).join('/');
  return [method, path, query, lines.join(''), signedHeaders, payload].join('\n');
}

const textToSign = (amzDate: string, scope: string, request: string): string =>
  ['AWS4-HMAC-SHA256', amzDate, scope, sha256(request)].join('\n');

/** A signed link: who made it, whether it says what was signed, and whether it still opens. */
function refusedLink(owner: Owner, asked: Asked, now: number): No | undefined {
  const of = (name: string): string => asked.url.searchParams.get(`X-Amz-${name}`) ?? '';
  const [keyId, date = '', ...rest] = of('Credential').split('/');
  if (keyId !== owner.accessKeyId) return no(403, 'InvalidAccessKeyId');
  const text = textToSign(
    of('Date'),
    [date, ...rest].join('/'),
    canonical(asked, of('SignedHeaders'), 'UNSIGNED-PAYLOAD'),
  );
  if (of('Signature') !== signatureOf(owner, date, text)) return no(403, 'SignatureDoesNotMatch');
  const seconds = Number(of('Expires'));
  if (!(seconds > 0 && seconds <= 604_800)) return no(400, 'AuthorizationQueryParametersError');
  return now > millisOf(of('Date')) + seconds * 1_000 ? no(403, 'AccessDenied') : undefined;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
const SKEW_MILLIS = 15 * 60_000;

function refusedHeader(owner: Owner, asked: Asked, now: number): No | undefined {
  const [, keyId, date = '', scope = '', signed = '', signature] =
    AUTHORIZATION.exec(asked.headers.authorization ?? '') ?? [];
  if (keyId !== owner.accessKeyId) return no(403, 'AccessDenied');
  const amzDate = asked.headers['x-amz-date'] ?? '';
  const payload = asked.headers['x-amz-content-sha256'] ?? '';
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== sha256(asked.body))
    return no(400, 'XAmzContentSHA256Mismatch');
  const text = textToSign(amzDate, `${date}/${scope}`, canonical(asked, signed, payload));
  if (signature !== signatureOf(owner, date, text)) return no(403, 'SignatureDoesNotMatch');
  return Math.abs(now - millisOf(amzDate)) > SKEW_MILLIS ? no(403, 'RequestTimeTooSkewed') : undefined;
}

/** By signed link or by signed header; nobody else. */
export const refusedRequest = (owner: Owner, asked: Asked, now: number): No | undefined =>
  asked.url.searchParams.has('X-Amz-Signature')
    ? refusedLink(owner, asked, now)
    : refusedHeader(owner, asked, now);

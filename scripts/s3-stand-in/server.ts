import { mkdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type No, type Owner, refusedForm, refusedRequest } from './rules';

export interface S3StandIn {
  readonly baseUrl: string;
  readonly bucket: string;
  /** Keys of what lies in the bucket. */
  keys(): readonly string[];
  stop(): Promise<void>;
}

interface Options extends Owner {
  readonly port: number;
  readonly folder: string;
  readonly now?: () => number;
  /** Told of every object that a form made, as the bucket's notification says it. */
  readonly onCreated?: (event: object) => void;
}

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body?: Buffer | string;
}

/** Whoever holds a form or a link may come from any page: the signature decides. */
const open = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST, GET',
  'access-control-allow-headers': '*',
};
const MOST_BYTES = 64 * 1024 * 1024;

const refusal = ({ status, code }: No): Answer => ({
  status,
  type: 'application/xml',
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`,
});

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > MOST_BYTES) throw new Error('more than a phone would send');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/**
 * One bucket on loopback that holds forms, links and signed requests against their signatures and policies as S3
 * does. s3rver, the light library for it, has had no release since 2021 and takes a form without looking at its policy.
 */
export async function startS3StandIn(options: Options): Promise<S3StandIn> {
  const { bucket, folder, now = Date.now, onCreated } = options;
  mkdirSync(folder, { recursive: true });
  const known = new Set<string>();
  const fileOf = (key: string): string => join(folder, encodeURIComponent(key));

  const put = async (key: string, type: string, body: Buffer): Promise<void> => {
    await writeFile(`${fileOf(key)}.type`, type);
    await writeFile(fileOf(key), body);
    known.add(key);
  };

  const form = async (request: IncomingMessage, body: Buffer): Promise<Answer> => {
    const sent = await new Response(new Uint8Array(body), {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    }).formData();
    const fields = new Map<string, string>();
    for (const [name, value] of sent) if (typeof value === 'string') fields.set(name, value);
    const file = sent.get('file');
    if (file === null || typeof file === 'string') return refusal({ status: 400, code: 'InvalidArgument' });
    const bytes = Buffer.from(await file.arrayBuffer());
    const refused = refusedForm(options, fields, bytes.length, now());
    if (refused) return refusal(refused);
    const key = fields.get('key') ?? '';
    await put(key, fields.get('Content-Type') ?? 'application/octet-stream', bytes);
    onCreated?.({
      Records: [
        {
          eventSource: 'aws:s3',
          eventName: 'ObjectCreated:Post',
          s3: { bucket: { name: bucket }, object: { key: encodeURIComponent(key), size: bytes.length } },
        },
      ],
    });
    return { status: 204 };
  };

  const object = async (request: IncomingMessage, url: URL, body: Buffer): Promise<Answer> => {
    const method = request.method ?? 'GET';
    const asked = { method, url, headers: request.headers as Record<string, string>, body };
    const refused = refusedRequest(options, asked, now());
    if (refused) return refusal(refused);
    const key = decodeURIComponent(url.pathname.slice(bucket.length + 2));
    if (method === 'PUT') {
      await put(key, request.headers['content-type'] ?? '', body);
      return { status: 200 };
    }
    if (method === 'DELETE') {
      await Promise.all([rm(fileOf(key), { force: true }), rm(`${fileOf(key)}.type`, { force: true })]);
      known.delete(key);
      return { status: 204 };
    }
    const found = await readFile(fileOf(key)).catch(() => undefined);
    if (found === undefined) return refusal({ status: 404, code: 'NoSuchKey' });
    return { status: 200, type: await readFile(`${fileOf(key)}.type`, 'utf8'), body: found };
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    if (request.method === 'OPTIONS') return { status: 204 };
    if (!url.pathname.startsWith(`/${bucket}/`)) return refusal({ status: 404, code: 'NoSuchBucket' });
    const body = await read(request);
    return request.method === 'POST' ? form(request, body) : object(request, url, body);
  };

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    answer(request).then(
      ({ status, type, body }) =>
        response
          .writeHead(status, { ...open, ...(type === undefined ? {} : { 'content-type': type }) })
          .end(body),
      (error: Error) => response.destroy(error),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    bucket,
    keys: () => [...known],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

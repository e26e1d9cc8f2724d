import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { instantOf } from '@shared/kernel/instant';
import type { Ticket } from '../../functions/src/platform/files';
import { s3Files } from '../../functions/src/platform/s3-files';
import { type S3StandIn, startS3StandIn } from './server';

const began = Date.parse('2026-03-02T02:00:00Z');
const minute = 60_000;
let now: number;
let folder: string;
let bucket: S3StandIn;
let created: object[];
const before = { ...process.env };

beforeEach(async () => {
  now = began;
  created = [];
  folder = mkdtempSync(join(tmpdir(), 'nuanlin-s3-'));
  bucket = await startS3StandIn({
    port: 0,
    bucket: 'media',
    region: 'cn-northwest-1',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
    folder,
    now: () => now,
    onCreated: (event) => created.push(event),
  });
  Object.assign(process.env, {
    AWS_REGION: 'cn-northwest-1',
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'secret',
    MEDIA_BUCKET: 'media',
    MEDIA_ENDPOINT: bucket.baseUrl,
  });
});
afterEach(async () => {
  await bucket.stop();
  rmSync(folder, { recursive: true });
  process.env = { ...before };
});

const ticket = (mostBytes = 10): Ticket =>
  s3Files().ticket({ key: 'in/visit/entry', type: 'image/jpeg', mostBytes }, instantOf(now));

async function send({ url, fields }: Ticket, more: Record<string, string> = {}, bytes = 5) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...more })) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), 'photo.jpg');
  const reply = await fetch(url, { method: 'POST', body: form });
  return [reply.status, /<Code>(\w+)</.exec(await reply.text())?.[1]];
}

describe('a ticket', () => {
  test('lets in what it was made for, and the bucket tells of it', async () => {
    expect(await send(ticket())).toEqual([204, undefined]);
    expect(bucket.keys()).toEqual(['in/visit/entry']);
    expect(created).toMatchObject([
      { Records: [{ s3: { object: { key: 'in%2Fvisit%2Fentry', size: 5 } } }] },
    ]);
  });
  test('does not let in one byte more, nor an empty file', async () => {
    expect(await send(ticket(10), {}, 10)).toEqual([204, undefined]);
    expect(await send(ticket(10), {}, 11)).toEqual([400, 'EntityTooLarge']);
    expect(await send(ticket(10), {}, 0)).toEqual([400, 'EntityTooSmall']);
  });
  test.each([
    ['another key', { key: 'photos/another' }, 'AccessDenied'],
    ['another type', { 'Content-Type': 'image/svg+xml' }, 'AccessDenied'],
    ['a field nobody signed', { acl: 'public-read' }, 'AccessDenied'],
    [
      'another policy',
      { policy: Buffer.from('{"conditions":[]}').toString('base64') },
      'SignatureDoesNotMatch',
    ],
    ['no signature', { 'x-amz-signature': '' }, 'SignatureDoesNotMatch'],
  ])('does not let in %s', async (_, more, code) => {
    expect(await send(ticket(), more)).toEqual([403, code]);
    expect(bucket.keys()).toEqual([]);
  });
  test('lets nothing in after five minutes', async () => {
    const given = ticket();
    now += 5 * minute;
    expect(await send(given)).toEqual([403, 'AccessDenied']);
  });
});

describe('a link', () => {
  const open = async (url: string) => (await fetch(url)).status;
  test('opens its file for five minutes and not a second longer', async () => {
    // Signed requests of the product carry the real time.
    now = Date.now();
    const files = s3Files();
    await files.put('photos/a', 'image/jpeg', Buffer.from('a photo'));
    const link = files.link('photos/a', instantOf(now));
    const reply = await fetch(link);
    expect([reply.status, reply.headers.get('content-type'), await reply.text()]).toEqual([
      200,
      'image/jpeg',
      'a photo',
    ]);
    now += 5 * minute - 1_000;
    expect(await open(link)).toBe(200);
    now += 2_000;
    expect(await open(link)).toBe(403);
  });
  test('opens no other file, and cannot be made to last', async () => {
    const link = s3Files().link('photos/a', instantOf(now));
    expect(await open(link.replace('photos/a', 'photos/b'))).toBe(403);
    expect(await open(link.replace('X-Amz-Expires=300', 'X-Amz-Expires=3000'))).toBe(403);
    expect(await open(`${bucket.baseUrl}/media/photos/a`)).toBe(403);
  });
});

test('what was put is read, and what was removed is not there', async () => {
  now = Date.now();
  const files = s3Files();
  await files.put('in/a', 'text/plain', Buffer.from('words'));
  expect((await files.get('in/a'))?.toString()).toBe('words');
  await files.remove('in/a');
  expect(await files.get('in/a')).toBeUndefined();
  process.env.AWS_SECRET_ACCESS_KEY = 'another';
  await expect(s3Files().get('in/a')).rejects.toThrow('403');
});

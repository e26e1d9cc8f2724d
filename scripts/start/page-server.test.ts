import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startPageServer } from './page-server';
import { freePort } from './ports';

const outside = mkdtempSync(join(tmpdir(), 'nuanlin-pages-'));
const folder = join(outside, 'h5');
let port: number;
let pages: { stop(): Promise<void> };

/** Stands for both the API and the WebSocket server: tells what it was asked. */
const upstream = createServer((incoming, response) => {
  response.writeHead(201, { 'x-api': 'yes' });
  incoming.pipe(response);
});
upstream.on('upgrade', (incoming, socket) => {
  socket.on('end', () => socket.end());
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n${incoming.url}`,
  );
});

beforeAll(async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), '<title>暖邻</title>');
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const { port: upstreamPort } = upstream.address() as AddressInfo;
  port = await freePort();
  pages = await startPageServer({ port, folder, apiPort: upstreamPort, websocketPort: upstreamPort });
});
afterAll(async () => {
  await pages.stop();
  upstream.closeAllConnections();
  await new Promise((resolve) => upstream.close(resolve));
});

test('the page is served at the root with its type', async () => {
  const reply = await fetch(`http://127.0.0.1:${port}/?from=here`);
  expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await reply.text()).toBe('<title>暖邻</title>');
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/nothing.js',
])('%s is not found', async (path) => {
  const status = await new Promise((resolve) =>
    request({ host: '127.0.0.1', port, path }, (reply) => resolve(reply.resume().statusCode)).end(),
  );
  expect(status).toBe(404);
});

test('a path that cannot be decoded is refused and the server lives on', async () => {
  expect((await fetch(`http://127.0.0.1:${port}/%E0%A4%A`)).status).toBe(400);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
});

test('what is asked of the API arrives there with its body and comes back with its status and headers', async () => {
  const reply = await fetch(`http://127.0.0.1:${port}/api/visits?x=1`, { method: 'POST', body: '{"a":1}' });
  expect(reply.status).toBe(201);
  expect(reply.headers.get('x-api')).toBe('yes');
  expect(await reply.text()).toBe('{"a":1}');
});

test('a WebSocket reaches its server at the root with the token', async () => {
  const first = await new Promise<string>((resolve, reject) => {
    const asking = request({
      host: '127.0.0.1',
      port,
      path: '/ws?token=abc',
      headers: { connection: 'Upgrade', upgrade: 'websocket' },
    });
    asking.on('upgrade', (_reply, socket, head) => {
      if (head.length > 0) resolve(head.toString());
      else socket.once('data', (data) => resolve(String(data)));
    });
    asking.once('error', reject);
    asking.end();
  });
  expect(first).toBe('/?token=abc');
});

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { connect } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Duplex } from 'node:stream';

const host = '127.0.0.1';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const plain = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
};

const serveFile = async (
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const path = normalize(decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/'));
  const file = join(folder, path === '/' ? 'index.html' : path);
  const found = file.startsWith(folder) && (await stat(file).catch(() => undefined));
  if (!found || !found.isFile()) return plain(response, 404, '没有这个页面 There is no such page');
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
    'cache-control': 'no-cache',
  });
  createReadStream(file).pipe(response);
};

const passToApi = (port: number, request: IncomingMessage, response: ServerResponse): void => {
  const onward = httpRequest(
    { host, port, method: request.method, path: request.url, headers: request.headers },
    (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
    },
  );
  onward.once('error', () => {
    if (response.headersSent) response.destroy();
    else plain(response, 502, '服务没有应答 The API does not answer');
  });
  request.pipe(onward);
};

/** The WebSocket server listens at its root; only the first line of the upgrade differs, the rest is copied. */
const passToWebSocket = (port: number, request: IncomingMessage, socket: Duplex, head: Buffer): void => {
  const path = (request.url ?? '/').replace(/^\/ws\/?/, '/');
  const onward = connect(port, host, () => {
    const headers = Array.from({ length: request.rawHeaders.length / 2 }, (_, index) =>
      request.rawHeaders.slice(2 * index, 2 * index + 2).join(': '),
    );
    onward.write([`GET ${path} HTTP/1.1`, ...headers, '', ''].join('\r\n'));
    onward.write(head);
    socket.pipe(onward).pipe(socket);
  });
  onward.once('error', () => socket.destroy());
  socket.once('error', () => onward.destroy());
  socket.once('close', () => onward.destroy());
};

/** One origin for the browser: the built pages, `/api` and `/ws`, as the gateway gives them when deployed. */
export const startPageServer = async (options: {
  port: number;
  folder: string;
  apiPort: number;
  websocketPort: number;
}): Promise<{ stop(): Promise<void> }> => {
  const { port, folder, apiPort, websocketPort } = options;
  const sockets = new Set<Duplex>();
  const server: Server = createServer((request, response) => {
    if (request.url?.startsWith('/api/')) return passToApi(apiPort, request, response);
    serveFile(folder, request, response).catch((error: Error) => plain(response, 400, error.message));
  });
  server.on('upgrade', (request, socket, head) => {
    if (!/^\/ws\/?(\?|$)/.test(request.url ?? '')) return socket.destroy();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    passToWebSocket(websocketPort, request, socket, head);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of sockets) socket.destroy();
      }),
  };
};

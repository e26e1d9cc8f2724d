import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import middy from '@middy/core';
import { median, percentile } from './figures';

export interface Load {
  readonly count: number;
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

export type Call = () => Promise<Response>;

const WORKERS = 4;

/** Makes every call once, four at a time, and refuses to count a call that did not succeed. */
export async function underLoad(name: string, calls: readonly Call[]): Promise<Load> {
  if (calls.length === 0) throw new Error(`${name}: nothing to measure`);
  const waiting = [...calls];
  const times: number[] = [];
  const began = performance.now();
  const work = async (): Promise<void> => {
    for (let call = waiting.shift(); call !== undefined; call = waiting.shift()) {
      const from = performance.now();
      const reply = await call();
      const text = await reply.text();
      if (!reply.ok) throw new Error(`${name} answered ${reply.status}: ${text.slice(0, 300)}`);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  const seconds = (performance.now() - began) / 1_000;
  return {
    count: times.length,
    perSecond: times.length / seconds,
    medianMs: median(times),
    p99Ms: percentile(times, 99),
  };
}

/** The reference: middy around nothing, behind Node's own server, in this run and on this machine. */
export async function bareMiddy(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const handler = middy<object, { statusCode: number; body: string }>().handler(async () => ({
    statusCode: 200,
    body: '{"status":"well"}',
  }));
  const server: Server = createServer(async (_request, reply) => {
    const answer = await handler({}, {} as never);
    reply.writeHead(answer.statusCode, { 'content-type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

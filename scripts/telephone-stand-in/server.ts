import { createServer, type IncomingMessage } from 'node:http';

interface Rung {
  readonly by: 'texts' | 'calls';
  readonly phone: string;
  readonly words: string;
}

export interface TelephoneStandIn {
  readonly baseUrl: string;
  /** What was taken over for delivery, oldest first. */
  readonly rung: readonly Rung[];
  /** From now on the gateway is out of order, or works again. */
  fail(broken: boolean): void;
  stop(): Promise<void>;
}

const read = async (request: IncomingMessage): Promise<{ phone?: string; words?: string }> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
};

/** A loopback gateway for texts and calls. Numbers that end in 0000 are not in use (422); a wrong key is 401. */
export const startTelephoneStandIn = async (options: {
  port: number;
  key: string;
}): Promise<TelephoneStandIn> => {
  const rung: Rung[] = [];
  let broken = false;
  const statusFor = async (request: IncomingMessage): Promise<number> => {
    if (broken) return 503;
    if (request.headers.authorization !== `Bearer ${options.key}`) return 401;
    const by = /^\/(texts|calls)$/.exec(request.url ?? '')?.[1] as Rung['by'] | undefined;
    if (request.method !== 'POST' || by === undefined) return 405;
    const { phone = '', words = '' } = await read(request);
    if (phone.endsWith('0000')) return 422;
    rung.push({ by, phone, words });
    return 202;
  };
  const server = createServer((request, response) => {
    statusFor(request).then(
      (status) => response.writeHead(status).end(),
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
    rung,
    fail: (now) => {
      broken = now;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

import { createServer } from 'node:net';

const host = '127.0.0.1';

const tryListen = (port: number): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(undefined) : reject(error),
    );
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(bound));
    });
  });

export const isPortFree = async (port: number): Promise<boolean> => (await tryListen(port)) !== undefined;

/** The stack takes this many ports in a row: page, API, WebSocket, Lambda, database, WeChat stand-in, files. */
export const portsInARow = 7;

/** The first of a run of neighbouring ports that are all free, somewhere out of the way of ordinary services. */
export const freePortRun = async (random: () => number = Math.random): Promise<number> => {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const first = 20_000 + Math.floor(random() * 12_000);
    const run = Array.from({ length: portsInARow }, (_, offset) => first + offset);
    const free = await Promise.all(run.map(isPortFree));
    if (free.every(Boolean)) return first;
  }
  throw new Error('no run of free ports was found in 50 attempts');
};

/** A single free port chosen by the operating system. */
export const freePort = async (): Promise<number> => {
  const port = await tryListen(0);
  if (port === undefined) throw new Error('the operating system gave no free port');
  return port;
};

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Problem } from './problem';
import { type Running, start } from './processes';

export interface Database {
  readonly endpoint: string;
  stop(): Promise<void>;
}

const binaryPackage = `@dynoxide/${process.platform}-${process.arch}`;

const binaryPath = (): string => {
  try {
    const manifest = createRequire(join(process.cwd(), 'package.json')).resolve(
      `${binaryPackage}/package.json`,
    );
    return join(manifest, '..', process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
  } catch (cause) {
    throw new Problem(
      `The embedded database ${binaryPackage} is not installed for this platform. Install it with ` +
        '`npm install --include=optional`, or start any DynamoDB Local and set DYNAMODB_ENDPOINT to its address.',
      { cause },
    );
  }
};

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    const reply = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.ListTables',
        authorization:
          'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: '{}',
    });
    await reply.text();
    return true;
  } catch {
    // Connection refused is the ordinary answer until the socket is bound; the caller bounds the wait.
    return false;
  }
};

const untilAnswering = async (database: Running, endpoint: string): Promise<void> => {
  let ended = false;
  void database.ended.then(() => {
    ended = true;
  });
  for (let waited = 0; waited < 10_000; waited += 25) {
    if (ended) throw new Error(database.tail());
    if (await answers(endpoint)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('no answer within 10 seconds');
};

/** Starts the embedded DynamoDB on loopback; without a `file` it lives in memory only. */
export const startEmbeddedDatabase = async (options: { port: number; file?: string }): Promise<Database> => {
  const { port, file } = options;
  const endpoint = `http://127.0.0.1:${port}`;
  const database = start(binaryPath(), [
    'serve',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    ...(file === undefined ? [] : ['--db-path', file]),
  ]);
  try {
    await untilAnswering(database, endpoint);
  } catch (cause) {
    await database.stop();
    const why = (cause as Error).message.split('\n').at(-1);
    throw new Problem(
      file === undefined
        ? `The embedded database did not start: ${why}`
        : `The data file ${file} cannot be opened (${why}). Keep a copy if you need it, then run \`npm start -- --reset\` to begin afresh.`,
      { cause },
    );
  }
  return { endpoint, stop: () => database.stop() };
};

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Problem } from './problem';
import { type Running, start } from './processes';
import type { Consumer } from './stream-poller';

export interface Api {
  /** Calls a deployed function by its name in `config/functions`, as a schedule or a stream would. */
  invoke(functionName: string, event: object): Promise<unknown>;
  readonly pid: number | undefined;
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

const patienceMs = 120_000;

/** Every function is a worker with a heap of its own; young generations of 48 MB each are no use to any of them. */
const thrift = ['--max-semi-space-size=2'];

const healthy = async (port: number): Promise<boolean> => {
  try {
    const reply = await fetch(`http://127.0.0.1:${port}/api/health`);
    await reply.text();
    return reply.ok;
  } catch {
    // Refused until the gateway is bound; the caller bounds the wait.
    return false;
  }
};

const untilHealthy = async (gateway: Running, port: number): Promise<void> => {
  let ended = false;
  void gateway.ended.then(() => {
    ended = true;
  });
  for (const started = Date.now(); Date.now() - started < patienceMs; ) {
    if (ended) throw new Problem(`The local API ended before it was ready:\n${gateway.tail()}`);
    if (await healthy(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Problem(`The local API did not become healthy within two minutes:\n${gateway.tail()}`);
};

/** What a handler writes to the terminal of its own accord, without the gateway's banners and routes. */
const isWorthShowing = (line: string): boolean =>
  /error|exception|refused to|✖/i.test(line) && !/errorCode"?:0|^\s*│/.test(line);

/** serverless-offline: HTTP API, WebSocket, schedules and the Lambda endpoint, as serverless.yml describes them. */
export const startApi = async (options: {
  httpPort: number;
  websocketPort: number;
  lambdaPort: number;
  environment: Readonly<Record<string, string>>;
  functionsFolder: string;
  report(line: string): void;
  started(stop: () => Promise<void>): void;
}): Promise<Api> => {
  const { httpPort, websocketPort, lambdaPort, environment, functionsFolder, report } = options;
  const program = createRequire(join(process.cwd(), 'package.json')).resolve('serverless/bin/serverless.js');
  const gateway = start(process.execPath, [...thrift, program, 'offline', 'start', '--stage', 'local'], {
    env: {
      ...process.env,
      ...environment,
      API_PORT: String(httpPort),
      WEBSOCKET_PORT: String(websocketPort),
      LAMBDA_PORT: String(lambdaPort),
      NUANLIN_FUNCTIONS: functionsFolder,
      SLS_TELEMETRY_DISABLED: '1',
      SLS_NOTIFICATIONS_MODE: 'off',
      NODE_NO_WARNINGS: '1',
    },
    onLine: (line) => {
      if (isWorthShowing(line)) report(line);
    },
  });
  options.started(() => gateway.stop());
  await untilHealthy(gateway, httpPort);
  return {
    pid: gateway.child.pid,
    ended: gateway.ended,
    stop: () => gateway.stop(),
    invoke: async (functionName, event) => {
      const reply = await fetch(
        `http://127.0.0.1:${lambdaPort}/2015-03-31/functions/nuanlin-local-${functionName}/invocations`,
        { method: 'POST', body: JSON.stringify(event) },
      );
      const text = await reply.text();
      if (!reply.ok || reply.headers.has('x-amz-function-error')) throw new Error(`${functionName}: ${text}`);
      return text === '' ? undefined : JSON.parse(text);
    },
  };
};

interface BatchReply {
  readonly batchItemFailures?: readonly unknown[];
}

/** A function behind `stream:` in `config/functions`; failures that it reports by item are tried again too. */
export const consumerOf = (api: Api, functionName: string): Consumer => ({
  name: functionName,
  deliver: async (event) => {
    const reply = (await api.invoke(functionName, event)) as BatchReply | undefined | null;
    const failed = reply?.batchItemFailures?.length ?? 0;
    if (failed > 0) throw new Error(`${failed} of ${event.Records.length} changes were not digested`);
  },
});

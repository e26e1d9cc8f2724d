import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { type S3StandIn, startS3StandIn } from '../s3-stand-in/server';
import { startTelephoneStandIn, type TelephoneStandIn } from '../telephone-stand-in/server';
import { startWeChatStandIn, type WeChatStandIn } from '../wechat-stand-in/server';
import { type Api, consumerOf, startApi } from './api';
import { databaseFile, localTable, prepareTable, type SeedSize } from './county-data';
import { claimData } from './data-folder';
import { startEmbeddedDatabase } from './embedded-database';
import { builtFunctions } from './functions-build';
import { builtPages } from './h5-build';
import { startPageServer } from './page-server';
import { freePortRun, isPortFree, portsInARow } from './ports';
import { Problem } from './problem';
import { checkpointsIn } from './stream-checkpoints';
import { followStream } from './stream-poller';

export interface StackOptions {
  /** The first of seven neighbouring ports; free ones are found when it is absent. */
  readonly port?: number;
  /** An already running DynamoDB, instead of the embedded one. */
  readonly databaseEndpoint?: string | undefined;
  /** Folder that keeps the data; a temporary one, removed by `stop`, when it is absent. */
  readonly data?: string;
  /** Also build and serve the pages for the browser. */
  readonly web?: boolean;
  readonly seed?: SeedSize;
  /** Progress, one line a step. */
  readonly report?: (line: string) => void;
  /** Gets a way to stop as soon as there is something to stop, so that a signal half-way leaves nothing behind. */
  readonly started?: (stop: () => Promise<void>) => void;
}

export interface Stack {
  /** Where a person opens the pages; the API alone when `web` is off. */
  readonly url: string;
  readonly apiUrl: string;
  readonly websocketUrl: string;
  /** What the handlers see, for code that wants the same table and secrets. */
  readonly environment: Readonly<Record<string, string>>;
  readonly wechat: WeChatStandIn;
  readonly telephone: TelephoneStandIn;
  readonly files: S3StandIn;
  /** Calls a function by its name in `config/functions`, for instance `matching-sweep`. */
  invoke(functionName: string, event?: object): Promise<unknown>;
  /** Process ids of the gateway and the rest, for measurements. */
  readonly apiPid: number | undefined;
  /** Resolves when the API has ended by itself. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

const streamConsumers = [
  'matching-on-change',
  'live-on-change',
  'time-bank-on-change',
  'alerts-on-change',
  'planning-on-change',
];
const { tableName, region, credentials } = localTable;

/** Undoes what was started, newest first, however far the start came. */
const undoing = () => {
  const steps: (() => Promise<void> | void)[] = [];
  let done: Promise<void> | undefined;
  const undoAll = async (): Promise<void> => {
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) await step();
  };
  return {
    add: (step: () => Promise<void> | void): void => {
      steps.push(step);
      // Something that came up while everything was being taken down goes down too.
      if (done !== undefined) done = done.then(undoAll);
    },
    stop: (): Promise<void> => {
      done ??= undoAll();
      return done;
    },
  };
};

const firstPort = async (wanted: number | undefined): Promise<number> => {
  if (wanted === undefined) return freePortRun();
  for (let port = wanted; port < wanted + portsInARow; port += 1) {
    if (!(await isPortFree(port))) {
      throw new Problem(
        `Port ${port} is taken (ports ${wanted} to ${wanted + portsInARow - 1} are needed). ` +
          `Stop what runs there, or move: npm start -- --port ${wanted + 100}`,
      );
    }
  }
  return wanted;
};

const secretIn = (data: string): string => {
  const file = join(data, 'token-secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
};

/** The whole product on loopback: database, WeChat's stand-in, API, WebSocket, schedules, streams and pages. */
export const startStack = async (options: StackOptions = {}): Promise<Stack> => {
  const { report = () => undefined, web = false, seed = 'small' } = options;
  const undo = undoing();
  options.started?.(undo.stop);
  try {
    const port = await firstPort(options.port);
    const [apiPort, websocketPort, lambdaPort, databasePort, wechatPort, filesPort] = [1, 2, 3, 4, 5, 6].map(
      (offset) => port + offset,
    ) as [number, number, number, number, number, number];
    const data = options.data ?? mkdtempSync(join(tmpdir(), 'nuanlin-'));
    if (options.data === undefined) undo.add(() => rmSync(data, { recursive: true, force: true }));
    mkdirSync(data, { recursive: true });
    undo.add(claimData(data));

    const external = options.databaseEndpoint;
    const database =
      external === undefined
        ? await startEmbeddedDatabase({ port: databasePort, file: databaseFile(data) })
        : { endpoint: external, stop: async () => undefined };
    undo.add(database.stop);
    report(`数据库 database  ${database.endpoint}`);

    const pushToken = 'local-push';
    const wechat = await startWeChatStandIn({
      port: wechatPort,
      appId: 'wxlocal',
      appSecret: 'local',
      pushTo: { url: `http://127.0.0.1:${apiPort}/wechat/push`, token: pushToken },
    });
    undo.add(wechat.stop);
    report(`微信替身 WeChat stand-in  ${wechat.baseUrl}`);

    const telephone = await startTelephoneStandIn({ port: 0, key: 'local' });
    undo.add(telephone.stop);

    let uploaded: (event: object) => void = () => undefined;
    const files = await startS3StandIn({
      port: filesPort,
      bucket: 'nuanlin-media-local',
      region,
      ...credentials,
      folder: join(data, 'files'),
      onCreated: (event) => uploaded(event),
    });
    undo.add(files.stop);

    const environment = {
      STAGE: 'local',
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      DYNAMODB_ENDPOINT: database.endpoint,
      TABLE_NAME: tableName,
      TOKEN_SECRET: secretIn(data),
      WECHAT_BASE_URL: wechat.baseUrl,
      WECHAT_APP_ID: 'wxlocal',
      WECHAT_APP_SECRET: 'local',
      TELEPHONE_BASE_URL: telephone.baseUrl,
      TELEPHONE_KEY: 'local',
      WECHAT_ALERT_TEMPLATE: 'nuanlin-alert',
      WECHAT_PUSH_TOKEN: pushToken,
      MEDIA_BUCKET: files.bucket,
      MEDIA_ENDPOINT: files.baseUrl,
      WEBSOCKET_ENDPOINT: `http://127.0.0.1:${websocketPort}`,
    };
    const readyTable = prepareTable(database.endpoint, {
      data,
      own: external === undefined,
      size: seed,
      report,
      started: undo.add,
    });
    const builtFolder = web
      ? builtPages({
          onStart: () => report('构建页面，约半分钟 building the pages, half a minute …'),
          started: undo.add,
        })
      : undefined;
    // Each keeps a core busy, so the first start does them at once.
    const [, functionsFolder, pages] = await Promise.all([
      readyTable,
      builtFunctions({
        onStart: () => report('构建接口 building the functions …'),
        started: undo.add,
      }),
      builtFolder,
    ]);
    if (pages !== undefined) report(`页面 pages  ${pages}`);

    report('启动接口与长连接 starting the API and the WebSocket …');
    const api: Api = await startApi({
      httpPort: apiPort,
      websocketPort,
      lambdaPort,
      environment,
      functionsFolder,
      report,
      started: undo.add,
    });

    uploaded = (event) => {
      api.invoke('media-on-upload', event).catch((error: Error) => report(error.message));
    };
    const streams = new DynamoDBStreamsClient({ endpoint: database.endpoint, region, credentials });
    undo.add(() => streams.destroy());
    const following = await followStream({
      client: streams,
      tableName,
      consumers: streamConsumers.map((name) => consumerOf(api, name)),
      checkpoints: checkpointsIn(join(data, 'stream-checkpoints.json')),
      report,
    });
    undo.add(following.stop);

    if (pages !== undefined) {
      undo.add((await startPageServer({ port, folder: pages, apiPort, websocketPort })).stop);
    }
    const apiUrl = `http://127.0.0.1:${apiPort}`;
    return {
      url: pages === undefined ? apiUrl : `http://127.0.0.1:${port}`,
      apiUrl,
      websocketUrl: `ws://127.0.0.1:${websocketPort}`,
      environment,
      wechat,
      telephone,
      files,
      invoke: (functionName, event = {}) => api.invoke(functionName, event),
      apiPid: api.pid,
      ended: api.ended,
      stop: undo.stop,
    };
  } catch (error) {
    await undo.stop();
    throw error;
  }
};

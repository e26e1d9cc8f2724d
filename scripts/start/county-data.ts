import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { isSeeded, markSeeded } from './data-folder';
import { startEmbeddedDatabase } from './embedded-database';
import { Problem } from './problem';
import { start } from './processes';
import { createQuietTable, deleteTable, openStream, tableExists } from './table';

export type SeedSize = 'full' | 'small';

/** Where the table stands on this machine, and with which keys it is opened. */
export const localTable = {
  tableName: 'nuanlin-local',
  region: 'cn-northwest-1',
  credentials: {
    accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? 'local',
    secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? 'local',
  },
};

export const databaseFile = (data: string): string => join(data, 'nuanlin.db');

interface Writing {
  readonly size: SeedSize;
  readonly report: (line: string) => void;
  readonly started: (stop: () => Promise<void>) => void;
}

const writeCounty = async (endpoint: string, { size, report, started }: Writing): Promise<void> => {
  const { tableName, region, credentials } = localTable;
  const seeding = start(
    process.execPath,
    ['--import', 'tsx', join('scripts', 'start', 'run-seed.ts'), size],
    {
      env: {
        ...process.env,
        AWS_REGION: region,
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        DYNAMODB_ENDPOINT: endpoint,
        TABLE_NAME: tableName,
        NODE_NO_WARNINGS: '1',
      },
      onLine: report,
    },
  );
  started(() => seeding.stop());
  if ((await seeding.ended) !== 0)
    throw new Problem(`The demonstration data could not be written:\n${seeding.tail()}`);
};

/** The table with the demonstration county in it, written when it is not there yet or was left half-written. */
export const prepareTable = async (
  endpoint: string,
  options: Writing & { readonly data: string; readonly own: boolean },
): Promise<void> => {
  const { tableName, region, credentials } = localTable;
  const client = new DynamoDBClient({ endpoint, region, credentials });
  try {
    const exists = await tableExists(client, tableName);
    if (exists && (isSeeded(options.data) || !options.own)) return;
    if (exists) await deleteTable(client, tableName);
    options.report('首次启动，写入示范数据 first start, writing the demonstration data …');
    await createQuietTable(client, tableName);
    try {
      await writeCounty(endpoint, options);
      await openStream(client, tableName);
    } catch (error) {
      await deleteTable(client, tableName);
      throw error;
    }
    markSeeded(options.data);
  } finally {
    client.destroy();
  }
};

/** A folder with the county in it and nothing running, for stacks that each begin with a copy. */
export const writeDataFolder = async (options: {
  data: string;
  size: SeedSize;
  port: number;
}): Promise<void> => {
  const { data, size, port } = options;
  mkdirSync(data, { recursive: true });
  const database = await startEmbeddedDatabase({ port, file: databaseFile(data) });
  try {
    const quietly = { report: () => undefined, started: () => undefined };
    await prepareTable(database.endpoint, { ...quietly, data, own: true, size });
  } finally {
    await database.stop();
  }
};

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkpointsIn } from './stream-checkpoints';
import { type Consumer, followStream } from './stream-poller';
import { createTable, deleteTable } from './table';

const settings = {
  endpoint: process.env.DYNAMODB_ENDPOINT as string,
  region: 'cn-northwest-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
};
const database = new DynamoDBClient(settings);
const streams = new DynamoDBStreamsClient(settings);
const tableName = 'stream-poller-test';
const folder = mkdtempSync(join(tmpdir(), 'nuanlin-stream-'));

beforeAll(() => createTable(database, tableName));
afterAll(async () => {
  await deleteTable(database, tableName);
  database.destroy();
  streams.destroy();
  rmSync(folder, { recursive: true });
});

const write = async (...names: string[]): Promise<void> => {
  for (const name of names) {
    await database.send(
      new PutItemCommand({ TableName: tableName, Item: { pk: { S: name }, sk: { S: '-' } } }),
    );
  }
};

/** Remembers whom it was told of; refuses the first batches as often as it was asked to. */
const listener = (name: string, refusals = 0) => {
  const heard: string[] = [];
  let left = refusals;
  const consumer: Consumer = {
    name,
    deliver: async ({ Records }) => {
      if (left > 0) {
        left -= 1;
        throw new Error('not now');
      }
      for (const record of Records as { dynamodb: { Keys: { pk: { S: string } } } }[]) {
        heard.push(record.dynamodb.Keys.pk.S);
      }
    },
  };
  return { heard, consumer };
};

const until = async (isTrue: () => boolean): Promise<void> => {
  for (let waited = 0; !isTrue() && waited < 5_000; waited += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const follow = (consumers: readonly Consumer[], reports: string[] = []) =>
  followStream({
    client: streams,
    tableName,
    consumers,
    checkpoints: checkpointsIn(join(folder, 'checkpoints.json')),
    report: (line) => reports.push(line),
  });

test('each consumer hears every change in order, though one refuses twice, and a restart repeats and loses none', async () => {
  const calm = listener('calm');
  const moody = listener('moody', 2);
  const first = await follow([calm.consumer, moody.consumer]);
  await write('a', 'b', 'c');
  await until(() => calm.heard.length >= 3 && moody.heard.length >= 3);
  await first.stop();
  expect(calm.heard).toEqual(['a', 'b', 'c']);
  expect(moody.heard).toEqual(['a', 'b', 'c']);

  await write('d', 'e');
  const second = await follow([calm.consumer, moody.consumer]);
  await write('f');
  await until(() => calm.heard.length >= 6 && moody.heard.length >= 6);
  await second.stop();
  expect(calm.heard).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(moody.heard).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

test('a change that a consumer refuses ten times is reported and does not hold up the next', async () => {
  const reports: string[] = [];
  const stubborn = listener('stubborn', 10);
  const following = await follow([stubborn.consumer], reports);
  await write('g');
  await until(() => reports.length > 0);
  await write('h');
  await until(() => stubborn.heard.length > 0);
  await following.stop();
  expect(reports).toEqual([expect.stringContaining('stubborn: gave up on 1 changes')]);
  expect(stubborn.heard).toEqual(['h']);
}, 20_000);

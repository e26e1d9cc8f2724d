import {
  type _Record,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { Checkpoints } from './stream-checkpoints';

export interface Consumer {
  readonly name: string;
  /** Throws when the batch was not digested; it is then given again. */
  deliver(event: StreamEvent): Promise<void>;
}

export interface StreamEvent {
  readonly Records: readonly object[];
}

interface Following {
  readonly consumer: Consumer;
  readonly shard: string;
  iterator: string | undefined;
}

const batchSize = 25;
const pollEveryMs = 100;
const tries = 10;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Lambda gets the creation time in seconds where the SDK gives a Date; the rest of a record is the same. */
const asLambdaRecord = (record: _Record, arn: string): object => ({
  ...record,
  eventSourceARN: arn,
  dynamodb: {
    ...record.dynamodb,
    ApproximateCreationDateTime: (record.dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0) / 1000,
  },
});

const deliver = async (
  consumer: Consumer,
  event: StreamEvent,
  report: (line: string) => void,
): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await consumer.deliver(event);
    } catch (error) {
      // On AWS the batch would go to the queue of undelivered changes; here the terminal is that queue.
      if (attempt === tries) {
        report(`${consumer.name}: gave up on ${event.Records.length} changes: ${(error as Error).message}`);
        return;
      }
      await pause(100 * attempt);
    }
  }
};

/**
 * Reads the table's stream as Lambda's event source mapping does and hands batches to each consumer on its own,
 * so that a slow or failing one does not hold the others.
 */
export const followStream = async (options: {
  client: DynamoDBStreamsClient;
  tableName: string;
  consumers: readonly Consumer[];
  checkpoints: Checkpoints;
  report(line: string): void;
}): Promise<{ stop(): Promise<void> }> => {
  const { client, tableName, consumers, checkpoints, report } = options;
  const { Streams } = await client.send(new ListStreamsCommand({ TableName: tableName }));
  const arn = Streams?.at(-1)?.StreamArn;
  if (arn === undefined) throw new Error(`the table ${tableName} has no stream`);
  const followed = new Map<string, Following>();
  let stopped = false;

  const iteratorAt = async (
    consumer: Consumer,
    shard: string,
    first: boolean,
  ): Promise<string | undefined> => {
    const ask = async (position: object): Promise<string | undefined> =>
      (
        await client.send(
          new GetShardIteratorCommand({
            StreamArn: arn,
            ShardId: shard,
            ShardIteratorType: 'TRIM_HORIZON',
            ...position,
          }),
        )
      ).ShardIterator;
    const after = checkpoints.get(consumer.name, `${arn}/${shard}`);
    if (after === undefined) return ask({ ShardIteratorType: first ? 'LATEST' : 'TRIM_HORIZON' });
    try {
      return await ask({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after });
    } catch (error) {
      if ((error as Error).name !== 'TrimmedDataAccessException') throw error;
      // A stream keeps a day; after a longer rest the oldest that is left comes next, and the sweep does the rest.
      return ask({});
    }
  };

  const findShards = async (first: boolean): Promise<void> => {
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: arn }));
    for (const { ShardId: shard } of StreamDescription?.Shards ?? []) {
      if (shard === undefined) continue;
      for (const consumer of consumers) {
        const key = `${consumer.name} ${shard}`;
        if (!followed.has(key))
          followed.set(key, { consumer, shard, iterator: await iteratorAt(consumer, shard, first) });
      }
    }
  };

  const readOnce = async (following: Following): Promise<void> => {
    if (following.iterator === undefined) return;
    const { Records = [], NextShardIterator } = await client.send(
      new GetRecordsCommand({ ShardIterator: following.iterator, Limit: batchSize }),
    );
    const last = Records.at(-1)?.dynamodb?.SequenceNumber;
    if (last !== undefined) {
      await deliver(
        following.consumer,
        { Records: Records.map((record) => asLambdaRecord(record, arn)) },
        report,
      );
      checkpoints.set(following.consumer.name, `${arn}/${following.shard}`, last);
    }
    following.iterator = NextShardIterator;
    if (Records.length === batchSize && !stopped) await readOnce(following);
  };

  const readFor = async (consumer: Consumer): Promise<void> => {
    for (let round = 1; !stopped; round += 1) {
      try {
        if (round % 100 === 0) await findShards(false);
        for (const following of followed.values()) {
          if (following.consumer === consumer) await readOnce(following);
        }
      } catch (error) {
        if (stopped) return;
        report(`${consumer.name}: reading the stream failed and is tried again: ${(error as Error).message}`);
        for (const following of followed.values()) {
          if (following.consumer === consumer) followed.delete(`${consumer.name} ${following.shard}`);
        }
        await pause(1_000);
        await findShards(false).catch((again: Error) => report(`${consumer.name}: ${again.message}`));
      }
      await pause(pollEveryMs);
    }
  };

  await findShards(true);
  const loops = consumers.map(readFor);
  return {
    stop: async () => {
      stopped = true;
      await Promise.all(loops);
    },
  };
};

import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { type MemoryTable, mulberry32, type StreamRecord } from './memory-table';

type Image = Record<string, AttributeValue>;
const imageOf = (record: StreamRecord['after']): Image =>
  marshall(record, { removeUndefinedValues: true }) as Image;

/**
 * The stream of a table in memory, as its consumer may meet it: what has changed since the last `take`, some of it
 * twice (a batch that was delivered again) and in any order (other items travel in other shards). Same seed, same
 * disorder.
 */
export function unrulyStream(table: MemoryTable, seed: number) {
  const random = mulberry32(seed);
  let waiting: DynamoDBRecord[] = [];
  let serial = 0;
  table.onChange(({ before, after }) => {
    serial += 1;
    waiting.push({
      eventName: after ? (before ? 'MODIFY' : 'INSERT') : 'REMOVE',
      dynamodb: {
        SequenceNumber: String(serial),
        ...(before ? { OldImage: imageOf(before) } : {}),
        ...(after ? { NewImage: imageOf(after) } : {}),
      },
    } as DynamoDBRecord);
  });
  return {
    take(): DynamoDBStreamEvent {
      const taken = waiting.flatMap((record) => (random() < 0.3 ? [record, record] : [record]));
      waiting = [];
      const shuffled = taken
        .map((record) => ({ record, at: random() }))
        .sort((a, b) => a.at - b.at)
        .map(({ record }) => record);
      return { Records: shuffled };
    },
  };
}

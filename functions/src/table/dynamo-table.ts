import { randomUUID } from 'node:crypto';
import type { ConsumedCapacity, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type Instant, instantOf, millisOf } from '@shared/kernel/instant';
import { allow, refuse } from '@shared/kernel/result';
import * as z from 'zod';
import { needed } from '../platform/environment';
import { DynamoError, dynamoClient, isPassing } from './dynamo-client';
import {
  type ItemKind,
  type Key,
  type ListQuery,
  type Table,
  TableUnavailable,
  UnknownCursor,
  type Wanted,
  type Write,
} from './port';
import {
  fromRecord,
  hasExpired,
  keyText,
  readEach,
  readMany,
  readPage,
  type TableRecord,
  toRecord,
} from './record';
import { unitCounter } from './units';

const ATTEMPTS = 6;
const READ_ATTEMPTS = 3;
const BATCH_GET_LIMIT = 100;

interface Options {
  readonly tableName: string;
  /** Where DynamoDB answers; absent on AWS. */
  readonly endpoint?: string;
  readonly clock?: () => Instant;
}

/** The table on DynamoDB, or on anything that speaks its protocol. */
export function createDynamoTable({
  tableName,
  endpoint,
  clock = () => instantOf(Date.now()),
}: Options): Table {
  const call = dynamoClient({
    region: needed('AWS_REGION'),
    ...(endpoint === undefined ? {} : { endpoint }),
  });
  const units = unitCounter();
  /** Reads are tried again while that may help; then they say so in the port's own word, as commits do. */
  const read: typeof call = async (operation, input) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await call(operation, input);
      } catch (error) {
        if (!isPassing(error)) throw error;
        if (attempt === READ_ATTEMPTS)
          throw new TableUnavailable('the table did not answer', { cause: error });
        await pause(attempt);
      }
    }
  };
  const live = (record: TableRecord): boolean => !hasExpired(record, clock());
  /** The records of the keys in the order asked, each read once, a hundred a trip. */
  const batchGet = async (keys: readonly Key[], consistent: boolean) => {
    const found = new Map<string, TableRecord>();
    const unique = [...new Map(keys.map((key) => [keyText(key), key])).values()];
    for (let start = 0; start < unique.length; start += BATCH_GET_LIMIT) {
      let wanted = unique.slice(start, start + BATCH_GET_LIMIT).map((key) => marshall(key));
      for (let attempt = 0; wanted.length > 0; attempt += 1) {
        if (attempt > 0) await pause(attempt);
        if (attempt === ATTEMPTS) throw new TableUnavailable('batch get stayed unprocessed');
        const answer = await read('BatchGetItem', {
          RequestItems: { [tableName]: { Keys: wanted, ConsistentRead: consistent } },
          ReturnConsumedCapacity: 'TOTAL',
        });
        units.add(capacity(answer.ConsumedCapacity), 0);
        const items = answer.Responses?.[tableName] ?? [];
        for (const item of items) {
          const record = unmarshall(item) as TableRecord;
          if (live(record)) found.set(keyText(record), record);
        }
        const left = (answer.UnprocessedKeys?.[tableName]?.Keys ?? []) as typeof wanted;
        // An answer ends at 16 MB: what is left then is simply asked for next.
        if (items.length > 0) attempt = -1;
        wanted = left;
      }
    }
    return keys.map((key) => found.get(keyText(key)));
  };

  return {
    units,

    async get(kind, key) {
      const answer = await read('GetItem', {
        TableName: tableName,
        Key: marshall(key),
        ConsistentRead: true,
        ReturnConsumedCapacity: 'TOTAL',
      });
      units.add(answer.ConsumedCapacity?.CapacityUnits ?? 1, 0);
      const record = answer.Item && (unmarshall(answer.Item) as TableRecord);
      return record && live(record) ? fromRecord(kind, record) : undefined;
    },

    async getMany(kind, keys) {
      return readMany(kind, await batchGet(keys, true));
    },

    async glance(wanted) {
      const asked = wanted as readonly Wanted<unknown>[];
      const found = await batchGet(
        asked.map(({ key }) => key),
        false,
      );
      return readEach(
        asked.map(({ kind }) => kind as ItemKind<never>),
        found,
      ) as never;
    },

    async list(kind, query) {
      const answer = await read('Query', {
        TableName: tableName,
        ReturnConsumedCapacity: 'TOTAL',
        ...queryInput(query),
      });
      units.add(answer.ConsumedCapacity?.CapacityUnits ?? 0.5, 0);
      const records = (answer.Items ?? []).map((item) => unmarshall(item) as TableRecord).filter(live);
      const next = answer.LastEvaluatedKey && encodeCursor(unmarshall(answer.LastEvaluatedKey));
      return { ...readPage(kind, records), ...(next === undefined ? {} : { next }) };
    },

    async commit(writes) {
      const token = randomUUID();
      const items = writes.map((write) => transactItem(tableName, write, clock()));
      for (let attempt = 1; ; attempt += 1) {
        try {
          const answer = await call('TransactWriteItems', {
            TransactItems: items,
            ClientRequestToken: token,
            ReturnConsumedCapacity: 'TOTAL',
          });
          units.add(0, capacity(answer.ConsumedCapacity));
          return allow(undefined);
        } catch (error) {
          if (error instanceof DynamoError && error.name === 'TransactionCanceledException') {
            const reasons = error.reasons.map((reason) => reason.Code ?? 'None');
            const write = writes[reasons.indexOf('ConditionalCheckFailed')];
            if (write) return refuse(write.refusal);
            // Anything but weather is a bug of ours, and would fail again.
            if (!reasons.every((reason) => passingReasons.has(reason))) throw error;
          } else if (!isPassing(error)) {
            throw error;
          }
          // A conflict or throttle may pass; the token makes a repeat of a write that did happen harmless.
          if (attempt === ATTEMPTS) throw new TableUnavailable('the transaction found no moment to happen');
          await pause(attempt);
        }
      }
    },
  };
}

const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));

const capacity = (list: readonly ConsumedCapacity[] | undefined): number =>
  (list ?? []).reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0);

const passingReasons = new Set([
  'None',
  'TransactionConflict',
  'ProvisionedThroughputExceeded',
  'ThrottlingError',
]);

function transactItem(TableName: string, write: Write, now: Instant): TransactWriteItem {
  const marshalled = (value: unknown, version: number) =>
    marshall(toRecord(write.kind as never, value as never, version), { removeUndefinedValues: true });
  if (write.verb === 'create') {
    return {
      Put: {
        TableName,
        Item: marshalled(write.value, 1),
        ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
        ExpressionAttributeValues: { ':now': { N: String(Math.floor(millisOf(now) / 1000)) } },
      },
    };
  }
  const { version, value } = write.old;
  const condition = {
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': { N: String(version) } },
  };
  if (write.verb === 'replace') {
    return { Put: { TableName, Item: marshalled(write.value, version + 1), ...condition } };
  }
  const Key = marshall(write.kind.key(value as never));
  return write.verb === 'erase'
    ? { Delete: { TableName, Key, ...condition } }
    : { ConditionCheck: { TableName, Key, ...condition } };
}

function queryInput(query: ListQuery) {
  const pkName = query.index ? `${query.index}Pk` : 'pk';
  const skName = query.index ? `${query.index}Sk` : 'sk';
  const values: Record<string, { S: string }> = { ':pk': { S: query.pk } };
  let condition = '#pk = :pk';
  if (query.prefix !== undefined) {
    values[':prefix'] = { S: query.prefix };
    condition += ' AND begins_with(#sk, :prefix)';
  } else if (query.from !== undefined || query.to !== undefined) {
    values[':from'] = { S: query.from ?? ' ' };
    values[':to'] = { S: query.to ?? '\uffff' };
    condition += ' AND #sk BETWEEN :from AND :to';
  }
  const usesSk = condition !== '#pk = :pk';
  return {
    ...(query.index ? { IndexName: query.index } : { ConsistentRead: true }),
    KeyConditionExpression: condition,
    ExpressionAttributeNames: { '#pk': pkName, ...(usesSk ? { '#sk': skName } : {}) },
    ExpressionAttributeValues: values,
    Limit: query.limit ?? 200,
    ScanIndexForward: !query.descending,
    ...(query.after === undefined ? {} : { ExclusiveStartKey: marshall(decodeCursor(query.after, query)) }),
  };
}

const encodeCursor = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** A cursor has been in a client's hands: it must name one item of the very partition that is listed. */
function decodeCursor(text: string, { index, pk }: ListQuery): Record<string, string> {
  const parsed = cursorShape(index).safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (!parsed.success || parsed.data[index ? `${index}Pk` : 'pk'] !== pk) throw new UnknownCursor();
  return parsed.data;
}

const cursorShape = (index: ListQuery['index']) => {
  const names = ['pk', 'sk', ...(index ? [`${index}Pk`, `${index}Sk`] : [])];
  return z.strictObject(Object.fromEntries(names.map((name) => [name, z.string().min(1)])));
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnknownCursor('the cursor is not JSON', { cause: error });
  }
}

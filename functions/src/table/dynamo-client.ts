import type {
  BatchGetItemInput,
  BatchGetItemOutput,
  CancellationReason,
  GetItemInput,
  GetItemOutput,
  QueryInput,
  QueryOutput,
  TransactWriteItemsInput,
  TransactWriteItemsOutput,
} from '@aws-sdk/client-dynamodb';
import { awsPost, NoAnswer } from '../platform/aws-post';

interface Operations {
  GetItem: [GetItemInput, GetItemOutput];
  BatchGetItem: [BatchGetItemInput, BatchGetItemOutput];
  Query: [QueryInput, QueryOutput];
  TransactWriteItems: [TransactWriteItemsInput, TransactWriteItemsOutput];
}

export type CallDynamo = <O extends keyof Operations>(
  operation: O,
  input: Operations[O][0],
) => Promise<Operations[O][1]>;

/** An answer that says no. `name` is DynamoDB's, for instance `TransactionCanceledException`. */
export class DynamoError extends Error {
  constructor(
    override readonly name: string,
    readonly status: number,
    /** One for each line of a cancelled transaction. */
    readonly reasons: readonly CancellationReason[],
  ) {
    super(name);
  }
}

/** DynamoDB's JSON protocol (`AmazonDynamoDB 20120810`, JSON 1.0): the four operations that the table speaks. */
export function dynamoClient({ region, endpoint }: { region: string; endpoint?: string }): CallDynamo {
  const partition = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const service = {
    service: 'dynamodb',
    region,
    endpoint: new URL(endpoint ?? `https://dynamodb.${region}.${partition}`),
  };
  return async (operation, input) => {
    const { status, text } = await awsPost(
      service,
      '/',
      { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `DynamoDB_20120810.${operation}` },
      JSON.stringify(input, packedAsText),
    );
    const answer = readJson(text);
    if (status === 200 && answer !== undefined) return answer as never;
    const { __type = 'UnknownError', CancellationReasons = [] } = (answer ?? {}) as {
      __type?: string;
      CancellationReasons?: CancellationReason[];
    };
    throw new DynamoError(__type.split('#').at(-1) ?? __type, status, CancellationReasons);
  };
}

/** Bytes travel as base64 (attribute type `B`). A `Buffer` is asked before it makes JSON of itself. */
function packedAsText(this: Record<string, unknown>, name: string, value: unknown): unknown {
  const raw = this[name];
  return raw instanceof Uint8Array ? Buffer.from(raw).toString('base64') : value;
}

/** Only a value of type `B` is a string under this name: an attribute that is called so holds a typed value. */
const textAsPacked = (name: string, value: unknown): unknown =>
  name === 'B' && typeof value === 'string' ? Uint8Array.from(Buffer.from(value, 'base64')) : value;

/** A proxy or a broken balancer may answer with a page; its status tells enough. */
function readJson(text: string): unknown {
  try {
    return text.includes('"B":"') ? JSON.parse(text, textAsPacked) : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const passing = new Set([
  'TransactionConflictException',
  'TransactionInProgressException',
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
]);

/** Whether the same call may succeed a moment later: weather, not a mistake of ours. */
export const isPassing = (error: unknown): boolean =>
  error instanceof NoAnswer ||
  (error instanceof DynamoError && (error.status >= 500 || passing.has(error.name)));

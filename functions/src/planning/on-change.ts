import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Deps } from '../platform/deps';
import { systemDeps } from '../platform/system-deps';
import { planKey } from './items';
import { arrangePlan } from './publish-plan';
import { solvePlan } from './solve-plan';

const area = { areaCode: z.string(), on: z.string() };
/** Only the beginning of each: what the work itself writes as it goes is not begun again. */
const begun = z.object({
  kind: z.literal('RoutePlan'),
  body: z.discriminatedUnion('status', [
    z.object({ status: z.literal('solving'), share: z.literal(0), ...area }),
    z.object({ status: z.literal('publishing'), done: z.literal(0), ...area }),
  ]),
});

/** A record only says where to look: what is done is decided on what is stored now. */
async function follow(deps: Deps, record: DynamoDBRecord): Promise<void> {
  const image = record.dynamodb?.NewImage;
  if (!image) return;
  const changed = begun.safeParse(unmarshall(image as Record<string, AttributeValue>));
  if (!changed.success) return;
  const { status, areaCode, on } = changed.data.body;
  const key = planKey(areaCode, on);
  if (status === 'solving') await solvePlan(deps, key);
  else await arrangePlan(deps, key);
}

export const followChanges = (
  deps: Deps,
  event: DynamoDBStreamEvent,
  context?: Context,
): Promise<DynamoDBBatchResponse> =>
  processPartialResponse(
    event,
    (record: DynamoDBRecord) => follow(deps, record),
    new BatchProcessor(EventType.DynamoDBStreams),
    { throwOnFullBatchFailure: false, ...(context === undefined ? {} : { context }) },
  );

/** The table's stream: a plan that was asked for is solved, one that was published is arranged. */
export const handler = (event: DynamoDBStreamEvent, context: Context) =>
  followChanges(systemDeps(), event, context);

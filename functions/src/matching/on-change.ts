import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { requestId as requestIdShape } from '@shared/kernel/ids';
import type { DynamoDBRecord, DynamoDBStreamEvent, DynamoDBStreamHandler } from 'aws-lambda';
import * as z from 'zod';
import { systemDeps } from '../platform/system-deps';
import { advanceRequest } from './advance-request';

/** What of a changed record tells that a request should be looked at now rather than in a minute. */
const relevant = z.union([
  z.object({
    kind: z.literal('ServiceRequest'),
    body: z.object({ requestId: requestIdShape, status: z.literal('open') }),
  }),
  z.object({
    kind: z.literal('Offer'),
    body: z.object({ requestId: requestIdShape, status: z.literal('declined') }),
  }),
]);

const processor = new BatchProcessor(EventType.DynamoDBStreams);

async function onRecord(record: DynamoDBRecord): Promise<void> {
  const image = record.dynamodb?.NewImage;
  if (!image) return;
  const changed = relevant.safeParse(unmarshall(image as Record<string, AttributeValue>));
  if (changed.success) await advanceRequest(systemDeps(), changed.data.body.requestId);
}

/** The table's stream: a new request is matched within a moment, and a decline goes on to the next. */
export const handler: DynamoDBStreamHandler = (event: DynamoDBStreamEvent, context) =>
  processPartialResponse(event, onRecord, processor, { context });

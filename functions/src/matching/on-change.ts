import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type HelperId, type RequestId, requestId as requestIdShape } from '@shared/kernel/ids';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Deps } from '../platform/deps';
import { systemDeps } from '../platform/system-deps';
import { advanceRequest } from './advance-request';
import { followHelpers } from './roster/follow-helpers';
import { sharedOut } from './share-out';
import { withdrawLeft } from './withdraw-left';

/** What of a changed record tells that a request should be looked at now rather than in a minute. */
const toAdvance = z.union([
  z.object({
    kind: z.literal('ServiceRequest'),
    body: z.object({ requestId: requestIdShape, status: z.literal('open') }),
  }),
  z.object({
    kind: z.literal('Offer'),
    body: z.object({ requestId: requestIdShape, status: z.literal('declined') }),
  }),
]);
/** Only an emergency asks more people than one transaction can tell that it is over. */
const toClear = z.object({
  kind: z.literal('ServiceRequest'),
  body: z.object({
    requestId: requestIdShape,
    urgency: z.literal('emergency'),
    status: z.enum(['scheduled', 'cancelled', 'closed_unmet']),
  }),
});

/**
 * A record only says where to look: what is done is decided on what is stored now. So it may come twice, late, or in
 * another order.
 */
async function follow(
  deps: Deps,
  record: DynamoDBRecord,
  shared: ReadonlyMap<RequestId, HelperId>,
): Promise<void> {
  const changed = imageOf(record);
  const advanced = toAdvance.safeParse(changed);
  if (advanced.success) await advanceRequest(deps, advanced.data.body.requestId, shared);
  const over = toClear.safeParse(changed);
  if (over.success) await withdrawLeft(deps, over.data.body.requestId);
}

const imageOf = (record: DynamoDBRecord): unknown => {
  const image = record.dynamodb?.NewImage;
  return image && unmarshall(image as Record<string, AttributeValue>);
};

/**
 * Follows every record of a batch; those that failed are named, so that the stream brings them again. Requests that
 * begin in one batch are shared out together: under load a batch fills while the one before is worked on, and
 * otherwise nobody waits for it. The roster is brought up first, so that who has just come free is found by a request
 * that was made after.
 */
export async function followChanges(
  deps: Deps,
  event: DynamoDBStreamEvent,
  context?: Context,
): Promise<DynamoDBBatchResponse> {
  const notKept = await followHelpers(deps, event);
  const begun = event.Records.flatMap((record) => {
    const { data } = toAdvance.safeParse(imageOf(record));
    return data?.kind === 'ServiceRequest' ? [data.body.requestId] : [];
  });
  const shared = await sharedOut(deps, begun);
  const { batchItemFailures } = await processPartialResponse(
    event,
    (record: DynamoDBRecord) => follow(deps, record, shared),
    new BatchProcessor(EventType.DynamoDBStreams),
    { throwOnFullBatchFailure: false, ...(context === undefined ? {} : { context }) },
  );
  return { batchItemFailures: [...notKept, ...batchItemFailures] };
}

/** The table's stream: a new request is matched within a moment, and a decline goes on to the next. */
export const handler = (event: DynamoDBStreamEvent, context: Context) =>
  followChanges(systemDeps(), event, context);

import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { callId, visitId } from '@shared/kernel/ids';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Deps } from '../platform/deps';
import { systemDeps } from '../platform/system-deps';
import { followReadings, followVisit } from './causes';
import { type Channels, systemChannels } from './channels';
import { deliver } from './deliver';
import { messageNames } from './items';
import { tellMissedCall, tellWitness } from './texts';

const changedVisit = z.object({ kind: z.literal('visit'), body: z.object({ visitId }) });
const newReadings = z.object({
  kind: z.literal('visit_entry'),
  body: z.object({ visitId, entry: z.object({ kind: z.literal('vitals') }) }),
});
const missedCall = z.object({
  kind: z.literal('VideoCall'),
  body: z.object({ callId, status: z.literal('missed') }),
});
const namedWitness = z.object({
  kind: z.literal('WitnessAsk'),
  body: z.object({ visitId, side: z.string() }),
});
const waitingMessage = z.object({
  kind: z.literal('Message'),
  body: z.object({ ...messageNames.shape, status: z.literal('waiting') }),
});

/** A record only says where to look: what is done is decided on what is stored now. */
async function follow(deps: Deps, channels: Channels, record: DynamoDBRecord): Promise<void> {
  const image = record.dynamodb?.NewImage;
  if (!image) return;
  const changed = unmarshall(image as Record<string, AttributeValue>);
  const visit = changedVisit.safeParse(changed);
  if (visit.success) await followVisit(deps, visit.data.body.visitId);
  const readings = newReadings.safeParse(changed);
  if (readings.success) await followReadings(deps, readings.data.body.visitId);
  const call = missedCall.safeParse(changed);
  if (call.success) await tellMissedCall(deps, channels.text, call.data.body.callId);
  const witness = namedWitness.safeParse(changed);
  if (witness.success) await tellWitness(deps, channels.text, witness.data.body);
  const message = waitingMessage.safeParse(changed);
  if (message.success) await deliver(deps, channels, message.data.body);
}

export const followChanges = (
  deps: Deps,
  channels: Channels,
  event: DynamoDBStreamEvent,
  context?: Context,
): Promise<DynamoDBBatchResponse> =>
  processPartialResponse(
    event,
    (record: DynamoDBRecord) => follow(deps, channels, record),
    new BatchProcessor(EventType.DynamoDBStreams),
    { throwOnFullBatchFailure: false, ...(context === undefined ? {} : { context }) },
  );

/** The table's stream: messages leave within a moment, and what is late or unusual is noticed. */
export const handler = (event: DynamoDBStreamEvent, context: Context) =>
  followChanges(systemDeps(), systemChannels(), event, context);

import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { requestId, visitId } from '@shared/kernel/ids';
import type { Result } from '@shared/kernel/result';
import type { DynamoDBRecord, DynamoDBStreamEvent, DynamoDBStreamHandler } from 'aws-lambda';
import * as z from 'zod';
import type { Deps } from '../platform/deps';
import { logger } from '../platform/logger';
import { systemDeps } from '../platform/system-deps';
import { creditVisit } from './credit-visit';
import { holdForRequest, releaseRequest, settleRequest } from './fund-request';

const changed = z.union([
  z.object({
    kind: z.literal('visit'),
    body: z.object({ visitId, status: z.enum(['confirmed', 'resolved']) }),
  }),
  z.object({
    kind: z.literal('ServiceRequest'),
    body: z.object({
      requestId,
      status: z.enum(['scheduled', 'confirmed', 'cancelled', 'closed_unmet']),
      payBy: z.string(),
    }),
  }),
]);

/** What a changed record means to the time bank; anything else means nothing. */
export async function followChange(deps: Deps, record: unknown): Promise<void> {
  const read = changed.safeParse(record);
  if (!read.success) return;
  const { kind, body } = read.data;
  if (kind === 'visit') return said('credit', body.visitId, await creditVisit(deps, body.visitId));
  const { requestId: id, status } = body;
  if (status === 'scheduled') return said('hold', id, await holdForRequest(deps, id));
  if (status === 'confirmed') return said('settle', id, await settleRequest(deps, id));
  return said('release', id, await releaseRequest(deps, id));
}

/** A refusal here is an answer, such as service to one's own kin: it moves nothing and is not tried again. */
function said(what: string, id: string, result: Result<'done' | 'written'>): void {
  if (!result.ok) logger.info('time bank refused', { what, id, code: result.refusal.code });
}

const processor = new BatchProcessor(EventType.DynamoDBStreams);

async function onRecord(record: DynamoDBRecord): Promise<void> {
  const image = record.dynamodb?.NewImage;
  if (image) await followChange(systemDeps(), unmarshall(image as Record<string, AttributeValue>));
}

/** The table's stream: a confirmed visit is credited, an arranged request is funded, a called-off one is freed. */
export const handler: DynamoDBStreamHandler = (event: DynamoDBStreamEvent, context) =>
  processPartialResponse(event, onRecord, processor, { context });

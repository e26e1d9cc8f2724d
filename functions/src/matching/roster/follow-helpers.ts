import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type ElderId, elderId, type HelperId, helperId, visitId } from '@shared/kernel/ids';
import { position } from '@shared/kernel/position';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Deps } from '../../platform/deps';
import { logger } from '../../platform/logger';
import { keepFamiliar, keepRoster } from './keep';
import { tileName, tilesReached } from './tile';

const changedHelper = z.object({
  kind: z.literal('Helper'),
  body: z.object({ helperId, home: position, radiusMetres: z.number() }),
});
const changedDay = z.object({ kind: z.literal('HelperDay'), body: z.object({ helperId }) });
const servedVisit = z.object({
  kind: z.literal('visit'),
  body: z.object({ visitId, elderId, status: z.literal('checked_out') }),
});

const imagesOf = ({ dynamodb }: DynamoDBRecord): unknown[] =>
  [dynamodb?.OldImage, dynamodb?.NewImage].flatMap((image) =>
    image ? [unmarshall(image as Record<string, AttributeValue>)] : [],
  );

/**
 * Which helpers, and on which tiles they were or are, and which elders a batch is about. A record only says where to
 * look: what is written is what is stored now. So it may come twice, late, or in another order.
 */
function touched(records: readonly DynamoDBRecord[]) {
  const moved = new Map<HelperId, Set<string>>();
  const tiles = (id: HelperId): Set<string> => {
    const set = moved.get(id) ?? new Set<string>();
    moved.set(id, set);
    return set;
  };
  const visits = new Map<ElderId, Set<string>>();
  for (const image of records.flatMap(imagesOf)) {
    const known = changedHelper.safeParse(image);
    if (known.success)
      for (const tile of tilesReached(known.data.body)) tiles(known.data.body.helperId).add(tileName(tile));
    const day = changedDay.safeParse(image);
    if (day.success) tiles(day.data.body.helperId);
    const visit = servedVisit.safeParse(image);
    if (visit.success) {
      const { elderId: elder, visitId: id } = visit.data.body;
      visits.set(elder, (visits.get(elder) ?? new Set()).add(id));
    }
  }
  return { moved, visits };
}

/** A batch is written as one; where that fails, all of it comes again. */
export async function followHelpers(
  deps: Deps,
  { Records }: DynamoDBStreamEvent,
): Promise<DynamoDBBatchResponse['batchItemFailures']> {
  const { moved, visits } = touched(Records);
  try {
    await keepRoster(deps, moved);
    for (const [elder, changed] of visits) await keepFamiliar(deps, elder, [...changed]);
    return [];
  } catch (error) {
    logger.error('roster not kept', { error: error instanceof Error ? error.name : 'unknown' });
    return [{ itemIdentifier: Records[0]?.dynamodb?.SequenceNumber ?? '' }];
  }
}

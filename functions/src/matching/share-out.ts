import type { HelperId, RequestId } from '@shared/kernel/ids';
import { isBefore } from '@shared/kernel/instant';
import { shareOut, type Waiting } from '@shared/matching/share-out';
import { askedFrom, type ServiceRequest } from '@shared/service-requests/request';
import type { Deps } from '../platform/deps';
import { logger } from '../platform/logger';
import { requestItem, requestKey } from '../service-requests/items';
import { findCandidates } from './find-candidates';
import { needOf } from './need';

/**
 * Of requests that begin to look at the same moment, who is asked first for which. It only decides an order: where it
 * cannot be found out, each request is asked for as if it were alone. An emergency waits for nobody and takes no part.
 */
export async function sharedOut(
  deps: Deps,
  requestIds: readonly RequestId[],
): Promise<ReadonlyMap<RequestId, HelperId>> {
  const once = [...new Set(requestIds)];
  if (once.length < 2) return new Map();
  try {
    const { items } = await deps.table.getMany(requestItem, once.map(requestKey));
    const begin = items.flatMap((item) => (item && begins(deps, item.value) ? [item.value] : []));
    if (begin.length < 2) return new Map();
    const waiting = await Promise.all(begin.map((request) => waitingOf(deps, request)));
    return shareOut(waiting.flat());
  } catch (error) {
    logger.error('requests not shared out', { error: error instanceof Error ? error.name : 'unknown' });
    return new Map();
  }
}

const begins = (deps: Deps, request: ServiceRequest): boolean =>
  request.status === 'open' && request.urgency !== 'emergency' && !isBefore(deps.clock(), askedFrom(request));

async function waitingOf(deps: Deps, request: ServiceRequest): Promise<Waiting[]> {
  const known = await needOf(deps, request);
  if (!known.ok) return [];
  const { requestId, startsAt } = request;
  return [{ requestId, startsAt, ranked: await findCandidates(deps, known.value.need) }];
}

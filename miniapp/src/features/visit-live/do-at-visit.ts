import type { VisitId } from '@shared/kernel/ids';
import { type Answer, type Failure, type Kept, keepAndSend } from '@/platform';
import type { Doing } from '@/platform/outbox/outbox-core';

/** Does something at a visit, in the order of that visit. */
export const doAtVisit = (
  visitId: VisitId,
  route: 'checkIn' | 'keepLog' | 'checkOut' | 'sayByCard',
  body: Readonly<Record<string, unknown>>,
  followedBy?: Doing['followedBy'],
): Promise<Answer<Kept, Failure>> =>
  keepAndSend({
    lane: visitId,
    route,
    params: { visitId },
    body,
    ...(followedBy ? { followedBy } : {}),
  });

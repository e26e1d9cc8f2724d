import type { VisitId } from '@shared/kernel/ids';
import { type Answer, type Failure, outbox } from '@/platform';
import type { Doing } from '@/platform/outbox/outbox-core';

/** Sent, or kept on the phone until there is a signal. */
export type Kept = 'sent' | 'waiting';

/**
 * Does something at a visit: it is on the phone before it is on its way. What the server refuses at once is taken
 * back, since whoever reads the refusal stands there and does it again, rightly.
 */
export async function doAtVisit(
  visitId: VisitId,
  route: 'checkIn' | 'keepLog' | 'checkOut' | 'sayByCard',
  body: Readonly<Record<string, unknown>>,
  followedBy?: Doing['followedBy'],
): Promise<Answer<Kept, Failure>> {
  const kept = keep({
    lane: visitId,
    route,
    params: { visitId },
    body,
    ...(followedBy ? { followedBy } : {}),
  });
  if (kept === 'full') return { ok: false, failure: { kind: 'phone_full' } };
  if (kept === null) return { ok: false, failure: { kind: 'refused', refusal: { code: 'sign_in_needed' } } };
  const first = await kept.first;
  if (first.kind !== 'refused') return { ok: true, value: first.kind };
  outbox.giveUp(kept.commandId);
  return { ok: false, failure: first.failure };
}

function keep(doing: Doing) {
  try {
    return outbox.do(doing);
  } catch {
    // The only thing that can fail here is the phone's storage, and the person is told so.
    return 'full' as const;
  }
}

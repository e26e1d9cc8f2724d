import type { Answer, Failure } from '../client';
import { outbox } from './outbox';
import type { Doing } from './outbox-core';

/** Sent, or kept on the phone until there is a signal. */
export type Kept = 'sent' | 'waiting';

/**
 * Does something that needs no network: it is on the phone before it is on its way. What the server refuses at once is
 * taken back, since whoever reads the refusal stands there and does it again, rightly.
 */
export async function keepAndSend(doing: Doing): Promise<Answer<Kept, Failure>> {
  const kept = keep(doing);
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

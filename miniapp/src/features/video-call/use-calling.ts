import type { CallId, ElderId, VisitId } from '@shared/kernel/ids';
import { inviteToVideoCall } from '@shared/video-calls/video-calls.contract';
import { useState } from 'react';
import { command, type Failure, mintId } from '@/platform';
import { medium } from './open-line';

/** Calls the other end; the page then opens the call, in which this phone comes in by itself. */
export function useCalling(onCall: (callId: CallId) => void) {
  const [failure, setFailure] = useState<Failure>();
  const ring = async (elderId: ElderId, visitId?: VisitId): Promise<void> => {
    // Each tap that gets an answer is a call of its own; what was lost on the way is found running by the next.
    const answer = await command(`call ${elderId} ${mintId('command')}`, inviteToVideoCall, {
      body: { elderId, medium, ...(visitId === undefined ? {} : { visitId }) },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) onCall(answer.value.callId);
  };
  return { ring, failure };
}

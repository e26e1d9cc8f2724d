import type { CallId, ElderId, VisitId } from '@shared/kernel/ids';
import { inviteToVideoCall } from '@shared/video-calls/video-calls.contract';
import { useState } from 'react';
import { command, type Failure } from '@/platform';
import { medium } from './open-line';

/** Calls the other end; the page then opens the call, in which this phone comes in by itself. */
export function useCalling(onCall: (callId: CallId) => void) {
  const [failure, setFailure] = useState<Failure>();
  const ring = async (elderId: ElderId, visitId?: VisitId): Promise<void> => {
    const answer = await command(`call ${elderId}`, inviteToVideoCall, {
      body: { elderId, medium, ...(visitId === undefined ? {} : { visitId }) },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) onCall(answer.value.callId);
  };
  return { ring, failure };
}

import type { VisitId } from '@shared/kernel/ids';
import type { Instant } from '@shared/kernel/instant';
import type { Evidence } from '@shared/visits/proof';
import { cancelVisit, checkIn, checkOut, rescheduleVisit } from '@shared/visits/visits.contract';
import { type Answer, command, now } from '@/platform';
import { sameEvidence } from './same-evidence';

export type Step = 'arrive' | 'leave';

/** What a helper sends from the door. The moment is that of the first try, however often it has to be sent. */
export function useVisitActs(visitId: VisitId) {
  const params = { visitId };
  return {
    step: (step: Step, evidence: Evidence, summary: string): Promise<Answer<unknown>> => {
      const body = { at: now(), evidence };
      const here = sameEvidence(evidence);
      if (step === 'arrive') return command(`check in ${visitId}`, checkIn, { params, body }, here);
      const leaving = { params, body: { ...body, summary } };
      return command(`check out ${visitId}`, checkOut, leaving, [here, summary]);
    },
    cancel: (reason: string): Promise<Answer<unknown>> =>
      command(`cancel ${visitId}`, cancelVisit, { params, body: { reason } }),
    move: (startsAt: Instant, reason: string): Promise<Answer<unknown>> =>
      command(`reschedule ${visitId}`, rescheduleVisit, { params, body: { startsAt, reason } }),
  };
}

import type { VisitId } from '@shared/kernel/ids';
import type { Instant } from '@shared/kernel/instant';
import type { Evidence } from '@shared/visits/proof';
import { cancelVisit, rescheduleVisit } from '@shared/visits/visits.contract';
import { type Answer, command, type Failure, type Kept, outbox } from '@/platform';
import { doAtVisit } from './do-at-visit';

export type Step = 'arrive' | 'leave';

/** What a helper does from the door. Arriving and leaving need no network; giving the visit up does. */
export function useVisitActs(visitId: VisitId) {
  const params = { visitId };
  return {
    step: (step: Step, evidence: Evidence, summary: string): Promise<Answer<Kept, Failure>> => {
      const body = { at: outbox.stamp(visitId), evidence };
      return step === 'arrive'
        ? doAtVisit(visitId, 'checkIn', body)
        : doAtVisit(visitId, 'checkOut', { ...body, summary });
    },
    sayByCard: (line: number, code: string): Promise<Answer<Kept, Failure>> =>
      doAtVisit(visitId, 'sayByCard', { at: outbox.stamp(visitId), line, code }),
    cancel: (reason: string): Promise<Answer<unknown>> =>
      command(`cancel ${visitId}`, cancelVisit, { params, body: { reason } }),
    move: (startsAt: Instant, reason: string, confirmedNight: boolean): Promise<Answer<unknown>> =>
      command(`reschedule ${visitId}`, rescheduleVisit, {
        params,
        body: { startsAt, reason, ...(confirmedNight ? { confirmedNight } : {}) },
      }),
  };
}

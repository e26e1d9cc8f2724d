import type { VisitCard } from '@shared/visits/card';
import { readVisit } from '@shared/visits/visits.contract';
import { listWitnesses } from '@shared/visits/witness.contract';
import { useEffect } from 'react';
import { readAhead } from '@/platform';

/** Most visits of a day; more than these nobody makes. */
const MOST = 12;

/** Today's visits are read while there is a signal, so that address, phone and checklist open at the door without. */
export function useReadAhead(today: readonly VisitCard[]): void {
  const ids = today
    .filter(({ visit }) => visit.status === 'scheduled' || visit.status === 'checked_in')
    .slice(0, MOST)
    .map(({ visit }) => visit.visitId);
  const key = ids.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids are read again when they change, not when redrawn
  useEffect(() => {
    for (const visitId of ids) {
      void readAhead(readVisit, { params: { visitId } });
      void readAhead(listWitnesses, { params: { visitId } });
    }
  }, [key]);
}

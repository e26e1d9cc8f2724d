import type { VisitId } from '@shared/kernel/ids';
import { type Answer, type Failure, type Kept, outbox } from '@/platform';
import { doAtVisit } from './do-at-visit';
import { type Content, newEntry } from './new-entry';

/** Keeps one observation, with network or without. */
export const useLog =
  (visitId: VisitId) =>
  (content: Content): Promise<Answer<Kept, Failure>> =>
    doAtVisit(visitId, 'keepLog', { entries: [newEntry(content, outbox.stamp(visitId))] });

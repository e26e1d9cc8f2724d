import type { VisitId } from '@shared/kernel/ids';
import { keepLog } from '@shared/visits/visits.contract';
import { type Answer, command } from '@/platform';
import { type Content, newEntry } from './new-entry';

/** What may be noted apart from each other: each thing of the checklist, and each kind of observation. */
const nameOf = (content: Content): string =>
  content.kind === 'task' ? `task ${content.index}` : content.kind;

/** Keeps one observation; tried again after a lost answer it is still the one observation. */
export const useLog =
  (visitId: VisitId) =>
  (content: Content): Promise<Answer<unknown>> =>
    command(
      `log ${visitId} ${nameOf(content)}`,
      keepLog,
      { params: { visitId }, body: { entries: [newEntry(content)] } },
      content,
    );

import { missedVisit } from '@shared/helpers/stats';
import type { HistoryAction } from '@shared/history/action';
import type { VisitId } from '@shared/kernel/ids';
import { advance } from '@shared/visits/answer';
import type { Visit } from '@shared/visits/visit';
import { counted } from '../helpers/items';
import { historyEntry } from '../history/items';
import type { Deps } from '../platform/deps';
import { replace } from '../table/port';
import { visitItem, visitKey } from './items';
import { requestWrites } from './step-request';

const actionOf = (before: Visit, after: Visit): HistoryAction => {
  if (after.status === 'missed') return 'visit_missed';
  if (after.status === 'confirmed') return 'visit_confirmed';
  return before.status === 'checked_in' ? 'visit_overdue' : 'visit_late';
};

/**
 * Does to one visit what time alone does: late, missed, overdue, confirmed by itself. Safe to call at any time and
 * any number of times; a visit that someone changed meanwhile is left for the next look.
 */
export async function advanceVisit(deps: Deps, visitId: VisitId): Promise<'advanced' | 'nothing_due'> {
  const stored = await deps.table.get(visitItem, visitKey(visitId));
  if (stored === undefined) return 'nothing_due';
  const now = deps.clock();
  const after = advance(stored.value, now);
  if (after === undefined) return 'nothing_due';
  const request = await requestWrites(deps, stored.value, after);
  if (!request.ok) throw new Error(`visit ${visitId} and its request disagree: ${request.refusal.code}`);
  const count = after.status === 'missed' ? await counted(deps, after.helperId, missedVisit) : [];
  const committed = await deps.table.commit([
    replace(stored, after),
    ...request.value,
    ...count,
    historyEntry(deps, 'system', {
      subject: { kind: 'visit', id: visitId },
      elderId: after.elderId,
      action: actionOf(stored.value, after),
      why: after.status === 'confirmed' ? '三天内没有答复，自动确认' : undefined,
      facts: { helperName: after.helperName, startsAt: after.startsAt },
    }),
  ]);
  return committed.ok ? 'advanced' : 'nothing_due';
}

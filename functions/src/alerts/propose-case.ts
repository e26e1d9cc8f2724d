import type { Alert } from '@shared/alerts/alert';
import { proposalWrites } from '../cases/propose';
import type { Deps } from '../platform/deps';
import type { Write } from '../table/port';

/** Readings far from usual when they are noticed, an SOS once it is known what it was: a social worker hears of both. */
export async function proposalOf(deps: Deps, alert: Alert): Promise<Write[]> {
  const { alertId, kind, matter, visitId } = alert;
  if (kind !== 'vitals_unusual' && kind !== 'sos') return [];
  const done = alert.status === 'handled' ? alert.what : undefined;
  return proposalWrites(deps, alert, {
    cause: `alert ${alertId}`,
    source: kind === 'sos' ? 'sos' : 'vitals',
    kind: 'chronic',
    why: {
      zh: done === undefined ? matter.zh : `${matter.zh}。后来：${done}`,
      en: done === undefined ? matter.en : `${matter.en}. What was done: ${done}`,
    },
    visitId,
  });
}

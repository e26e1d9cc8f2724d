import { allow, refuse } from '@shared/kernel/result';
import type { VisitAct } from '@shared/visits/card';
import { exceptionOf } from '@shared/visits/exception';
import { inOrder } from '@shared/visits/keep-log';
import { entrySentence, exceptionSentence, sixFactsOf } from '@shared/visits/sentence';
import { trustOf } from '@shared/visits/trust';
import type { Visit } from '@shared/visits/visit';
import type { readVisit as route } from '@shared/visits/visits.contract';
import { measures } from '@shared/visits/vitals';
import { readHistory } from '../history/read-history';
import type { UseCase } from '../platform/serve';
import { requestItem, requestKey } from '../service-requests/items';
import { keyTexts } from '../table/port';
import { type Tie, tieToVisit } from './access';
import { earlierReadings, entriesOf } from './entries';
import { visitItem, visitKey } from './items';
import { readChecklist, visitCards } from './labels';

export const readOneVisit: UseCase<typeof route> = async (deps, { params, actor }) => {
  const stored = await deps.table.get(visitItem, visitKey(params.visitId));
  if (stored === undefined) return refuse('not_found');
  const visit = stored.value;
  const tie = await tieToVisit(deps, actor, visit);
  if (!tie.ok) return tie;
  const [cards, request, checklist, log, earlier, history] = await Promise.all([
    visitCards(deps, [visit], tie.value === 'helper'),
    deps.table.get(requestItem, requestKey(visit.requestId)),
    readChecklist(deps, visit.serviceCode),
    entriesOf(deps, visit.visitId),
    earlierReadings(deps, visit.elderId, visit.visitId, visit.startsAt),
    readHistory(deps, { kind: 'visit', id: visit.visitId }),
  ]);
  const [card] = cards;
  if (card === undefined) return refuse('not_found');
  const exceptions = exceptionsOf(visit);
  const trust = trustOf(card.visit, log.entries);
  return allow({
    ...card,
    note: request?.value.note ?? '',
    checklist,
    facts: sixFactsOf(card.visit, card.service, card.elder.name),
    exceptions: exceptions.map((each) => ({ ...each, sentence: exceptionSentence(each) })),
    entries: inOrder(log.entries).map((each) => ({ ...each, sentence: entrySentence(each, checklist) })),
    measures: measures(log.entries, earlier.entries),
    history: history.told,
    ...(trust === undefined ? {} : { trust }),
    // A social worker follows what a plan asked for, and changes nothing of it.
    can: actor.role === 'social_worker' ? [] : actsOf(visit, tie.value),
    unreadable: keyTexts([...log.unreadable, ...earlier.unreadable, ...history.unreadable]),
  });
};

function exceptionsOf(v: Visit) {
  if (v.status === 'checked_in')
    return v.overdueSince === undefined ? [] : [exceptionOf('check_out_missing', 'visit')];
  return 'exceptions' in v ? v.exceptions : [];
}

/** What this person may do with the visit now, so that pages need not know the lifecycle. */
export function actsOf(v: Visit, tie: Tie): VisitAct[] {
  const helper = tie === 'helper';
  const answers = tie === 'kin' || tie === 'elder';
  switch (v.status) {
    case 'scheduled':
      return helper ? ['check_in', 'reschedule', 'cancel'] : ['cancel'];
    case 'missed':
      return helper ? ['check_in'] : [];
    case 'checked_in':
      return helper ? ['log', 'check_out'] : [];
    case 'checked_out':
      if (helper) return ['log'];
      return answers ? ['confirm', 'dispute'] : ['dispute'];
    case 'disputed':
      return tie === 'region' ? ['resolve'] : [];
    case 'confirmed':
    case 'resolved':
    case 'cancelled':
      return [];
  }
}

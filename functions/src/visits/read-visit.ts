import { allow, refuse } from '@shared/kernel/result';
import type { VisitAct } from '@shared/visits/card';
import { nextLine } from '@shared/visits/code-card';
import { wrongCodes } from '@shared/visits/code-tries';
import { exceptionsOf } from '@shared/visits/exceptions-of';
import { inOrder } from '@shared/visits/keep-log';
import { entrySentence, exceptionSentence, settledSentence, sixFactsOf } from '@shared/visits/sentence';
import { trustOf } from '@shared/visits/trust';
import type { Visit } from '@shared/visits/visit';
import type { readVisit as route } from '@shared/visits/visits.contract';
import { measures } from '@shared/visits/vitals';
import { readHistory } from '../history/read-history';
import type { UseCase } from '../platform/serve';
import { requestItem, requestKey } from '../service-requests/items';
import { keyTexts } from '../table/port';
import { type Tie, tieToVisit } from './access';
import { readCard } from './code-card';
import { earlierReadings, entriesOf } from './entries';
import { codeTriesItem, codeTriesKey, visitItem, visitKey } from './items';
import { readChecklist, visitCards } from './labels';

export const readOneVisit: UseCase<typeof route> = async (deps, { params, actor }) => {
  const stored = await deps.table.get(visitItem, visitKey(params.visitId));
  if (stored === undefined) return refuse('not_found');
  const visit = stored.value;
  const tie = await tieToVisit(deps, actor, visit);
  if (!tie.ok) return tie;
  const [cards, request, checklist, log, earlier, history, tries, codeCard] = await Promise.all([
    visitCards(deps, [visit], tie.value === 'helper'),
    deps.table.get(requestItem, requestKey(visit.requestId)),
    readChecklist(deps, visit.serviceCode),
    entriesOf(deps, visit.visitId),
    earlierReadings(deps, visit.elderId, visit.visitId, visit.startsAt),
    readHistory(deps, { kind: 'visit', id: visit.visitId }),
    deps.table.get(codeTriesItem, codeTriesKey(visit.visitId)),
    tie.value === 'helper' ? readCard(deps, visit.elderId) : undefined,
  ]);
  const [card] = cards;
  if (card === undefined) return refuse('not_found');
  const trust = trustOf(card.visit, log.entries, wrongCodes(tries?.value));
  const cardLine = hasElderWord(visit) ? undefined : nextLine(codeCard?.value);
  return allow({
    ...card,
    note: request?.value.note ?? '',
    checklist,
    facts: sixFactsOf(card.visit, card.service, card.elder.name),
    exceptions: exceptionsOf(visit).map(({ settled, ...each }) => ({
      ...each,
      sentence: exceptionSentence(each),
      ...(settled === undefined ? {} : { settled: settledSentence(settled) }),
    })),
    entries: inOrder(log.entries).map((each) => ({ ...each, sentence: entrySentence(each, checklist) })),
    measures: measures(log.entries, earlier.entries),
    history: history.told,
    ...(trust === undefined ? {} : { trust }),
    ...(cardLine === undefined ? {} : { cardLine }),
    // A social worker follows what a plan asked for, and changes nothing of it.
    can: actor.role === 'social_worker' ? [] : actsOf(visit, tie.value),
    unreadable: keyTexts([...log.unreadable, ...earlier.unreadable, ...history.unreadable]),
  });
};

const hasElderWord = (v: Visit): boolean => 'elderWord' in v && v.elderWord !== undefined;

/** What this person may do with the visit now, so that pages need not know the lifecycle. */
export function actsOf(v: Visit, tie: Tie): VisitAct[] {
  const open = exceptionsOf(v).some(({ settled }) => settled === undefined);
  return tie === 'region' && open ? [...lifeActs(v, tie), 'settle_exception'] : lifeActs(v, tie);
}

function lifeActs(v: Visit, tie: Tie): VisitAct[] {
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
      if (answers) return ['confirm', 'dispute'];
      return hasElderWord(v) ? ['dispute'] : ['call_back', 'dispute'];
    case 'disputed':
      return tie === 'region' ? ['resolve'] : [];
    case 'confirmed':
    case 'resolved':
    case 'cancelled':
      return [];
  }
}

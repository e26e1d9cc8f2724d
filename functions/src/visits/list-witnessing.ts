import { allow } from '@shared/kernel/result';
import type { listWitnessing as route, WitnessAskCard } from '@shared/visits/witness.contract';
import { attendanceAt } from '@shared/visits/witnessed';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { visitItem, visitKey, witnessAskItem } from './items';
import { visitCards } from './labels';

/** What I was asked to speak for. Of the elder a witness learns the name that neighbours use anyway. */
export const listMyWitnessing: UseCase<typeof route> = async (deps, { actor }) => {
  const page = await deps.table.list(witnessAskItem, {
    index: 'byPerson',
    pk: `PERSON#${actor.personId}`,
    prefix: 'WITNESS#',
    limit: 30,
  });
  const asks = page.items.map(({ value }) => value);
  const stored = await Promise.all(asks.map(({ visitId }) => deps.table.get(visitItem, visitKey(visitId))));
  const visits = stored.flatMap((each) => (each === undefined ? [] : [each.value]));
  const cards = await visitCards(deps, visits, false);
  return allow({
    asks: asks.flatMap(({ visitId, side }): WitnessAskCard[] => {
      const card = cards.find((each) => each.visit.visitId === visitId);
      const visit = visits.find((each) => each.visitId === visitId);
      const attendance = visit && attendanceAt(visit, side);
      // What was settled meanwhile needs nobody's word any more.
      if (!card || !attendance || card.visit.status === 'confirmed' || card.visit.status === 'resolved')
        return [];
      const { elder, service } = card;
      const { callName, villageName } = elder;
      const { helperName } = card.visit;
      return [{ visitId, side, at: attendance.at, helperName, callName, villageName, service }];
    }),
    unreadable: keyTexts(page.unreadable),
  });
};

import { allow, refuse } from '@shared/kernel/result';
import { isWithin } from '@shared/regions/region';
import { dispute } from '@shared/visits/answer';
import { elderSays } from '@shared/visits/elder-word';
import type { callBack as callRoute, listCallBacks as listRoute } from '@shared/visits/elder-word.contract';
import { elderItem, elderKey } from '../people/items';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { apartFromHelper, nameOf } from './bystander';
import { changeVisit } from './change-visit';
import { hasFamily } from './has-family';
import { attentionPartition, unansweredPartition, visitItem } from './items';
import { visitCards } from './labels';

const MOST = 60;

/** Whom the coordinator may call: visits that are over and that nobody of the household has answered. */
export const listVisitsToCallBack: UseCase<typeof listRoute> = async (deps, { actor }) => {
  const { regionCode } = actor.grant;
  if (regionCode === undefined) return refuse('region_outside');
  const pages = await Promise.all(
    [unansweredPartition(regionCode), attentionPartition(regionCode)].map((pk) =>
      deps.table.list(visitItem, { index: 'byRegion', pk, to: '~', limit: 500, descending: true }),
    ),
  );
  const visits = pages
    .flatMap(({ items }) => items.map(({ value }) => value))
    .filter((v) => v.status === 'checked_out' && v.elderWord === undefined)
    .filter((v) => isWithin(regionCode, v.villageCode))
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    .slice(0, MOST);
  const elderIds = [...new Set(visits.map(({ elderId }) => elderId))];
  const [cards, elders, families] = await Promise.all([
    visitCards(deps, visits, false),
    deps.table.getMany(elderItem, elderIds.map(elderKey)),
    Promise.all(elderIds.map((id) => hasFamily(deps, id))),
  ]);
  return allow({
    calls: cards.map((card) => {
      const index = elderIds.indexOf(card.visit.elderId);
      const phone = elders.items[index]?.value.phone;
      return { card, ...(phone === undefined ? {} : { phone }), hasFamily: families[index] ?? false };
    }),
    unreadable: pages.flatMap(({ unreadable }) => keyTexts(unreadable)),
  });
};

/** The elder was asked: it was so, or it was not, and then it goes the way of every dispute. */
export const callElderBack: UseCase<typeof callRoute> = (deps, input) => {
  const { way, confirmed, note } = input.body;
  return changeVisit(deps, input, {
    name: 'callBack',
    action: confirmed ? 'visit_called_back' : 'visit_disputed',
    ties: ['region'],
    decide: async (visit, { now, by }) => {
      const apart = await apartFromHelper(deps, by.personId, visit.helperId);
      if (!apart.ok) return apart;
      if (!confirmed) {
        if (note === '') return refuse('input_invalid', 'note');
        const disputed = dispute(visit, by, now, note);
        return disputed.ok ? allow({ visit: disputed.value, why: note, facts: { way } }) : disputed;
      }
      const name = (await nameOf(deps, by.personId)) || '协理员';
      const word = { how: way, at: now, by: { ...by, name }, note };
      const said = elderSays(visit, word, await hasFamily(deps, visit.elderId), now);
      return said.ok ? allow({ visit: said.value, why: note, facts: { way } }) : said;
    },
  });
};

import { type CaseFile, isOpen } from '@shared/cases/case-file';
import type { CaseCard } from '@shared/cases/case-view';
import type { listCases as route } from '@shared/cases/cases.contract';
import { attainment, levelNow, levelText } from '@shared/cases/goal';
import { templateOf } from '@shared/cases/kind';
import { mayRead } from '@shared/cases/responsibility';
import { stageWords } from '@shared/cases/words';
import { beijing } from '@shared/kernel/instant';
import { allow, refuse } from '@shared/kernel/result';
import { elderItem, elderKey } from '../people/items';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { workerOf } from './access';
import { planOf } from './chain';
import { caseItem, caseloadPartition, casesPartition } from './items';
import { caseElderOf, namesOf } from './load';

/** Soonest due first, so that the top of the list is what today is about. */
export const listCases: UseCase<typeof route> = async (deps, { actor, query }) => {
  const region = actor.grant.regionCode;
  if (region === undefined) return refuse('region_outside');
  const scope = query.scope ?? 'mine';
  const own = await deps.table.list(caseItem, {
    index: 'byPerson',
    pk: caseloadPartition(actor.personId),
    prefix: 'CASE#',
  });
  const regional = await deps.table.list(caseItem, {
    index: 'byRegion',
    pk: casesPartition(region, scope === 'closed' ? 'over' : 'open'),
    prefix: region,
  });
  const worker = workerOf(actor);
  const visible = regional.items.map(({ value }) => value).filter((each) => mayRead(each, worker));
  const mine = (c: CaseFile): boolean =>
    c.responsible === actor.personId ||
    c.team.includes(actor.personId) ||
    (isOpen(c) && c.transfer?.to === actor.personId);
  const ownIds = new Set(own.items.map(({ value }) => value.caseId));
  const chosen =
    scope === 'mine'
      ? [
          ...own.items.map(({ value }) => value),
          ...visible.filter((each) => mine(each) && !ownIds.has(each.caseId)),
        ]
      : visible;
  const { cards, unreadable } = await cardsOf(deps, actor, chosen.sort(byDay));
  return allow({
    cases: cards,
    today: beijing(deps.clock()).day,
    unreadable: keyTexts([...own.unreadable, ...regional.unreadable, ...unreadable]),
  });
};

const dayOf = (c: CaseFile): string => (isOpen(c) ? c.next.on : c.openedAt);
const byDay = (a: CaseFile, b: CaseFile): number => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0);

async function cardsOf(deps: Deps, actor: Actor, cases: readonly CaseFile[]) {
  const elders = await deps.table.getMany(
    elderItem,
    cases.map((each) => elderKey(each.elderId)),
  );
  const names = await namesOf(
    deps,
    cases.map((each) => each.responsible),
  );
  const cards = cases.flatMap((each, index): CaseCard[] => {
    const elder = elders.items[index]?.value;
    return elder ? [cardOf(actor, each, caseElderOf(deps, elder), names[each.responsible] ?? '')] : [];
  });
  return { cards, unreadable: elders.unreadable };
}

function cardOf(actor: Actor, c: CaseFile, elder: CaseCard['elder'], responsibleName: string): CaseCard {
  const goals = planOf(c)?.goals ?? [];
  const { before, now } = attainment(goals);
  return {
    caseId: c.caseId,
    elder,
    kind: c.kind,
    kindName: templateOf(c.kind).name,
    status: c.status,
    stage: stageWords[c.status],
    responsible: c.responsible,
    responsibleName,
    restricted: c.restricted,
    ...('intake' in c ? { urgency: c.intake.urgency } : {}),
    ...(isOpen(c) ? { next: c.next } : {}),
    offeredToMe: isOpen(c) && c.transfer?.to === actor.personId,
    goals: goals.map((goal) => ({
      words: goal.words,
      level: levelNow(goal),
      text: levelText(goal, levelNow(goal)),
    })),
    attainment: {
      ...(before === undefined ? {} : { before }),
      ...(now === undefined ? {} : { now }),
    },
  };
}

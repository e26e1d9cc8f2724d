import { isPlanned } from '@shared/cases/case-file';
import { mayRead } from '@shared/cases/responsibility';
import type { suggestMembers as route } from '@shared/groups/membership.contract';
import type { listGroupWorkers as workersRoute } from '@shared/groups/sessions.contract';
import { type Known, suggest } from '@shared/groups/suggest';
import { allow, refuse } from '@shared/kernel/result';
import { countyOf, isWithin } from '@shared/regions/region';
import { workerOf } from '../cases/access';
import { caseItem, casesPartition } from '../cases/items';
import { helperItem } from '../helpers/items';
import { namesOf } from '../history/names';
import { elderItem } from '../people/items';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { regionsGroup, wholeGroup } from './access';
import { memberKey } from './items';
import { assessmentsOf } from './measure';

/** Of a larger village the rest is not looked at, and the reply says so. */
const MOST_ELDERS = 120;

/** By plan, by scale, by living alone: read only among who is not on the list already. */
export const suggestMembers: UseCase<typeof route> = async (deps, { actor, params }) => {
  const stored = await regionsGroup(deps, actor, params.groupId);
  if (!stored.ok) return stored;
  const { group: g, members, unreadable } = await wholeGroup(deps, stored.value);
  const page = await deps.table.list(elderItem, {
    index: 'byRegion',
    pk: `ELDERS#${countyOf(g.villageCode)}`,
    prefix: g.villageCode,
    limit: MOST_ELDERS,
  });
  const elders = page.items
    .map(({ value }) => value)
    .filter(
      ({ elderId }) =>
        !members.some((each) => each.elderId === elderId && each.status !== 'left') &&
        // Whose line of the list cannot be read may well be a member.
        !unreadable.some((key) => key.endsWith(memberKey(g.groupId, elderId).sk)),
    );
  const [planned, assessments] = await Promise.all([
    plansForGroups(deps, actor, g.villageCode),
    assessmentsOf(
      deps,
      elders.map((each) => each.elderId),
    ),
  ]);
  const known: Known[] = elders.map((elder) => {
    const plan = planned.get(elder.elderId);
    return {
      elder,
      assessments: assessments.filter((each) => each.elderId === elder.elderId),
      ...(plan ? { planned: plan } : {}),
    };
  });
  return allow({
    suggestions: suggest(g.theme, known),
    partial: page.next !== undefined,
    unreadable: [...unreadable, ...keyTexts(page.unreadable)],
  });
};

/** Open plans of the village that ask for a group, of cases that this worker may read. */
async function plansForGroups(deps: Deps, actor: Actor, villageCode: string) {
  const cases = await deps.table.list(caseItem, {
    index: 'byRegion',
    pk: casesPartition(villageCode, 'open'),
    prefix: villageCode,
  });
  const found = new Map<string, NonNullable<Known['planned']>>();
  for (const { value: c } of cases.items) {
    if (!isPlanned(c) || c.restricted || !mayRead(c, workerOf(actor))) continue;
    const wanted = c.plan.interventions.find(({ words }) => words.kind === 'group');
    if (wanted)
      found.set(c.elderId, {
        caseId: c.caseId,
        interventionId: wanted.interventionId,
        what: wanted.words.what,
      });
  }
  return found;
}

/** Oneself first, then the volunteers of the village, then those of its township. */
export const listGroupWorkers: UseCase<typeof workersRoute> = async (deps, { actor, query }) => {
  const region = actor.grant.regionCode;
  if (region === undefined || !isWithin(region, query.villageCode))
    return refuse('region_outside', 'query.villageCode');
  const page = await deps.table.list(helperItem, {
    index: 'byRegion',
    pk: `HELPERS#${countyOf(query.villageCode)}`,
    prefix: query.villageCode.slice(0, 9),
  });
  const names = await namesOf(deps, [actor.personId]);
  const near = (code: string) => (code === query.villageCode ? 0 : 1);
  const helpers = page.items
    .map(({ value }) => value)
    .filter((each) => each.kind === 'volunteer' && each.suspended === undefined)
    .sort((a, b) => near(a.villageCode) - near(b.villageCode));
  return allow({
    workers: [
      { personId: actor.personId, name: names[actor.personId] ?? '', villageName: '' },
      ...helpers.map(({ personId, helperId, name, villageName }) => ({
        personId,
        helperId,
        name,
        villageName,
      })),
    ],
    unreadable: keyTexts(page.unreadable),
  });
};

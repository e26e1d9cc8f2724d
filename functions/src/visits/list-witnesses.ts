import { distanceMetres } from '@shared/kernel/position';
import { allow, refuse } from '@shared/kernel/result';
import { mayWitness, type Witness } from '@shared/visits/witness';
import type { listWitnesses as route } from '@shared/visits/witness.contract';
import { helperItem } from '../helpers/items';
import { coordinatorsPartition, personItem } from '../identity/items';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { tieToVisit } from './access';
import { bystanderOf, relatedHelper } from './bystander';
import { visitItem, visitKey } from './items';

const MOST_NEIGHBOURS = 20;
const MOST_COORDINATORS = 5;

/** Coordinators of the village, its township and its county, nearest first. */
async function coordinatorsOf(deps: Deps, villageCode: string) {
  const pages = await Promise.all(
    [villageCode, villageCode.slice(0, 9), villageCode.slice(0, 6)].map((region) =>
      deps.table.list(personItem, {
        index: 'byPerson',
        pk: coordinatorsPartition(villageCode),
        prefix: `${region}#`,
        limit: MOST_COORDINATORS,
      }),
    ),
  );
  return pages.flatMap(({ items }) => items).slice(0, MOST_COORDINATORS);
}

/** Whom the helper at the door may name, the nearest neighbours first; it opens without a signal once it was read. */
export const listOfWitnesses: UseCase<typeof route> = async (deps, { params, actor }) => {
  const stored = await deps.table.get(visitItem, visitKey(params.visitId));
  if (stored === undefined) return refuse('not_found');
  const visit = stored.value;
  const tie = await tieToVisit(deps, actor, visit);
  if (!tie.ok || tie.value !== 'helper') return refuse('not_found');
  const [coordinators, village, helper] = await Promise.all([
    coordinatorsOf(deps, visit.villageCode),
    deps.table.list(helperItem, {
      index: 'byRegion',
      pk: `HELPERS#${visit.villageCode.slice(0, 6)}`,
      prefix: `${visit.villageCode}#`,
      limit: 200,
    }),
    relatedHelper(deps, visit.helperId),
  ]);
  const neighbours = village.items
    .map(({ value }) => value)
    .filter(({ kind, helperId }) => kind === 'volunteer' && helperId !== visit.helperId)
    .sort((a, b) => distanceMetres(a.home, visit.position) - distanceMetres(b.home, visit.position))
    .slice(0, MOST_NEIGHBOURS);
  const ids = new Set(
    [...coordinators.map(({ value }) => value), ...neighbours].map((each) => each.personId),
  );
  const people = await Promise.all([...ids].map((id) => bystanderOf(deps, id)));
  const witnesses: Witness[] = people.flatMap((who) => {
    const may = who && mayWitness(who, helper, visit.villageCode);
    return may?.ok ? [may.value] : [];
  });
  return allow({ witnesses, unreadable: keyTexts(village.unreadable) });
};

import { elderCardItem, elderItem } from '../../functions/src/people/items';
import type { NewId } from '../../functions/src/platform/ids';
import { create, type Write } from '../../functions/src/table/port';
import type { Helper } from '../../shared/src/helpers/helper';
import type { Person } from '../../shared/src/identity/person';
import type { Instant } from '../../shared/src/kernel/instant';
import type { Elder } from '../../shared/src/people/elder';
import type { Region } from '../../shared/src/regions/region';

export const elderWrites = (elder: Elder): Write[] => [
  create(elderItem, elder),
  create(elderCardItem, { cardCode: elder.cardCode, elderId: elder.elderId }, 'kinship_exists'),
];

export const aPerson = (newId: NewId, now: Instant, name: string, grants: Person['grants'] = []): Person => ({
  personId: newId('person'),
  name,
  grants,
  createdAt: now,
});
export const personOf = (helper: Helper, now: Instant): Person => ({
  personId: helper.personId,
  name: helper.name,
  createdAt: now,
  grants: [
    {
      role: helper.kind,
      helperId: helper.helperId,
      ...(helper.organizationId ? { organizationId: helper.organizationId } : {}),
    },
  ],
});

export const regionNamed = (regions: readonly Region[], name: string, within: string): Region => {
  const found = regions.find((each) => each.name === name && each.code.startsWith(within));
  if (!found) throw new Error(`no region ${name} in ${within}`);
  return found;
};

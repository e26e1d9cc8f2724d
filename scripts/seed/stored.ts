import { bookingDay, helperDayItem } from '../../functions/src/offers/items';
import { elderCardItem, elderItem, kinshipItem } from '../../functions/src/people/items';
import type { NewId } from '../../functions/src/platform/ids';
import { create, type Write } from '../../functions/src/table/port';
import type { Helper } from '../../shared/src/helpers/helper';
import type { Person } from '../../shared/src/identity/person';
import { addDays, type Instant } from '../../shared/src/kernel/instant';
import type { Elder } from '../../shared/src/people/elder';
import type { KinRelation } from '../../shared/src/people/kinship';
import type { Region } from '../../shared/src/regions/region';
import type { Visit } from '../../shared/src/visits/visit';

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

/** A kinship that the coordinator witnessed some weeks ago. */
export const kin = (
  person: Pick<Person, 'personId' | 'name'>,
  elder: Elder,
  relation: KinRelation,
  witness: Person,
  now: Instant,
): Write =>
  create(kinshipItem, {
    status: 'consented',
    elderId: elder.elderId,
    personId: person.personId,
    personName: person.name,
    elderName: elder.name,
    villageCode: elder.villageCode,
    relation,
    proposedAt: addDays(now, -40),
    consent: {
      witness: 'coordinator',
      witnessedBy: witness.personId,
      how: '协理员上门，老人当面同意',
      at: addDays(now, -39),
    },
  });

/** The pages of the helpers' calendars that these visits stand on. */
export function calendar(visits: readonly Visit[]): Write[] {
  const pages = new Map<string, Visit[]>();
  for (const visit of visits) {
    const page = `${visit.helperId} ${bookingDay(visit.startsAt)}`;
    pages.set(page, [...(pages.get(page) ?? []), visit]);
  }
  return [...pages.values()].flatMap((list) => {
    const [first] = list;
    if (!first) return [];
    return create(helperDayItem, {
      helperId: first.helperId,
      day: bookingDay(first.startsAt),
      bookings: list.map(({ visitId, startsAt, endsAt, position }) => ({
        visitId,
        startsAt,
        endsAt,
        position,
      })),
    });
  });
}

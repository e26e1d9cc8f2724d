import { type AlertKind, type Contact, MOST_PEOPLE } from '@shared/alerts/alert';
import type { Helper } from '@shared/helpers/helper';
import type { PersonId } from '@shared/kernel/ids';
import { millisOf } from '@shared/kernel/instant';
import { farthestMetres, roadMinutes } from '@shared/matching/travel';
import type { Elder } from '@shared/people/elder';
import type { ConsentedKinship } from '@shared/people/kinship';
import { helperItem, helperKey } from '../helpers/items';
import { coordinatorsPartition, personItem } from '../identity/items';
import { readRoster } from '../matching/roster/read';
import { kinshipItem } from '../people/items';
import type { Deps } from '../platform/deps';

/** Whoever can be there in so many minutes is told of an SOS, as in an emergency request. */
const REACH_MINUTES = 15;
/** More than an alert may tell, since some of them have been excluded. */
const LOOKED_AT = 2 * MOST_PEOPLE;
const minutesTo = (elder: Elder, helper: Pick<Helper, 'home' | 'travel'>): number =>
  roadMinutes(helper.home, elder.position, helper.travel);

/** Family in the order in which the elder consented: the first is the first contact, the others come after. */
async function familyOf(deps: Deps, elder: Elder, except: PersonId | undefined): Promise<Contact[]> {
  const page = await deps.table.list(kinshipItem, { pk: `ELDER#${elder.elderId}`, prefix: 'KIN#' });
  return page.items
    .map(({ value }) => value)
    .filter((kin): kin is ConsentedKinship => kin.status === 'consented' && kin.personId !== except)
    .sort((a, b) => millisOf(a.consent.at) - millisOf(b.consent.at))
    .map((kin, index) => ({
      personId: kin.personId,
      name: kin.personName,
      as: index === 0 ? ('first_contact' as const) : ('second_contact' as const),
    }));
}

/** Coordinators of the village, its township and its county, nearest first. */
async function coordinatorsOf(deps: Deps, villageCode: string): Promise<Contact[]> {
  const regions = [villageCode, villageCode.slice(0, 9), villageCode.slice(0, 6)];
  const pages = await Promise.all(
    regions.map((region) =>
      deps.table.list(personItem, {
        index: 'byPerson',
        pk: coordinatorsPartition(villageCode),
        prefix: `${region}#`,
        limit: 10,
      }),
    ),
  );
  // Those of the village and the township know the way; the county's are told only where there is nobody else.
  const found = pages.map((page) => page.items.map(({ value }) => value).filter((each) => !each.suspended));
  const near = [...(found[0] ?? []), ...(found[1] ?? [])];
  return (near.length > 0 ? near : (found[2] ?? [])).map(({ personId, name }) => ({
    personId,
    name,
    as: 'coordinator' as const,
  }));
}

/**
 * Everyone who can be there soon, by matching's own way of looking around. Hours, skills and 可接单 do not count: this
 * is no service. Whom either side has excluded, and who is suspended, is left out.
 */
async function neighboursOf(deps: Deps, elder: Elder): Promise<Contact[]> {
  const { roster } = await readRoster(deps, elder);
  const near = roster
    .within(elder.position, farthestMetres(REACH_MINUTES))
    .filter(({ row: { helper } }) => minutesTo(elder, helper) <= REACH_MINUTES);
  // Names and who is suspended as they are now; the roster knows no names and may be a moment old.
  const { items } = await deps.table.getMany(
    helperItem,
    near.slice(0, LOOKED_AT).map(({ row }) => helperKey(row.helper.helperId)),
  );
  return items
    .flatMap((item) => (item === undefined ? [] : [item.value]))
    .map((helper) => ({ helper, minutes: minutesTo(elder, helper) }))
    .filter(
      ({ helper, minutes }) =>
        minutes <= REACH_MINUTES &&
        !helper.suspended &&
        !elder.excludedHelperIds.includes(helper.helperId) &&
        !helper.excludedElderIds.includes(elder.elderId),
    )
    .sort((a, b) => a.minutes - b.minutes)
    .map(({ helper, minutes }) => ({
      personId: helper.personId,
      name: helper.name,
      as: 'neighbour' as const,
      helperId: helper.helperId,
      minutes: Math.max(1, minutes),
    }));
}

/** Everybody whom an alert may reach, each once: as family rather than coordinator, as either rather than neighbour. */
export async function contactsOf(
  deps: Deps,
  elder: Elder,
  kind: AlertKind,
  except?: PersonId,
): Promise<Contact[]> {
  const [family, coordinators, neighbours] = await Promise.all([
    familyOf(deps, elder, except),
    coordinatorsOf(deps, elder.villageCode),
    kind === 'sos' ? neighboursOf(deps, elder) : [],
  ]);
  const all = new Map<string, Contact>();
  for (const each of [...family, ...coordinators, ...neighbours])
    if (each.personId !== except && !all.has(each.personId)) all.set(each.personId, each);
  return [...all.values()].slice(0, MOST_PEOPLE);
}

import type { ElderId, HelperId, PersonId } from '@shared/kernel/ids';
import type { Result } from '@shared/kernel/result';
import type { Bystander } from '@shared/visits/witness';
import { standsApart } from '@shared/visits/witness';
import { helperItem, helperKey } from '../helpers/items';
import { personItem, personKey } from '../identity/items';
import { kinshipItem } from '../people/items';
import type { Deps } from '../platform/deps';

type Related = Pick<Bystander, 'personId' | 'familyOf'>;

/** The elders whose family somebody is, and the elder they are themselves. */
async function familyOf(deps: Deps, personId: PersonId, self: ElderId | undefined): Promise<ElderId[]> {
  const pk = `PERSON#${personId}`;
  const kin = await deps.table.list(kinshipItem, { index: 'byPerson', pk, prefix: 'KIN#' });
  const consented = kin.items.flatMap(({ value }) => (value.status === 'consented' ? [value.elderId] : []));
  return self === undefined ? consented : [...consented, self];
}

/** What is known of a person who may speak for a visit; undefined where there is no such person. */
export async function bystanderOf(deps: Deps, personId: PersonId): Promise<Bystander | undefined> {
  const person = await deps.table.get(personItem, personKey(personId));
  if (person === undefined) return undefined;
  const { name, grants, suspended } = person.value;
  const grantOf = (role: string) => grants.find((each) => each.role === role);
  const helperId = grantOf('volunteer')?.helperId;
  const helper = helperId && (await deps.table.get(helperItem, helperKey(helperId)));
  return {
    personId,
    name,
    suspended: suspended !== undefined || (helper !== undefined && helper.value.suspended !== undefined),
    coordinates: grantOf('coordinator')?.regionCode,
    helpsIn: helper?.value.kind === 'volunteer' ? helper.value.villageCode : undefined,
    familyOf: await familyOf(deps, personId, grantOf('elder')?.elderId),
  };
}

/** The helper of a visit as somebody's relative; undefined where the record is gone. */
export async function relatedHelper(deps: Deps, helperId: HelperId): Promise<Related | undefined> {
  const helper = await deps.table.get(helperItem, helperKey(helperId));
  if (helper === undefined) return undefined;
  const { personId } = helper.value;
  const person = await deps.table.get(personItem, personKey(personId));
  const self = person?.value.grants.find((each) => each.role === 'elder')?.elderId;
  return { personId, familyOf: await familyOf(deps, personId, self) };
}

/** Whoever speaks for a visit, settles it or made the card it is confirmed by, stands apart from its helper. */
export async function apartFromHelper(
  deps: Deps,
  personId: PersonId,
  helperId: HelperId,
): Promise<Result<void>> {
  const [familyOfSpeaker, helper] = await Promise.all([
    familyOf(deps, personId, undefined),
    relatedHelper(deps, helperId),
  ]);
  return standsApart({ personId, familyOf: familyOfSpeaker }, helper);
}

export const nameOf = async (deps: Deps, personId: PersonId): Promise<string> =>
  (await deps.table.get(personItem, personKey(personId)))?.value.name ?? '';

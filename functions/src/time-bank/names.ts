import type { ElderId, HelperId, PersonId } from '@shared/kernel/ids';
import { type AccountId, kindOf, ownerOf } from '@shared/time-bank/account';
import type { Names } from '@shared/time-bank/story';
import type { Transfer } from '@shared/time-bank/transfer';
import { serviceItem, serviceKey } from '../catalogue/items';
import { helperItem, helperKey } from '../helpers/items';
import { personItem } from '../identity/items';
import { elderItem, elderKey, regionItem } from '../people/items';
import type { Deps } from '../platform/deps';
import type { ItemKind, Key } from '../table/port';

export interface NameBook {
  of(t: Transfer, reader: AccountId): Names;
  person(id: PersonId): string | undefined;
  place(code: string): string | undefined;
}

/** Names for telling some lines: five batch reads, whatever their number. The ledger itself holds none. */
export async function readNames(
  deps: Deps,
  transfers: readonly Transfer[],
  people: readonly PersonId[] = [],
): Promise<NameBook> {
  const owners = transfers.flatMap((t) => [t.debit, t.credit]);
  const owned = (kind: 'person' | 'elder') => owners.filter((id) => kindOf(id) === kind).map(ownerOf);
  const about = transfers.map((t) => t.about);
  const some = <T>(pick: (one: (typeof about)[number]) => T | undefined): T[] =>
    about.flatMap((one) => pick(one) ?? []);
  const [elders, helpers, services, persons, regions] = await Promise.all([
    readBy(deps, elderItem, elderKey, [...some((a) => a.elderId), ...(owned('elder') as ElderId[])]),
    readBy(
      deps,
      helperItem,
      helperKey,
      some<HelperId>((a) => a.helperId),
    ),
    readBy(
      deps,
      serviceItem,
      serviceKey,
      some((a) => a.serviceCode),
    ),
    readBy(deps, personItem, (id) => ({ pk: `PERSON#${id}`, sk: 'PERSON' }), [
      ...people,
      ...(owned('person') as PersonId[]),
    ]),
    readBy(
      deps,
      regionItem,
      (code) => ({ pk: `REGION#${code}`, sk: 'REGION' }),
      some((a) => a.villageCode),
    ),
  ]);
  const nameOf = (id: AccountId): string | undefined =>
    kindOf(id) === 'person' ? persons.get(ownerOf(id))?.name : elders.get(ownerOf(id))?.name;
  const place = (code: string | undefined): string | undefined =>
    code === undefined ? undefined : regions.get(code)?.path.slice(-2).join('');
  return {
    person: (id) => persons.get(id)?.name,
    place,
    of({ about: a, debit, credit }, reader) {
      const elder = elders.get(a.elderId ?? '')?.callName;
      const helper = helpers.get(a.helperId ?? '')?.name;
      const service = services.get(a.serviceCode ?? '');
      const where = place(a.villageCode);
      const other = nameOf(debit === reader ? credit : debit);
      return {
        ...(elder === undefined ? {} : { elder }),
        ...(helper === undefined ? {} : { helper }),
        ...(service === undefined ? {} : { service: { zh: service.zh, en: service.en } }),
        ...(where === undefined ? {} : { place: where }),
        ...(other === undefined ? {} : { other }),
      };
    },
  };
}

async function readBy<T>(
  deps: Deps,
  kind: ItemKind<T>,
  keyOf: (id: string) => Key,
  ids: readonly string[],
): Promise<Map<string, T>> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return new Map();
  // A name that cannot be read is left out of the sentence.
  const { items: found } = await deps.table.getMany(kind, unique.map(keyOf));
  return new Map(unique.flatMap((id, index) => (found[index] ? [[id, found[index].value]] : [])));
}

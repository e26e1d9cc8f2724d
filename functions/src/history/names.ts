import type { PersonId } from '@shared/kernel/ids';
import { personItem } from '../identity/items';
import { regionItem } from '../people/items';
import type { Deps } from '../platform/deps';

export async function namesOf(deps: Deps, ids: readonly PersonId[]): Promise<Record<string, string>> {
  const all = [...new Set(ids)];
  const people = await deps.table.getMany(
    personItem,
    all.map((id) => ({ pk: `PERSON#${id}`, sk: 'PERSON' })),
  );
  return Object.fromEntries(all.map((id, index) => [id, people.items[index]?.value.name ?? '社工']));
}

export async function regionNames(deps: Deps, codes: readonly string[]): Promise<Record<string, string>> {
  const all = [...new Set(codes)];
  const regions = await deps.table.getMany(
    regionItem,
    all.map((code) => ({ pk: `REGION#${code}`, sk: 'REGION' })),
  );
  return Object.fromEntries(all.map((code, index) => [code, regions.items[index]?.value.name ?? '']));
}

import type { Assessment } from '@shared/assessments/assessment';
import type { CaseFile } from '@shared/cases/case-file';
import type { CaseView } from '@shared/cases/case-view';
import { measuresOf } from '@shared/cases/measures';
import type { ElderId, PersonId } from '@shared/kernel/ids';
import { beijing } from '@shared/kernel/instant';
import { ageIn, type Elder } from '@shared/people/elder';
import { assessmentItem } from '../assessments/items';
import { personItem } from '../identity/items';
import type { Deps } from '../platform/deps';

export const caseElderOf = (deps: Deps, elder: Elder): CaseView['elder'] => ({
  elderId: elder.elderId,
  name: elder.name,
  callName: elder.callName,
  age: ageIn(elder, beijing(deps.clock()).year),
  gender: elder.gender,
  villageName: elder.villageName,
  livesAlone: elder.livesAlone,
  ability: elder.ability,
});

export async function namesOf(deps: Deps, ids: readonly PersonId[]): Promise<Record<string, string>> {
  const all = [...new Set(ids)];
  const people = await deps.table.getMany(
    personItem,
    all.map((id) => ({ pk: `PERSON#${id}`, sk: 'PERSON' })),
  );
  return Object.fromEntries(all.map((id, index) => [id, people.items[index]?.value.name ?? '社工']));
}

export async function assessmentsOfElder(deps: Deps, elderId: ElderId): Promise<Assessment[]> {
  const page = await deps.table.list(assessmentItem, {
    index: 'byElder',
    pk: `ELDER#${elderId}`,
    prefix: 'ASSESSMENT#',
  });
  return page.items.map(({ value }) => value);
}

export const measuresNow = async (deps: Deps, c: CaseFile) =>
  c.status === 'closed' ? c.closing.measures : measuresOf(c, await assessmentsOfElder(deps, c.elderId));

import type { ProgrammeId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import type { Activity } from '@shared/programmes/activity';
import type { Programme } from '@shared/programmes/programme';
import { isWithin } from '@shared/regions/region';
import type { Actor, Deps } from '../platform/deps';
import { keyTexts, type Stored } from '../table/port';
import { activityItem, programmeItem, programmeKey, programmePk } from './items';

/** A programme of the region one acts in; any other is not there. */
export async function regionsProgramme(
  deps: Deps,
  { grant }: Actor,
  programmeId: ProgrammeId,
): Promise<Result<Stored<Programme>>> {
  const stored = await deps.table.get(programmeItem, programmeKey(programmeId));
  const region = grant.regionCode;
  if (!stored || region === undefined || !isWithin(region, stored.value.regionCode))
    return refuse('not_found');
  return allow(stored);
}

export const mayWriteProgramme = (p: Programme, { personId, grant }: Actor): boolean =>
  p.responsible === personId || grant.supervises === true;

export async function writableProgramme(
  deps: Deps,
  actor: Actor,
  programmeId: ProgrammeId,
): Promise<Result<Stored<Programme>>> {
  const stored = await regionsProgramme(deps, actor, programmeId);
  if (!stored.ok) return stored;
  return mayWriteProgramme(stored.value.value, actor) ? stored : refuse('group_not_yours');
}

/** The activities of a programme, the earliest first. */
export async function activitiesOf(deps: Deps, programmeId: ProgrammeId) {
  const page = await deps.table.list(activityItem, { pk: programmePk(programmeId), prefix: 'ACTIVITY#' });
  const stored: Stored<Activity>[] = [...page.items].sort((a, b) =>
    a.value.startsAt < b.value.startsAt ? -1 : 1,
  );
  return { stored, activities: stored.map(({ value }) => value), unreadable: keyTexts(page.unreadable) };
}

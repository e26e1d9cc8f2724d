import type { Group } from '@shared/groups/group';
import type { GroupSession } from '@shared/groups/group-session';
import type { Whole } from '@shared/groups/lifecycle';
import type { GroupMember } from '@shared/groups/member';
import type { SessionWorker } from '@shared/groups/worker';
import type { GroupId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { countyOf, isWithin } from '@shared/regions/region';
import { helperItem, helperKey } from '../helpers/items';
import { personItem } from '../identity/items';
import type { Actor, Deps } from '../platform/deps';
import { keyTexts, type Stored } from '../table/port';
import { groupItem, groupKey, groupPk, memberItem, sessionItem } from './items';

export interface StoredWhole extends Whole {
  readonly stored: Stored<Group>;
  readonly storedMembers: readonly Stored<GroupMember>[];
  readonly storedSessions: readonly Stored<GroupSession>[];
  readonly unreadable: readonly string[];
}

/** A group of the region one acts in; any other is not there. */
export async function regionsGroup(
  deps: Deps,
  { grant }: Actor,
  groupId: GroupId,
): Promise<Result<Stored<Group>>> {
  const stored = await deps.table.get(groupItem, groupKey(groupId));
  const region = grant.regionCode;
  if (!stored || region === undefined || !isWithin(region, stored.value.villageCode))
    return refuse('not_found');
  return allow(stored);
}

export const mayWriteGroup = (g: Group, { personId, grant }: Actor): boolean =>
  g.responsible === personId || grant.supervises === true;

export async function writableGroup(
  deps: Deps,
  actor: Actor,
  groupId: GroupId,
): Promise<Result<Stored<Group>>> {
  const stored = await regionsGroup(deps, actor, groupId);
  if (!stored.ok) return stored;
  return mayWriteGroup(stored.value.value, actor) ? stored : refuse('group_not_yours');
}

/** The group with its members and sessions, the earliest session first. */
export async function wholeGroup(deps: Deps, stored: Stored<Group>): Promise<StoredWhole> {
  const pk = groupPk(stored.value.groupId);
  const [members, sessions] = await Promise.all([
    deps.table.list(memberItem, { pk, prefix: 'MEMBER#' }),
    deps.table.list(sessionItem, { pk, prefix: 'SESSION#' }),
  ]);
  const storedSessions = [...sessions.items].sort((a, b) => (a.value.startsAt < b.value.startsAt ? -1 : 1));
  return {
    stored,
    group: stored.value,
    storedMembers: members.items,
    members: members.items.map(({ value }) => value),
    storedSessions,
    sessions: storedSessions.map(({ value }) => value),
    unreadable: keyTexts([...members.unreadable, ...sessions.unreadable]),
  };
}

/** Volunteers of the county under their own names, and social workers of the region; nobody else works here. */
export async function checkedWorkers(
  deps: Deps,
  villageCode: string,
  workers: readonly SessionWorker[],
): Promise<Result<SessionWorker[]>> {
  const checked: SessionWorker[] = [];
  for (const [index, worker] of workers.entries()) {
    const name = await nameOfWorker(deps, villageCode, worker);
    if (name === undefined || checked.some((each) => each.personId === worker.personId))
      return refuse('group_worker_unknown', `body.change.words.workers.${index}`);
    checked.push({ ...worker, name });
  }
  return allow(checked);
}

async function nameOfWorker(
  deps: Deps,
  villageCode: string,
  { personId, helperId }: SessionWorker,
): Promise<string | undefined> {
  if (helperId !== undefined) {
    const helper = (await deps.table.get(helperItem, helperKey(helperId)))?.value;
    const fits =
      helper?.personId === personId &&
      countyOf(helper.villageCode) === countyOf(villageCode) &&
      helper.suspended === undefined;
    return fits ? helper.name : undefined;
  }
  const person = (await deps.table.get(personItem, { pk: `PERSON#${personId}`, sk: 'PERSON' }))?.value;
  const works = person?.grants.some(
    (each) =>
      each.role === 'social_worker' &&
      each.regionCode !== undefined &&
      isWithin(each.regionCode, villageCode),
  );
  return works && !person?.suspended ? person?.name : undefined;
}

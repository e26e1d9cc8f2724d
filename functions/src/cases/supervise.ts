import type { CaseDesk } from '@shared/cases/note';
import type {
  listColleagues as colleaguesRoute,
  setCaseDesk as deskRoute,
  listReadings as readingsRoute,
} from '@shared/cases/supervision.contract';
import type { Person } from '@shared/identity/person';
import { allow, refuse } from '@shared/kernel/result';
import { countyOf } from '@shared/regions/region';
import { historyEntry } from '../history/items';
import { personItem, workersPartition } from '../identity/items';
import { runCommand } from '../platform/command';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { create, keyTexts, replace } from '../table/port';
import { readableCase, workerOf } from './access';
import { deskItem, deskKey, readingItem } from './items';
import { namesOf } from './load';

/** Who looked, newest first. */
export const listReadings: UseCase<typeof readingsRoute> = async (deps, { actor, params }) => {
  const stored = await readableCase(deps, actor, params.caseId);
  if (!stored.ok) return stored;
  if (!workerOf(actor).supervises) return refuse('case_not_supervisor');
  const page = await deps.table.list(readingItem, {
    pk: `CASE#${params.caseId}`,
    prefix: 'READ#',
    descending: true,
    limit: 100,
  });
  const readings = page.items.map(({ value }) => value);
  const names = await namesOf(
    deps,
    readings.map(({ by }) => by.personId),
  );
  return allow({
    readings: readings.map(({ at, by }) => ({
      at,
      byName: names[by.personId] ?? '社工',
      role: { zh: '社工', en: 'Social worker' },
    })),
    unreadable: keyTexts(page.unreadable),
  });
};

const workerGrant = ({ grants }: Person) => grants.find((each) => each.role === 'social_worker');

async function workersOf(deps: Deps, regionCode: string): Promise<Person[]> {
  const page = await deps.table.list(personItem, { index: 'byRegion', pk: workersPartition(regionCode) });
  return page.items.map(({ value }) => value).filter((each) => !each.suspended);
}

export const listColleagues: UseCase<typeof colleaguesRoute> = async (deps, { actor }) => {
  const region = actor.grant.regionCode;
  if (region === undefined) return refuse('region_outside');
  const desk = await deps.table.get(deskItem, deskKey(region));
  const people = await workersOf(deps, region);
  return allow({
    colleagues: people.map((each) => ({
      personId: each.personId,
      name: each.name,
      supervises: workerGrant(each)?.supervises === true,
      desk: desk?.value.personId === each.personId,
    })),
  });
};

/** From now on this person is responsible for what is referred. */
export const setCaseDesk: UseCase<typeof deskRoute> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'setCaseDesk', body }, async () => {
    const region = actor.grant.regionCode;
    if (region === undefined) return refuse('case_not_supervisor');
    const people = await workersOf(deps, region);
    if (!people.some((each) => each.personId === body.personId)) return refuse('not_found', 'body.personId');
    if (!workerOf(actor).supervises) return refuse('case_not_supervisor');
    const old = await deps.table.get(deskItem, deskKey(region));
    const desk: CaseDesk = {
      regionCode: countyOf(region),
      personId: body.personId,
      setBy: actor.personId,
      at: deps.clock(),
    };
    return allow({
      reply: { personId: body.personId },
      writes: [
        old ? replace<CaseDesk>(old, desk) : create(deskItem, desk),
        historyEntry(deps, actor, {
          subject: { kind: 'person', id: body.personId },
          action: 'case_desk_set',
        }),
      ],
    });
  });

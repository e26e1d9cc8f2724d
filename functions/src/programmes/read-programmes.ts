import { allow, refuse } from '@shared/kernel/result';
import { type Activity, participationOf } from '@shared/programmes/activity';
import { type Programme, progressOf } from '@shared/programmes/programme';
import type {
  listProgrammes as listRoute,
  ProgrammeCard,
  readProgramme as readRoute,
} from '@shared/programmes/programmes.contract';
import { programmeKindWords, programmeStateWords } from '@shared/programmes/words';
import { historyItem, historyPartition } from '../history/items';
import { namesOf, regionNames } from '../history/names';
import { withNames } from '../history/read-history';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { activitiesOf, mayWriteProgramme, regionsProgramme } from './access';
import {
  briefItem,
  briefsPartition,
  programmeItem,
  programmesPartition,
  resourceItem,
  resourceKey,
} from './items';

export const listProgrammes: UseCase<typeof listRoute> = async (deps, { actor, query }) => {
  const region = actor.grant.regionCode;
  if (region === undefined) return refuse('region_outside');
  const page = await deps.table.list(programmeItem, {
    index: 'byRegion',
    pk: programmesPartition(region, query.scope ?? 'going'),
    prefix: region,
  });
  const programmes = page.items.map(({ value }) => value);
  const [activities, names] = await Promise.all([
    Promise.all(programmes.map((each) => activitiesOf(deps, each.programmeId))),
    regionNames(
      deps,
      programmes.map((each) => each.regionCode),
    ),
  ]);
  const now = deps.clock();
  return allow({
    programmes: programmes.map((each, index) =>
      cardOf(each, activities[index]?.activities ?? [], names[each.regionCode] ?? '', now),
    ),
    unreadable: keyTexts(page.unreadable),
  });
};

function cardOf(
  p: Programme,
  activities: readonly Activity[],
  regionName: string,
  now: string,
): ProgrammeCard {
  const next = activities.find((each) => each.status === 'planned');
  return {
    programmeId: p.programmeId,
    name: p.name,
    kind: p.kind,
    kindName: programmeKindWords[p.kind],
    status: p.status,
    state: programmeStateWords[p.status],
    regionName,
    goals: p.goals.map((goal) => ({
      words: goal.words,
      unit: goal.unit,
      target: goal.target,
      ...progressOf(goal),
    })),
    ...(next ? { next: { startsAt: next.startsAt, title: next.title, past: next.startsAt <= now } } : {}),
    elders: participationOf(activities).elders,
  };
}

export const readProgramme: UseCase<typeof readRoute> = async (deps, { actor, params }) => {
  const stored = await regionsProgramme(deps, actor, params.programmeId);
  if (!stored.ok) return stored;
  const p = stored.value.value;
  const [{ activities, unreadable }, resources, briefs, timeline, regions] = await Promise.all([
    activitiesOf(deps, p.programmeId),
    deps.table.getMany(resourceItem, p.resourceIds.map(resourceKey)),
    deps.table.list(briefItem, {
      index: 'byRegion',
      pk: briefsPartition(p.regionCode),
      descending: true,
      limit: 100,
    }),
    timelineOf(deps, p),
    regionNames(deps, [p.regionCode]),
  ]);
  const held = activities.flatMap((each) => (each.status === 'held' ? [each.keptBy.personId] : []));
  return allow({
    programme: p,
    regionName: regions[p.regionCode] ?? '',
    activities,
    resources: resources.items.flatMap((each) => (each && !each.value.gone ? [each.value] : [])),
    briefs: briefs.items
      .filter(({ value }) => value.programmeId === p.programmeId)
      .map(({ value: { briefId, title, sentAt, answers } }) => ({
        briefId,
        title,
        sentAt,
        answers: answers.length,
      })),
    participated: participationOf(activities),
    names: await namesOf(deps, [p.responsible, ...held]),
    mayWrite: mayWriteProgramme(p, actor),
    timeline: timeline.items,
    unreadable: [
      ...unreadable,
      ...timeline.unreadable,
      ...keyTexts([...resources.unreadable, ...briefs.unreadable]),
    ],
  });
};

async function timelineOf(deps: Deps, { programmeId }: Programme) {
  const page = await deps.table.list(historyItem, {
    pk: historyPartition({ kind: 'programme', id: programmeId }),
    prefix: 'HISTORY#',
    descending: true,
    limit: 60,
  });
  const told = await withNames(
    deps,
    page.items.map(({ value }) => value),
  );
  return {
    items: told.map(({ entry, sentence }) => ({
      key: entry.historyId as string,
      at: entry.at,
      text: sentence,
    })),
    unreadable: keyTexts(page.unreadable),
  };
}

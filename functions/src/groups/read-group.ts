import { callsToMake, heldOf } from '@shared/groups/group-session';
import type { GroupView } from '@shared/groups/group-view';
import type { readGroup as route } from '@shared/groups/groups.contract';
import { begin, evaluate } from '@shared/groups/lifecycle';
import { reportOf } from '@shared/groups/measures';
import { joinedOf } from '@shared/groups/member';
import { refusalSentences } from '@shared/kernel/refusal';
import { allow } from '@shared/kernel/result';
import { historyItem, historyPartition } from '../history/items';
import { namesOf, regionNames } from '../history/names';
import { withNames } from '../history/read-history';
import { elderItem, elderKey } from '../people/items';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { mayWriteGroup, regionsGroup, type StoredWhole, wholeGroup } from './access';
import { goalsOf } from './goals';
import { type Measured, measured, scaleOf, shown } from './measure';

export const readGroup: UseCase<typeof route> = async (deps, { actor, params }) => {
  const stored = await regionsGroup(deps, actor, params.groupId);
  if (!stored.ok) return stored;
  return allow(await viewOfGroup(deps, actor, await wholeGroup(deps, stored.value)));
};

export async function viewOfGroup(deps: Deps, actor: Actor, whole: StoredWhole): Promise<GroupView> {
  const { group: g, members, sessions } = whole;
  const mayWrite = mayWriteGroup(g, actor);
  const [found, history, names, villages, calls, goals] = await Promise.all([
    measured(deps, whole),
    timelineOf(deps, g.groupId),
    namesOf(deps, peopleOf(whole)),
    regionNames(deps, [g.villageCode]),
    callsShown(deps, whole),
    goalsOf(deps, actor, members),
  ]);
  const instrument = scaleOf(g.theme);
  const missing = mayWrite ? missingOf(deps, actor, whole, found) : undefined;
  return {
    group: g,
    villageName: villages[g.villageCode] ?? '',
    members: [...members],
    sessions: [...sessions],
    names,
    mayWrite,
    instrument: {
      code: instrument.code,
      name: instrument.name,
      lowerIsBetter: instrument.better === 'lower',
    },
    measures: shown(g.theme, found),
    report:
      g.status === 'closed'
        ? g.closing.report
        : reportOf(g, members, sessions, found.measures, found.version),
    calls,
    goals,
    ...(missing ? { missing } : {}),
    timeline: history.items,
    unreadable: [...whole.unreadable, ...history.unreadable],
  };
}

const peopleOf = ({ group: g, members, sessions }: StoredWhole) => [
  g.responsible,
  ...joinedOf(members).map((each) => each.consent.witnessedBy),
  ...heldOf(sessions).map((each) => each.keptBy.personId),
];

async function timelineOf(deps: Deps, groupId: string) {
  const page = await deps.table.list(historyItem, {
    pk: historyPartition({ kind: 'group', id: groupId }),
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

/** With the elder's own telephone, where there is one. */
async function callsShown(
  deps: Deps,
  { group: g, members, sessions }: StoredWhole,
): Promise<GroupView['calls']> {
  const calls = g.status === 'running' ? callsToMake(sessions, joinedOf(members)) : [];
  const elders = await deps.table.getMany(
    elderItem,
    calls.map((each) => elderKey(each.elderId)),
  );
  return calls.map((each, index) => {
    const phone = elders.items[index]?.value.phone;
    return {
      ...each,
      name: members.find(({ elderId }) => elderId === each.elderId)?.name ?? '',
      ...(phone === undefined ? {} : { phone }),
    };
  });
}

/** The rule of the next step itself says what is missing; nothing is decided here. */
function missingOf(
  deps: Deps,
  actor: Actor,
  whole: StoredWhole,
  { measures }: Measured,
): GroupView['missing'] {
  const at = deps.clock();
  // What the page itself asks for at that step is taken as given.
  const words = { summary: '…', memberWords: '', noAfter: {} };
  const tried =
    whole.group.status === 'forming'
      ? begin(whole, at)
      : whole.group.status === 'running'
        ? evaluate(whole, { words, measures, by: actor.personId, at })
        : undefined;
  if (tried === undefined || tried.ok) return undefined;
  const { code, field } = tried.refusal;
  const [zh, en] = refusalSentences[code];
  return { zh, en, ...(field === undefined ? {} : { field }) };
}

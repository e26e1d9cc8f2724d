import type { HistoryAction } from '@shared/history/action';
import { beijing } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { type Activity, cancelActivity, changeActivity } from '@shared/programmes/activity';
import {
  isProgrammeOpen,
  measureGoal,
  type Programme,
  relyOn,
  setProgrammeGoal,
} from '@shared/programmes/programme';
import type { ProgrammeChange, changeProgramme as route } from '@shared/programmes/programmes.contract';
import { isWithin } from '@shared/regions/region';
import { checkedWorkers } from '../groups/access';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { create, replace, type Stored, type Write } from '../table/port';
import { activitiesOf, writableProgramme } from './access';
import { activityItem } from './items';

const actions: Readonly<Record<ProgrammeChange['act'], HistoryAction>> = {
  words: 'programme_changed',
  goal: 'programme_changed',
  measure: 'programme_measured',
  resources: 'programme_changed',
  activity: 'programme_activity_set',
  cancel: 'programme_activity_cancelled',
};

interface Decided {
  readonly programme: Programme;
  readonly writes: readonly Write[];
  readonly why: string;
}

export const changeProgramme: UseCase<typeof route> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'changeProgramme', body: { ...params, ...body } },
    async () => {
      const stored = await writableProgramme(deps, actor, params.programmeId);
      if (!stored.ok) return stored;
      if (!isProgrammeOpen(stored.value.value)) return refuse('group_over');
      const decided = await decide(deps, actor, stored.value.value, body.change);
      if (!decided.ok) return decided;
      const history = historyEntry(deps, actor, {
        subject: { kind: 'programme', id: params.programmeId },
        action: actions[body.change.act],
        why: decided.value.why,
      });
      return allow({
        reply: { programmeId: params.programmeId },
        writes: [replace<Programme>(stored.value, decided.value.programme), ...decided.value.writes, history],
      });
    },
  );

const onlyProgramme = (decided: Result<Programme>, why: string): Result<Decided> =>
  decided.ok ? allow({ programme: decided.value, writes: [], why }) : decided;

async function decide(
  deps: Deps,
  actor: Actor,
  p: Programme,
  change: ProgrammeChange,
): Promise<Result<Decided>> {
  const at = deps.clock();
  switch (change.act) {
    case 'words':
      return allow({ programme: { ...p, ...change.words }, writes: [], why: change.words.name });
    case 'goal':
      return onlyProgramme(setProgrammeGoal(p, change.goalId, change.words), change.words.words);
    case 'measure': {
      const { goalId, on, value, note } = change;
      const measured = measureGoal(p, goalId, { on, value, note, by: actor.personId }, beijing(at).day);
      const goal = p.goals.find((each) => each.goalId === goalId);
      return onlyProgramme(measured, `${goal?.words ?? ''}：${value} ${goal?.unit ?? ''}`);
    }
    case 'resources':
      return onlyProgramme(relyOn(p, change.resourceIds), `资源 ${change.resourceIds.length} 项`);
    case 'activity':
      return setActivity(deps, p, change);
    case 'cancel': {
      const old = await activityNamed(deps, p, change.activityId);
      if (!old) return refuse('not_found', 'body.change.activityId');
      const cancelled = cancelActivity(old.value, actor.personId, at, change.why);
      if (!cancelled.ok) return cancelled;
      return allow({ programme: p, writes: [replace<Activity>(old, cancelled.value)], why: change.why });
    }
  }
}

const activityNamed = async (
  deps: Deps,
  p: Programme,
  id: Activity['activityId'],
): Promise<Stored<Activity> | undefined> =>
  (await activitiesOf(deps, p.programmeId)).stored.find(({ value }) => value.activityId === id);

async function setActivity(
  deps: Deps,
  p: Programme,
  { activityId, words: wanted }: Extract<ProgrammeChange, { act: 'activity' }>,
): Promise<Result<Decided>> {
  if (p.status === 'evaluated') return refuse('programme_step_not_next');
  if (!isWithin(p.regionCode, wanted.villageCode))
    return refuse('region_outside', 'body.change.words.villageCode');
  const workers = await checkedWorkers(deps, wanted.villageCode, wanted.workers);
  if (!workers.ok) return workers;
  const words = { ...wanted, workers: workers.value };
  const old = await activityNamed(deps, p, activityId);
  const why = words.title;
  if (!old) {
    const made: Activity = { status: 'planned', activityId, programmeId: p.programmeId, ...words };
    return allow({ programme: p, writes: [create(activityItem, made)], why });
  }
  const changed = changeActivity(old.value, words);
  return changed.ok ? allow({ programme: p, writes: [replace<Activity>(old, changed.value)], why }) : changed;
}

import type { Group } from '@shared/groups/group';
import type { stepGroup as route } from '@shared/groups/groups.contract';
import { begin, close, evaluate, reopen } from '@shared/groups/lifecycle';
import { reportOf } from '@shared/groups/measures';
import type { HistoryAction } from '@shared/history/action';
import { allow, type Result } from '@shared/kernel/result';
import type { BodyOf } from '@shared/kernel/route';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { replace } from '../table/port';
import { type StoredWhole, wholeGroup, writableGroup } from './access';
import { measured } from './measure';

type Body = BodyOf<typeof route>;

const actions: Readonly<Record<Body['to'], HistoryAction>> = {
  running: 'group_begun',
  evaluated: 'group_evaluated',
  closed: 'group_closed',
  reopened: 'group_reopened',
};

async function decide(deps: Deps, actor: Actor, whole: StoredWhole, body: Body): Promise<Result<Group>> {
  const by = { by: actor.personId, at: deps.clock() };
  switch (body.to) {
    case 'running':
      return begin(whole, by.at);
    case 'evaluated': {
      const { measures } = await measured(deps, whole);
      const { summary, memberWords, noAfter } = body;
      return evaluate(whole, { words: { summary, memberWords, noAfter }, measures, ...by });
    }
    case 'closed': {
      const { measures, version } = await measured(deps, whole);
      const report = reportOf(whole.group, whole.members, whole.sessions, measures, version);
      return close(whole.group, { ...by, reason: body.reason, why: body.why, report });
    }
    case 'reopened':
      return reopen(whole.group);
  }
}

export const stepGroup: UseCase<typeof route> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'stepGroup', body: { ...params, ...body } },
    async () => {
      const stored = await writableGroup(deps, actor, params.groupId);
      if (!stored.ok) return stored;
      const decided = await decide(deps, actor, await wholeGroup(deps, stored.value), body);
      if (!decided.ok) return decided;
      const history = historyEntry(deps, actor, {
        subject: { kind: 'group', id: params.groupId },
        action: actions[body.to],
        ...('why' in body ? { why: body.why } : {}),
      });
      return allow({
        reply: decided.value,
        writes: [replace<Group>(stored.value, decided.value), history],
      });
    },
  );

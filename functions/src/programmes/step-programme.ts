import type { HistoryAction } from '@shared/history/action';
import { allow, type Result } from '@shared/kernel/result';
import type { BodyOf } from '@shared/kernel/route';
import {
  beginProgramme,
  closeProgramme,
  evaluateProgramme,
  type Programme,
  reopenProgramme,
} from '@shared/programmes/programme';
import type { stepProgramme as route } from '@shared/programmes/programmes.contract';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { replace } from '../table/port';
import { activitiesOf, writableProgramme } from './access';

type Body = BodyOf<typeof route>;
const actions: Readonly<Record<Body['to'], HistoryAction>> = {
  running: 'programme_begun',
  evaluated: 'programme_evaluated',
  closed: 'programme_closed',
  reopened: 'programme_reopened',
};

async function decide(deps: Deps, actor: Actor, p: Programme, body: Body): Promise<Result<Programme>> {
  const by = { by: actor.personId, at: deps.clock() };
  switch (body.to) {
    case 'running':
      return beginProgramme(p);
    case 'evaluated': {
      const { activities } = await activitiesOf(deps, p.programmeId);
      return evaluateProgramme(p, activities, { summary: body.summary, learned: body.learned, ...by });
    }
    case 'closed':
      return closeProgramme(p, { ...by, why: body.why });
    case 'reopened':
      return reopenProgramme(p);
  }
}

export const stepProgramme: UseCase<typeof route> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'stepProgramme', body: { ...params, ...body } },
    async () => {
      const stored = await writableProgramme(deps, actor, params.programmeId);
      if (!stored.ok) return stored;
      const decided = await decide(deps, actor, stored.value.value, body);
      if (!decided.ok) return decided;
      const history = historyEntry(deps, actor, {
        subject: { kind: 'programme', id: params.programmeId },
        action: actions[body.to],
        ...('why' in body ? { why: body.why } : {}),
      });
      return allow({
        reply: decided.value,
        writes: [replace<Programme>(stored.value, decided.value), history],
      });
    },
  );

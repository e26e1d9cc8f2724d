import type { arrangeIntervention as route } from '@shared/cases/case-change.contract';
import type { CaseFile } from '@shared/cases/case-file';
import { arranged } from '@shared/cases/edit';
import { allow, refuse } from '@shared/kernel/result';
import { historyEntry } from '../history/items';
import { elderItem, elderKey } from '../people/items';
import { runCommand } from '../platform/command';
import type { UseCase } from '../platform/serve';
import { openRequests } from '../service-requests/make-request';
import { replace } from '../table/port';
import { writableCase } from './access';
import { planOf } from './chain';

/** The requests and the link to them are one transaction: no request of a plan is without its goal. */
export const arrangeIntervention: UseCase<typeof route> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'arrangeIntervention', body: { ...params, ...body } },
    async () => {
      const stored = await writableCase(deps, actor, params.caseId);
      if (!stored.ok) return stored;
      const c = stored.value.value;
      const words = planOf(c)?.interventions.find(
        (each) => each.interventionId === params.interventionId,
      )?.words;
      if (words && words.kind !== 'service') return refuse('case_not_a_service');
      const elder = await deps.table.get(elderItem, elderKey(c.elderId));
      if (!elder || !words) return refuse('not_found');
      const { commandId: _, ...when } = body;
      const made = await openRequests(deps, actor, elder.value, {
        ...when,
        elderId: c.elderId,
        serviceCode: words.serviceCode,
        urgency: 'routine',
        wishes: {},
      });
      if (!made.ok) return made;
      const { requestIds } = made.value.reply;
      const linked = arranged(c, params.interventionId, requestIds);
      if (!linked.ok) return linked;
      const history = historyEntry(deps, actor, {
        subject: { kind: 'case', id: c.caseId },
        action: 'case_arranged',
        why: words.what,
        facts: { count: requestIds.length },
      });
      return allow({
        reply: { requestIds, count: requestIds.length },
        writes: [replace<CaseFile>(stored.value, linked.value), ...made.value.writes, history],
      });
    },
  );

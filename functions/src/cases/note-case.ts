import type { commentOnPlan as commentRoute } from '@shared/cases/care-plan.contract';
import type { noteCase as noteRoute } from '@shared/cases/case-change.contract';
import { isBefore } from '@shared/kernel/instant';
import { allow, refuse } from '@shared/kernel/result';
import { historyEntry } from '../history/items';
import { tieToElder } from '../people/access';
import { runCommand } from '../platform/command';
import type { UseCase } from '../platform/serve';
import { create, expect } from '../table/port';
import { writableCase } from './access';
import { caseItem, caseKey, noteItem } from './items';

/** A note is appended under the id that the phone gave it; nothing written is ever changed. */
export const noteCase: UseCase<typeof noteRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'noteCase', body: { ...params, ...body } },
    async () => {
      const stored = await writableCase(deps, actor, params.caseId);
      if (!stored.ok) return stored;
      const now = deps.clock();
      if (isBefore(now, body.note.at)) return refuse('entry_time_invalid', 'body.note.at');
      return allow({
        reply: { entryId: body.note.entryId },
        writes: [
          expect(stored.value),
          create(noteItem, {
            caseId: params.caseId,
            writtenAt: now,
            by: { personId: actor.personId, role: actor.role },
            words: body.note,
          }),
        ],
      });
    },
  );

/** A word of the family to the worker, while the elder lets them see the plan. */
export const commentOnPlan: UseCase<typeof commentRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'commentOnPlan', body: { ...params, ...body } },
    async () => {
      const stored = await deps.table.get(caseItem, caseKey(params.caseId));
      if (!stored || stored.value.restricted || stored.value.sharing?.family !== 'plan')
        return refuse('not_found');
      const tie = await tieToElder(deps, actor, stored.value);
      if (!tie.ok) return tie;
      const at = deps.clock();
      return allow({
        reply: { at },
        writes: [
          expect(stored),
          create(noteItem, {
            caseId: params.caseId,
            writtenAt: at,
            by: { personId: actor.personId, role: actor.role },
            words: { entryId: deps.newId('entry'), at, kind: 'comment', text: body.text },
          }),
          historyEntry(deps, actor, {
            subject: { kind: 'case', id: params.caseId },
            action: 'case_commented',
          }),
        ],
      });
    },
  );

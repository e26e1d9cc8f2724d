import type { CaseFile } from '@shared/cases/case-file';
import type { stepCase as route } from '@shared/cases/cases.contract';
import {
  beginAssessment,
  beginEvaluation,
  beginIntervention,
  beginPlanning,
  close,
  decline,
  reopen,
  takeUp,
} from '@shared/cases/lifecycle';
import type { HistoryAction } from '@shared/history/action';
import { allow, type Result } from '@shared/kernel/result';
import type { BodyOf } from '@shared/kernel/route';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { replace } from '../table/port';
import { readableCase, writableCase } from './access';
import { chainOf, deliveredOf } from './chain';
import { measuresNow } from './load';

type Body = BodyOf<typeof route>;

async function decide(deps: Deps, actor: Actor, c: CaseFile, body: Body): Promise<Result<CaseFile>> {
  const by = actor.personId;
  const at = deps.clock();
  switch (body.to) {
    case 'intake':
      return takeUp(c, body.urgency, { by, at, next: body.next });
    case 'declined':
      return decline(c, by, at, body.note);
    case 'assessment':
      return c.status === 'closed'
        ? reopen(c, { by, at, next: body.next })
        : beginAssessment(c, { by, at, next: body.next });
    case 'planning':
      return beginPlanning(c, await measuresNow(deps, c), { by, at, next: body.next });
    case 'intervention':
      return beginIntervention(c, { by, at, next: body.next });
    case 'evaluation':
      return beginEvaluation(c, { by, at, next: body.next });
    case 'closed': {
      const { reason, note, followUps } = body;
      const delivered = deliveredOf(await chainOf(deps, c));
      const measures = await measuresNow(deps, c);
      return close(c, { reason, note, followUps, measures, delivered }, { by, at });
    }
  }
}

const actionOf = (from: CaseFile, to: Body['to']): HistoryAction => {
  if (to === 'assessment' && from.status === 'closed') return 'case_reopened';
  if (to === 'intake') return 'case_opened';
  return `case_${to}` as const;
};

const whyOf = (body: Body): string | undefined =>
  'note' in body ? body.note : 'why' in body ? body.why : undefined;

/** One stage on, or back. A referral and a closed case may be taken up by any worker who may read them. */
export const stepCase: UseCase<typeof route> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'stepCase', body: { ...params, ...body } },
    async () => {
      const readable = await readableCase(deps, actor, params.caseId);
      if (!readable.ok) return readable;
      const anybody = ['referral', 'declined', 'closed'].includes(readable.value.value.status);
      const stored = anybody ? readable : await writableCase(deps, actor, params.caseId);
      if (!stored.ok) return stored;
      const decided = await decide(deps, actor, stored.value.value, body);
      if (!decided.ok) return decided;
      const history = historyEntry(deps, actor, {
        subject: { kind: 'case', id: params.caseId },
        action: actionOf(stored.value.value, body.to),
        why: whyOf(body),
      });
      return allow({
        reply: decided.value,
        writes: [replace<CaseFile>(stored.value, decided.value), history],
      });
    },
  );

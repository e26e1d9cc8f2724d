import {
  type Assessment,
  abandon,
  confirmAssessment,
  record,
  sendBack,
  submit,
} from '@shared/assessments/assessment';
import type {
  AssessmentView,
  abandonAssessment as abandonRoute,
  saveAnswers as saveRoute,
  answerSecond as secondRoute,
  submitAssessment as submitRoute,
} from '@shared/assessments/assessments.contract';
import { instrumentOf } from '@shared/assessments/instruments';
import { abilityFrom } from '@shared/assessments/result';
import { screened, seesTo } from '@shared/cases/screening';
import type { HistoryAction } from '@shared/history/action';
import type { AssessmentId, CommandId } from '@shared/kernel/ids';
import type { Refusal } from '@shared/kernel/refusal';
import { allow, type Result } from '@shared/kernel/result';
import { caseItem } from '../cases/items';
import { proposalWrites } from '../cases/propose';
import { historyEntry } from '../history/items';
import { elderItem, elderKey } from '../people/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { replace, type Write } from '../table/port';
import { assessmentsOf, elderName, nameOf, sentenceOf, workersAssessment } from './load';

/** Rules name a field as the command has it; on the wire it lies in the body. */
const inBody = (refusal: Refusal): Result<never> => ({
  ok: false,
  refusal: refusal.field === undefined ? refusal : { ...refusal, field: `body.${refusal.field}` },
});

/** Autosave: small, often, and without a line of history for each tap. */
export const saveAnswers: UseCase<typeof saveRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'saveAnswers', body: { ...params, ...body } },
    async () => {
      const stored = await workersAssessment(deps, actor, params.assessmentId);
      if (!stored.ok) return stored;
      const saved = record(stored.value.value, body, { by: actor.personId, at: deps.clock() });
      if (!saved.ok) return inBody(saved.refusal);
      const of = instrumentOf(saved.value.instrument).items.length;
      return allow({
        reply: { answered: Object.keys(saved.value.answers).length, of },
        writes: [replace<Assessment>(stored.value, saved.value)],
      });
    },
  );

interface Given {
  readonly actor: Actor;
  readonly params: { readonly assessmentId: AssessmentId };
  readonly body: { readonly commandId: CommandId };
}

const change = (
  deps: Deps,
  { actor, params, body }: Given,
  action: (now: Assessment) => HistoryAction,
  decide: (old: Assessment) => Result<Assessment>,
  why?: string,
): Promise<Result<AssessmentView>> =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'changeAssessment', body: { ...params, ...body } },
    async () => {
      const stored = await workersAssessment(deps, actor, params.assessmentId);
      if (!stored.ok) return stored;
      const now = decide(stored.value.value);
      if (!now.ok) return inBody(now.refusal);
      const history = historyEntry(deps, actor, {
        subject: { kind: 'assessment', id: params.assessmentId },
        action: action(now.value),
        why,
      });
      const view = await viewOf(deps, actor, now.value);
      return allow({
        reply: view,
        writes: [
          replace<Assessment>(stored.value, now.value),
          history,
          ...(await abilityWrites(deps, now.value)),
          ...(await screeningWrites(deps, now.value)),
        ],
      });
    },
  );

/** A finished assessment of ability is what the elder's record says from now on. */
async function abilityWrites(deps: Deps, a: Assessment): Promise<Write[]> {
  if (a.status !== 'completed') return [];
  const ability = abilityFrom(instrumentOf(a.instrument), a.result);
  if (ability === undefined) return [];
  const elder = await deps.table.get(elderItem, elderKey(a.elderId));
  return elder && elder.value.ability !== ability ? [replace(elder, { ...elder.value, ability })] : [];
}

/** A result above its band is proposed to the social workers, unless a case sees to it already. */
async function screeningWrites(deps: Deps, a: Assessment): Promise<Write[]> {
  const found = a.status === 'completed' ? screened(a) : undefined;
  if (found === undefined) return [];
  const page = await deps.table.list(caseItem, {
    index: 'byElder',
    pk: `ELDER#${a.elderId}`,
    prefix: 'CASE#',
  });
  if (page.items.some(({ value }) => seesTo(value, found.kind, a.instrument.code))) return [];
  return proposalWrites(deps, a, { cause: `assessment ${a.assessmentId}`, source: 'screening', ...found });
}

export async function viewOf(deps: Deps, actor: Actor, a: Assessment): Promise<AssessmentView> {
  const { assessments } = await assessmentsOf(deps, a.elderId);
  const sentence = sentenceOf(a, assessments);
  return {
    assessment: a,
    elderName: await elderName(deps, a.elderId),
    assessorName: await nameOf(deps, a.assessor),
    mine: a.assessor === actor.personId,
    ...(sentence ? { sentence } : {}),
  };
}

const step = (deps: Deps, actor: Actor) => ({ by: actor.personId, at: deps.clock() });

export const submitAssessment: UseCase<typeof submitRoute> = (deps, input) =>
  change(
    deps,
    input,
    (now) => (now.status === 'completed' ? 'assessment_completed' : 'assessment_submitted'),
    (old) => submit(old, step(deps, input.actor)),
  );

export const answerSecond: UseCase<typeof secondRoute> = (deps, input) => {
  const { actor, body } = input;
  return body.agree
    ? change(
        deps,
        input,
        () => 'assessment_completed',
        (old) => confirmAssessment(old, step(deps, actor), body.note),
        body.note,
      )
    : change(
        deps,
        input,
        () => 'assessment_sent_back',
        (old) => sendBack(old, step(deps, actor), body.why),
        body.why,
      );
};

export const abandonAssessment: UseCase<typeof abandonRoute> = (deps, input) =>
  change(
    deps,
    input,
    () => 'assessment_abandoned',
    (old) => abandon(old, step(deps, input.actor), input.body.why),
    input.body.why,
  );

import { type CaseFile, isOpen, isPlanned, type Measure, transitions } from '@shared/cases/case-file';
import type { CaseView } from '@shared/cases/case-view';
import type { readCase as route } from '@shared/cases/cases.contract';
import { attainment } from '@shared/cases/goal';
import {
  beginAssessment,
  beginEvaluation,
  beginIntervention,
  beginPlanning,
  close,
} from '@shared/cases/lifecycle';
import { costsByPayer } from '@shared/cases/plan';
import { mayWrite } from '@shared/cases/responsibility';
import { beijing } from '@shared/kernel/instant';
import { spoken } from '@shared/kernel/refusal';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { elderItem, elderKey } from '../people/items';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { create, keyTexts } from '../table/port';
import { readableCase, workerOf } from './access';
import { chainOf, deliveredOf, planOf } from './chain';
import { noteItem, readingItem } from './items';
import { assessmentsOfElder, caseElderOf, measuresNow, namesOf } from './load';
import { shownMeasures } from './shown-measures';
import { timelineOf } from './timeline';

/** The whole of a case. Before anything is shown it is written down who looked: no record, no reading. */
export const readCase: UseCase<typeof route> = async (deps, { actor, params }) => {
  const stored = await readableCase(deps, actor, params.caseId);
  if (!stored.ok) return stored;
  const c = stored.value.value;
  const elder = await deps.table.get(elderItem, elderKey(c.elderId));
  if (!elder) return refuse('not_found');
  const recorded = await recordReading(deps, actor, c);
  if (!recorded.ok) return recorded;
  const [notes, assessments, measures, chain] = await Promise.all([
    deps.table.list(noteItem, { pk: `CASE#${c.caseId}`, prefix: 'NOTE#' }),
    assessmentsOfElder(deps, c.elderId),
    measuresNow(deps, c),
    chainOf(deps, c),
  ]);
  const timeline = await timelineOf(deps, c, {
    notes: notes.items.map(({ value }) => value),
    assessments,
    chain,
  });
  const worker = workerOf(actor);
  const plan = planOf(c);
  const { before, now } = attainment(plan?.goals ?? []);
  const missing = missingOf(deps, actor, c, measures);
  return allow({
    case: c,
    elder: caseElderOf(deps, elder.value),
    names: await namesOf(deps, peopleOf(c)),
    mayWrite: mayWrite(c, worker),
    maySign: worker.supervises && c.responsible !== actor.personId,
    measures: shownMeasures(measures, assessments),
    attainment: { ...(before === undefined ? {} : { before }), ...(now === undefined ? {} : { now }) },
    costs: plan ? costsByPayer(plan) : [],
    chain,
    ...(missing ? { missing } : {}),
    timeline: timeline.items,
    unreadable: [...keyTexts(notes.unreadable), ...timeline.unreadable],
  });
};

const recordReading = (deps: Deps, actor: Actor, { caseId }: CaseFile): Promise<Result<void>> =>
  deps.table.commit([
    create(readingItem, {
      caseId,
      entryId: deps.newId('entry'),
      at: deps.clock(),
      by: { personId: actor.personId, role: actor.role },
    }),
  ]);

const peopleOf = (c: CaseFile) => [
  c.responsible,
  c.referral.by.personId,
  ...c.team,
  ...Object.values(c.done).map((each) => each.by),
  ...(isPlanned(c) && c.plan.signed ? [c.plan.signed.by] : []),
];

/** The rule of the next stage itself says what is missing; nothing is decided here. */
function missingOf(deps: Deps, actor: Actor, c: CaseFile, measures: readonly Measure[]): CaseView['missing'] {
  if (!isOpen(c)) return undefined;
  const at = deps.clock();
  const step = { by: actor.personId, at, next: { on: beijing(at).day, what: '看一看' } };
  const tried = {
    referral: () => allow(undefined),
    intake: () => beginAssessment(c, step),
    assessment: () => beginPlanning(c, measures, step),
    planning: () => beginIntervention(c, step),
    intervention: () => beginEvaluation(c, step),
    evaluation: () =>
      close(
        c,
        { reason: 'goals_met', note: '', measures: [...measures], delivered: deliveredOf([]), followUps: [] },
        step,
      ),
  }[c.status]();
  if (tried.ok || !transitions[c.status].length) return undefined;
  const { zh, en, field } = spoken(tried.refusal);
  return { zh, en, ...(field === undefined ? {} : { field }) };
}

import type { Assessment } from '@shared/assessments/assessment';
import type { CarePlan, readCarePlans as route } from '@shared/cases/care-plan.contract';
import { type CaseFile, isOpen } from '@shared/cases/case-file';
import { levelNow, levelText } from '@shared/cases/goal';
import { templateOf } from '@shared/cases/kind';
import { payerWords, stageWords } from '@shared/cases/words';
import { allow, refuse } from '@shared/kernel/result';
import { tieToElder } from '../people/access';
import { elderItem, elderKey } from '../people/items';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { chainOf, planOf } from './chain';
import { caseItem, noteItem } from './items';
import { assessmentsOfElder, measuresNow, namesOf } from './load';
import { shownMeasures } from './shown-measures';

/** What the elder lets the family see; a restricted case is not even hinted at. */
export const readCarePlans: UseCase<typeof route> = async (deps, { actor, params }) => {
  const elder = await deps.table.get(elderItem, elderKey(params.elderId));
  if (!elder) return refuse('not_found');
  const tie = await tieToElder(deps, actor, elder.value);
  if (!tie.ok) return tie;
  const page = await deps.table.list(caseItem, {
    index: 'byElder',
    pk: `ELDER#${params.elderId}`,
    prefix: 'CASE#',
    descending: true,
  });
  const shared = page.items
    .map(({ value }) => value)
    .filter((each) => !each.restricted && each.sharing?.family === 'plan');
  const assessments = await assessmentsOfElder(deps, params.elderId);
  const told = assessments.filter((each) => each.consent.shareWithFamily);
  return allow({
    plans: await Promise.all(shared.map((each) => planView(deps, each, told))),
    unreadable: keyTexts(page.unreadable),
  });
};

async function planView(deps: Deps, c: CaseFile, assessments: readonly Assessment[]): Promise<CarePlan> {
  const [chain, notes, measures] = await Promise.all([
    chainOf(deps, c),
    deps.table.list(noteItem, { pk: `CASE#${c.caseId}`, prefix: 'NOTE#' }),
    measuresNow(deps, c),
  ]);
  const comments = notes.items.map(({ value }) => value).filter(({ words }) => words.kind === 'comment');
  const names = await namesOf(deps, [c.responsible, ...comments.map(({ by }) => by.personId)]);
  const plan = planOf(c);
  const agreed = plan?.agreed?.consent;
  const shownCodes = new Set(assessments.map(({ instrument }) => instrument.code));
  return {
    caseId: c.caseId,
    kindName: templateOf(c.kind).name,
    stage: stageWords[c.status],
    workerName: names[c.responsible] ?? '',
    ...(isOpen(c) ? { next: c.next } : {}),
    goals: (plan?.goals ?? []).map((goal) => ({
      goalId: goal.goalId,
      words: goal.words,
      now: levelText(goal, levelNow(goal)),
      hoped: levelText(goal, 0),
      level: levelNow(goal),
    })),
    interventions: (plan?.interventions ?? []).map(({ interventionId, words }) => {
      const link = chain.find((each) => each.interventionId === interventionId);
      return {
        interventionId,
        what: words.what,
        payer: payerWords[words.payer],
        costFen: words.costFen,
        planned: link?.planned ?? 0,
        served: link?.served ?? 0,
        minutes: link?.minutes ?? 0,
      };
    }),
    ...(agreed ? { agreedBy: agreed.name } : {}),
    measures: shownMeasures(
      measures.filter(({ code }) => shownCodes.has(code)),
      [],
    ).flatMap(({ name, sentence }) => (sentence ? [{ name, sentence }] : [])),
    comments: comments.map(({ by, words }) => ({
      at: words.at,
      byName: names[by.personId] ?? '家属',
      text: words.text,
    })),
  };
}

import type { Purpose, readPurpose as route } from '@shared/cases/care-plan.contract';
import type { CaseFile } from '@shared/cases/case-file';
import { levelNow, levelText } from '@shared/cases/goal';
import { mayRead } from '@shared/cases/responsibility';
import type { RequestId } from '@shared/kernel/ids';
import { allow, refuse } from '@shared/kernel/result';
import { tieToElder } from '../people/access';
import type { Actor } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { requestItem, requestKey } from '../service-requests/items';
import { workerOf } from './access';
import { planOf } from './chain';
import { caseItem } from './items';
import { namesOf } from './load';

/** How much of a case may be told: everything, the plan that the elder lets the family see, whose it is, or nothing. */
function openTo(c: CaseFile, actor: Actor): 'case' | 'plan' | 'worker' | undefined {
  if (actor.role === 'social_worker') return mayRead(c, workerOf(actor)) ? 'case' : undefined;
  if (c.restricted) return undefined;
  if (actor.role === 'coordinator') return 'worker';
  return c.sharing?.family === 'plan' ? 'plan' : undefined;
}

const servedBy = (c: CaseFile, requestId: RequestId) =>
  planOf(c)?.interventions.find((each) => each.requestIds.includes(requestId));

/** The way back of the chain. An elder has few cases, so they are looked through; no request has to know its plan. */
export const readPurpose: UseCase<typeof route> = async (deps, { actor, params }) => {
  const request = await deps.table.get(requestItem, requestKey(params.requestId));
  if (!request) return refuse('not_found');
  const tie = await tieToElder(deps, actor, request.value);
  if (!tie.ok) return tie;
  const page = await deps.table.list(caseItem, {
    index: 'byElder',
    pk: `ELDER#${request.value.elderId}`,
    prefix: 'CASE#',
  });
  const c = page.items.map(({ value }) => value).find((each) => servedBy(each, params.requestId));
  const told = c && openTo(c, actor);
  if (c === undefined || told === undefined) return allow({});
  const names = await namesOf(deps, [c.responsible]);
  const workerName = names[c.responsible] ?? '';
  if (told === 'worker') return allow({ purpose: { workerName, goals: [] } });
  const words = servedBy(c, params.requestId)?.words;
  const goals = (planOf(c)?.goals ?? [])
    .filter(({ goalId }) => words?.goalIds.includes(goalId))
    .map((goal): Purpose['goals'][number] => ({
      words: goal.words,
      now: levelText(goal, levelNow(goal)),
      hoped: levelText(goal, 0),
    }));
  return allow({
    purpose: {
      workerName,
      goals,
      ...(words ? { what: words.what } : {}),
      ...(told === 'case' ? { caseId: c.caseId } : {}),
    },
  });
};

import type {
  listElderAssessments as listRoute,
  readAssessment as readRoute,
  listWaiting as waitingRoute,
} from '@shared/assessments/assessments.contract';
import { allow, refuse } from '@shared/kernel/result';
import { tieToElder } from '../people/access';
import { elderItem, elderKey } from '../people/items';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { viewOf } from './change-assessment';
import { assessmentItem, secondPartition } from './items';
import { assessmentsOf, cardOf, workersAssessment } from './load';

export const readAssessment: UseCase<typeof readRoute> = async (deps, { actor, params }) => {
  const stored = await workersAssessment(deps, actor, params.assessmentId);
  return stored.ok ? allow(await viewOf(deps, actor, stored.value.value)) : stored;
};

/** Newest first. Family and elder read the finished ones that the consent lets them read. */
export const listElderAssessments: UseCase<typeof listRoute> = async (deps, { actor, params }) => {
  const elder = await deps.table.get(elderItem, elderKey(params.elderId));
  if (!elder) return refuse('not_found');
  const tie = await tieToElder(deps, actor, elder.value);
  if (!tie.ok) return tie;
  const { assessments, unreadable } = await assessmentsOf(deps, params.elderId);
  const seen = assessments.filter(
    (each) =>
      actor.role === 'social_worker' ||
      (each.status === 'completed' && (actor.role === 'elder' || each.consent.shareWithFamily)),
  );
  return allow({
    assessments: seen.map((each) => cardOf(each, elder.value.name, seen)).reverse(),
    unreadable,
  });
};

export const listWaiting: UseCase<typeof waitingRoute> = async (deps, { actor }) => {
  const region = actor.grant.regionCode;
  if (region === undefined) return refuse('region_outside');
  const page = await deps.table.list(assessmentItem, {
    index: 'byRegion',
    pk: secondPartition(region),
    prefix: region,
  });
  const waiting = page.items.map(({ value }) => value).filter((each) => each.assessor !== actor.personId);
  const elders = await deps.table.getMany(
    elderItem,
    waiting.map((each) => elderKey(each.elderId)),
  );
  return allow({
    assessments: waiting.map((each, index) => cardOf(each, elders.items[index]?.value.name ?? '老人', [])),
    unreadable: keyTexts([...page.unreadable, ...elders.unreadable]),
  });
};

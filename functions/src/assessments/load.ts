import type { Assessment } from '@shared/assessments/assessment';
import type { AssessmentCard } from '@shared/assessments/assessments.contract';
import { instrumentOf } from '@shared/assessments/instruments';
import { resultSentence } from '@shared/assessments/result';
import type { AssessmentId, ElderId, PersonId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { isWithin } from '@shared/regions/region';
import { personItem } from '../identity/items';
import { elderItem, elderKey } from '../people/items';
import type { Actor, Deps } from '../platform/deps';
import { keyTexts, type Stored } from '../table/port';
import { assessmentItem, assessmentKey } from './items';

/** An assessment of the worker's region; anybody else's is not there. */
export async function workersAssessment(
  deps: Deps,
  actor: Actor,
  id: AssessmentId,
): Promise<Result<Stored<Assessment>>> {
  const stored = await deps.table.get(assessmentItem, assessmentKey(id));
  const region = actor.grant.regionCode;
  if (!stored || region === undefined || !isWithin(region, stored.value.villageCode))
    return refuse('not_found');
  return allow(stored);
}

/** An elder's assessments, oldest first. */
export async function assessmentsOf(deps: Deps, elderId: ElderId) {
  const page = await deps.table.list(assessmentItem, {
    index: 'byElder',
    pk: `ELDER#${elderId}`,
    prefix: 'ASSESSMENT#',
  });
  return {
    assessments: page.items.map(({ value }) => value),
    unreadable: keyTexts(page.unreadable),
  };
}

/** The finished one of the same scale and version before this. */
export const earlierOf = (a: Assessment, all: readonly Assessment[]) =>
  all
    .flatMap((each) => (each.status === 'completed' ? [each] : []))
    .filter(
      (each) =>
        each.assessmentId !== a.assessmentId &&
        each.instrument.code === a.instrument.code &&
        each.instrument.version === a.instrument.version &&
        each.startedAt < a.startedAt,
    )
    .at(-1)?.result;

export const sentenceOf = (a: Assessment, all: readonly Assessment[]) =>
  a.status === 'completed'
    ? resultSentence(instrumentOf(a.instrument), a.result, earlierOf(a, all))
    : undefined;

export function cardOf(a: Assessment, elderName: string, all: readonly Assessment[]): AssessmentCard {
  const instrument = instrumentOf(a.instrument);
  const sentence = sentenceOf(a, all);
  return {
    assessmentId: a.assessmentId,
    name: instrument.name,
    code: instrument.code,
    status: a.status,
    at: a.status === 'completed' ? a.completedAt : a.startedAt,
    elderName,
    answered: Object.keys(a.answers).length,
    of: instrument.items.length,
    ...(sentence ? { sentence } : {}),
  };
}

export async function nameOf(deps: Deps, personId: PersonId): Promise<string> {
  const person = await deps.table.get(personItem, { pk: `PERSON#${personId}`, sk: 'PERSON' });
  return person?.value.name ?? '社工';
}

export async function elderName(deps: Deps, elderId: ElderId): Promise<string> {
  return (await deps.table.get(elderItem, elderKey(elderId)))?.value.name ?? '老人';
}

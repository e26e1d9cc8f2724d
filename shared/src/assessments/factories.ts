import type { AssessmentId, ElderId, PersonId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import type { Circumstances } from './ability-level';
import type { Assessment, AssessmentIn } from './assessment';
import { type Instrument, mostOf } from './instrument';
import type { Answers } from './score';

/** Assessments named after their states, for tests and for the seed. */
const idOf = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(26, '0')}`;
export const assessorId = idOf('person', 41) as PersonId;
export const secondAssessorId = idOf('person', 42) as PersonId;
export const BEGAN = '2026-05-06T02:00:00.000Z' as Instant;

export const nothingElse: Circumstances = {
  coma: false,
  dementia: false,
  mentalDisorder: false,
  riskEvents: [],
};

/** Answers that add up to the best score but for the given choices. */
export const bestBut = (instrument: Instrument, but: Readonly<Record<string, string>> = {}): Answers =>
  Object.fromEntries(
    instrument.items.map((item) => [
      item.code,
      {
        choice: but[item.code] ?? item.options.find((option) => option.score === mostOf(item))?.choice ?? '',
      },
    ]),
  );

export const opened = (
  instrument: Instrument,
  answers: Answers = {},
  over: Partial<AssessmentIn<'open'>> = {},
): AssessmentIn<'open'> => ({
  status: 'open',
  assessmentId: idOf('assessment', 1) as AssessmentId,
  elderId: idOf('elder', 1) as ElderId,
  villageCode: '231222107201',
  instrument: { code: instrument.code, version: instrument.version },
  consent: { givenBy: 'elder', name: '赵玉珍', how: '上门时当面同意', shareWithFamily: true },
  assessor: assessorId,
  startedAt: BEGAN,
  answers: Object.fromEntries(
    Object.entries(answers).map(([code, answer]): [string, Assessment['answers'][string]] => [
      code,
      { answer, by: assessorId, at: BEGAN },
    ]),
  ),
  ...(instrument.circumstances ? { circumstances: nothingElse } : {}),
  ...over,
});

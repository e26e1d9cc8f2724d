import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { caseId, commandId, elderId, goalId, interventionId, requestId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { route } from '../kernel/route';
import { line } from '../kernel/text';
import { nextLook } from './case-file';
import { level } from './goal';

const oneCase = z.strictObject({ caseId });
const oneElder = z.strictObject({ elderId });
const unreadable = z.array(z.string());

/** What the family sees of a case once the elder allows it: goals, what is arranged, and what comes of it. */
export const carePlan = z.lazy(() =>
  z.strictObject({
    caseId,
    kindName: spokenText,
    stage: spokenText,
    workerName: z.string(),
    next: nextLook.optional(),
    goals: z.array(z.strictObject({ goalId, words: z.string(), now: z.string(), hoped: z.string(), level })),
    interventions: z.array(
      z.strictObject({
        interventionId,
        what: z.string(),
        payer: spokenText,
        costFen: z.int(),
        planned: z.int(),
        served: z.int(),
        minutes: z.int(),
      }),
    ),
    agreedBy: z.string().optional(),
    measures: z.array(z.strictObject({ name: spokenText, sentence: spokenText })),
    comments: z.array(z.strictObject({ at: instant, byName: z.string(), text: z.string() })),
  }),
);
export type CarePlan = z.infer<typeof carePlan>;

export const readCarePlans = route({
  name: 'readCarePlans',
  method: 'GET',
  path: '/api/elders/{elderId}/care-plans',
  summary: 'The plans that the elder lets the family see.',
  access: ['family', 'elder'],
  relation: 'kin',
  audit: 'care_plan.read',
  params: oneElder,
  reply: z.lazy(() => z.strictObject({ plans: z.array(carePlan), unreadable })),
  refusals: [],
});

export const commentOnPlan = route({
  name: 'commentOnPlan',
  method: 'POST',
  path: '/api/cases/{caseId}/comments',
  summary: 'Family or the elder writes a word to the social worker about the plan.',
  access: ['family', 'elder'],
  relation: 'kin',
  audit: 'care_plan.comment',
  params: oneCase,
  body: z.lazy(() => z.strictObject({ commandId, text: line(500) })),
  reply: z.lazy(() => z.strictObject({ at: instant })),
  refusals: [],
});

/** From one request back to the goal that it serves; how much of it is told depends on who asks. */
export const purpose = z.lazy(() =>
  z.strictObject({
    /** Whose plan it is, to be asked about it. */
    workerName: z.string(),
    /** To family and elder once the elder allows it, and to who may read the case: what is done, and what for. */
    what: z.string().optional(),
    goals: z.array(z.strictObject({ words: z.string(), now: z.string(), hoped: z.string() })),
    /** To who may read the case. */
    caseId: caseId.optional(),
  }),
);
export type Purpose = z.infer<typeof purpose>;

export const readPurpose = route({
  name: 'readPurpose',
  method: 'GET',
  path: '/api/requests/{requestId}/purpose',
  summary:
    'What a request is for: the goal of a plan that it serves. A restricted case is not even hinted at.',
  access: ['family', 'elder', 'coordinator', 'social_worker'],
  relation: 'kin-or-region',
  audit: 'purpose.read',
  params: z.strictObject({ requestId }),
  reply: z.lazy(() => z.strictObject({ purpose: purpose.optional() })),
  refusals: [],
});

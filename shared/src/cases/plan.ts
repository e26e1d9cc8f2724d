import * as z from 'zod';
import { goalId, interventionId, personId, requestId } from '../kernel/ids';
import { type Day, instant } from '../kernel/instant';
import { fen } from '../kernel/quantity';
import { allow, type Result, refuse } from '../kernel/result';
import { line, paragraph } from '../kernel/text';
import { careConsent, holds } from './consent';
import { goal } from './goal';

/** Who bears the cost: the five supply subjects as a family names them. */
export const payer = z.enum(['government', 'community', 'market', 'neighbours', 'family']);
export type Payer = z.infer<typeof payer>;

const common = {
  what: line(120),
  goalIds: z.array(goalId).min(1).max(10),
  payer,
  /** For a month. */
  costFen: fen,
};
/** 介入: a service that somebody comes for, the worker's own talks, a group, or something else agreed on. */
export const interventionWords = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('service'), ...common, serviceCode: line(40) }),
    z.strictObject({ kind: z.literal('worker'), ...common }),
    z.strictObject({ kind: z.literal('group'), ...common }),
    z.strictObject({ kind: z.literal('other'), ...common }),
  ]),
);
export type InterventionWords = z.infer<typeof interventionWords>;

const kept = { interventionId, requestIds: z.array(requestId).max(200) };
export const intervention = z.strictObject({ ...kept, words: interventionWords });
export type Intervention = z.infer<typeof intervention>;

/** A yes or a signature holds for the revision it was given to, and for no later one. */
const agreed = z.lazy(() =>
  z.strictObject({
    revision: z.int().min(1),
    consent: careConsent,
    recordedBy: personId,
    at: instant,
  }),
);
export const signature = z.lazy(() =>
  z.strictObject({
    revision: z.int().min(1),
    by: personId,
    at: instant,
    note: paragraph(300),
  }),
);

/** 计划: goals and interventions; `revision` counts its changes. */
export const plan = z.lazy(() =>
  z.strictObject({
    revision: z.int().min(1),
    goals: z.array(goal).max(12),
    interventions: z.array(intervention).max(30),
    agreed: agreed.optional(),
    signed: signature.optional(),
  }),
);
export type Plan = z.infer<typeof plan>;

export const emptyPlan: Plan = { revision: 1, goals: [], interventions: [] };

/** A changed plan has to be agreed to anew: the old yes stays on record but no longer opens the door. */
export const changed = (p: Plan, part: Partial<Pick<Plan, 'goals' | 'interventions'>>): Plan => ({
  ...p,
  ...part,
  revision: p.revision + 1,
});

/** Whether what is planned may begin: whole, agreed to as it stands, and signed where that is asked. */
export function checkPlan(p: Plan, signOff: boolean, today: Day): Result<Plan> {
  if (p.goals.length === 0) return refuse('case_goal_missing', 'plan.goals');
  if (p.interventions.length === 0) return refuse('case_intervention_missing', 'plan.interventions');
  const without = p.goals.find(
    (each) => !p.interventions.some(({ words }) => words.goalIds.includes(each.goalId)),
  );
  if (without) return refuse('case_intervention_missing', `plan.goals.${without.goalId}`);
  if (!p.agreed) return refuse('case_consent_missing', 'plan.agreed');
  if (p.agreed.revision !== p.revision) return refuse('case_plan_changed', 'plan.agreed');
  if (!holds(p.agreed.consent, today)) return refuse('consent_ended', 'plan.agreed');
  if (signOff && p.signed?.revision !== p.revision) return refuse('case_sign_off_needed', 'plan.signed');
  return allow(p);
}

/** What a month costs, by who pays. */
export const costsByPayer = (p: Plan): { payer: Payer; costFen: number }[] =>
  payer.options.flatMap((each) => {
    const costFen = p.interventions.reduce(
      (sum, { words }) => sum + (words.payer === each ? words.costFen : 0),
      0,
    );
    return costFen === 0 ? [] : [{ payer: each, costFen }];
  });

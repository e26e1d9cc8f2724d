import * as z from 'zod';
import { assessmentResult } from '../assessments/assessment';
import { caseId, elderId, personId, visitId } from '../kernel/ids';
import { day, instant } from '../kernel/instant';
import { role } from '../kernel/role';
import { line, paragraph } from '../kernel/text';
import { villageCode } from '../regions/region';
import { urgency } from '../service-requests/request';
import { careConsent } from './consent';
import { caseKind } from './kind';
import { plan, signature } from './plan';
import { supportMap } from './support-map';

const acted = z.strictObject({ by: personId, at: instant, note: paragraph(500) });

/** Where a case came from: who noticed what. A helper's note keeps the visit it was written in. */
export const referral = z.strictObject({
  source: z.enum(['family', 'coordinator', 'visit', 'vitals', 'sos', 'screening', 'duty', 'worker']),
  by: z.strictObject({ personId, role }),
  at: instant,
  text: line(500),
  visitId: visitId.optional(),
});

/** 接案: why, how urgent, who lives there, and whether the elder wants help. */
export const intake = z.lazy(() =>
  z.strictObject({
    presenting: paragraph(1_000),
    household: paragraph(500),
    urgency,
    consent: z.strictObject({ consent: careConsent, recordedBy: personId, at: instant }).optional(),
  }),
);
/** 预估: in words, beside the scales. */
export const estimate = z.lazy(() =>
  z.strictObject({
    needs: paragraph(1_000),
    strengths: paragraph(1_000),
    risks: paragraph(1_000),
  }),
);

/** One scale before and after, or why there is no after. */
export const measure = z.strictObject({
  code: z.string(),
  version: z.string().optional(),
  before: assessmentResult.optional(),
  after: assessmentResult.optional(),
});
export type Measure = z.infer<typeof measure>;

/** 评估: what changed, as the elder says it and as the scales say it. */
export const evaluation = z.lazy(() =>
  z.strictObject({
    elderWords: paragraph(500),
    familyWords: paragraph(500),
    satisfaction: z.int().min(1).max(5).optional(),
    /** By code of the scale, why it could not be asked again. */
    noAfter: z.record(z.string(), line(200)),
    summary: paragraph(2_000),
    signed: signature.optional(),
  }),
);
export type Evaluation = z.infer<typeof evaluation>;

export const closingReason = z.enum(['goals_met', 'elder_wish', 'moved', 'died', 'elsewhere', 'no_need']);

/** What a closed case is remembered by; nothing in it is computed again later. */
export const closing = z.lazy(() =>
  z.strictObject({
    reason: closingReason,
    by: personId,
    at: instant,
    note: paragraph(500),
    measures: z.array(measure),
    attainment: z.strictObject({ before: z.number().optional(), now: z.number().optional() }),
    delivered: z.strictObject({ planned: z.int(), served: z.int(), minutes: z.int() }),
    followUps: z.array(day).max(6),
  }),
);

/** The day on which somebody looks at an open case again, and for what. */
export const nextLook = z.strictObject({ on: day, what: line(100) });

/** 个案: referral → intake → assessment → planning → intervention → evaluation → closed, with the ways back. */
export const caseFile = z.lazy(() => {
  const base = {
    caseId,
    elderId,
    villageCode,
    kind: caseKind,
    restricted: z.boolean(),
    referral,
    openedAt: instant,
    /** Somebody always is. */
    responsible: personId,
    /** Who works on it beside the responsible one. */
    team: z.array(personId).max(8),
    /** Offered to somebody else, and still with the responsible one until accepted. */
    transfer: z
      .strictObject({ to: personId, toName: line(20), why: line(200), by: personId, at: instant })
      .optional(),
    /** Mandatory steps done, by code. */
    done: z.record(z.string(), acted),
    supportMap,
    sharing: z.strictObject({ family: z.enum(['nothing', 'plan']), by: personId, at: instant }).optional(),
  };
  /** An open case always has a day on which somebody looks at it again, and says for what. */
  const open = { ...base, next: nextLook };
  const begun = { ...open, intake };
  const estimated = { ...begun, estimate };
  const planned = {
    ...estimated,
    plan,
    /** When help first began: what was measured until then is "before". */
    helpSince: instant.optional(),
    rounds: z.array(evaluation).max(10),
  };

  return z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('referral'), ...open }),
    z.strictObject({ status: z.literal('declined'), ...base, declined: acted }),
    z.strictObject({ status: z.literal('intake'), ...begun }),
    z.strictObject({ status: z.literal('assessment'), ...estimated }),
    z.strictObject({ status: z.literal('planning'), ...planned }),
    z.strictObject({ status: z.literal('intervention'), ...planned }),
    z.strictObject({ status: z.literal('evaluation'), ...planned, evaluation }),
    z.strictObject({
      status: z.literal('closed'),
      ...base,
      intake,
      estimate: estimate.optional(),
      plan: plan.optional(),
      rounds: z.array(evaluation).max(11),
      closing,
    }),
  ]);
});
export type CaseFile = z.infer<typeof caseFile>;
export type CaseStatus = CaseFile['status'];
export type CaseIn<S extends CaseStatus> = Extract<CaseFile, { status: S }>;
export type OpenCase = CaseIn<
  'referral' | 'intake' | 'assessment' | 'planning' | 'intervention' | 'evaluation'
>;
export type PlannedCase = CaseIn<'planning' | 'intervention' | 'evaluation'>;
export type Next = OpenCase['next'];

export const isOpen = (c: CaseFile): c is OpenCase => c.status !== 'declined' && c.status !== 'closed';
export const isPlanned = (c: CaseFile): c is PlannedCase =>
  c.status === 'planning' || c.status === 'intervention' || c.status === 'evaluation';

/** Every transition there is; what is not here is an illegal jump. Closing early has its own reasons. */
export const transitions: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  referral: ['intake', 'declined'],
  declined: ['intake'],
  intake: ['assessment', 'closed'],
  assessment: ['planning', 'closed'],
  planning: ['intervention', 'assessment', 'closed'],
  intervention: ['evaluation', 'planning', 'closed'],
  evaluation: ['closed', 'planning'],
  closed: ['assessment'],
};

import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import {
  assessmentId,
  caseId,
  elderId,
  groupId,
  interventionId,
  personId,
  requestId,
  visitId,
} from '../kernel/ids';
import { instant } from '../kernel/instant';
import { ability, gender } from '../people/elder';
import { urgency } from '../service-requests/request';
import { caseFile, measure, nextLook } from './case-file';
import { level } from './goal';
import { caseKind } from './kind';
import { payer } from './plan';

const unreadable = z.array(z.string());

export const caseElder = z.lazy(() =>
  z.strictObject({
    elderId,
    name: z.string(),
    callName: z.string(),
    age: z.int(),
    gender,
    villageName: z.string(),
    livesAlone: z.boolean(),
    ability,
  }),
);

/** A case in a list: where it stands, and what is due. */
export const caseCard = z.lazy(() =>
  z.strictObject({
    caseId,
    elder: caseElder,
    kind: caseKind,
    kindName: spokenText,
    status: z.enum([
      'referral',
      'declined',
      'intake',
      'assessment',
      'planning',
      'intervention',
      'evaluation',
      'closed',
    ]),
    stage: spokenText,
    responsible: personId,
    responsibleName: z.string(),
    restricted: z.boolean(),
    urgency: urgency.optional(),
    next: nextLook.optional(),
    /** Offered to the one who asks, and waiting for their answer. */
    offeredToMe: z.boolean(),
    goals: z.array(z.strictObject({ words: z.string(), level, text: z.string() })),
    attainment: z.strictObject({ before: z.number().optional(), now: z.number().optional() }),
  }),
);
export type CaseCard = z.infer<typeof caseCard>;

/** A scale of the case before and after, said in words. */
export const shownMeasure = z.lazy(() =>
  z.strictObject({
    ...measure.shape,
    name: spokenText,
    full: z.int(),
    sentence: spokenText.optional(),
    /** Still being answered, to go on with. */
    open: assessmentId.optional(),
  }),
);
export type ShownMeasure = z.infer<typeof shownMeasure>;

/** From an intervention to who came and for how long. */
export const chainLink = z.lazy(() =>
  z.strictObject({
    interventionId,
    planned: z.int(),
    served: z.int(),
    minutes: z.int(),
    /** Groups that the elder was asked to for this intervention: how often the elder went, and what the helpers there earned. */
    groups: z.array(
      z.strictObject({
        groupId,
        name: z.string(),
        state: spokenText,
        came: z.int(),
        of: z.int(),
        minutesCredited: z.int(),
      }),
    ),
    requests: z.array(
      z.strictObject({
        requestId,
        service: spokenText,
        startsAt: instant,
        state: spokenText,
        visits: z.array(
          z.strictObject({
            visitId,
            helperName: z.string(),
            startsAt: instant,
            state: spokenText,
            minutes: z.int(),
          }),
        ),
      }),
    ),
  }),
);
export type ChainLink = z.infer<typeof chainLink>;

export const timelineItem = z.lazy(() =>
  z.strictObject({
    key: z.string(),
    at: instant,
    kind: z.enum(['history', 'contact', 'note', 'conference', 'document', 'comment', 'assessment', 'visit']),
    title: spokenText,
    text: z.string().optional(),
  }),
);
export type TimelineItem = z.infer<typeof timelineItem>;

export const caseView = z.lazy(() =>
  z.strictObject({
    case: caseFile,
    elder: caseElder,
    names: z.record(z.string(), z.string()),
    mayWrite: z.boolean(),
    maySign: z.boolean(),
    measures: z.array(shownMeasure),
    attainment: z.strictObject({ before: z.number().optional(), now: z.number().optional() }),
    costs: z.array(z.strictObject({ payer, costFen: z.int() })),
    chain: z.array(chainLink),
    /** What the next stage still lacks, as a sentence; absent when nothing does. */
    missing: z.strictObject({ zh: z.string(), en: z.string(), field: z.string().optional() }).optional(),
    timeline: z.array(timelineItem),
    unreadable,
  }),
);
export type CaseView = z.infer<typeof caseView>;

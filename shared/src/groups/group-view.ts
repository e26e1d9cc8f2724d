import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { assessmentId, caseId, elderId, groupId, groupSessionId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { phoneNumber } from '../kernel/text';
import { group, groupReport, memberMeasureShape } from './group';
import { absence, groupSession } from './group-session';
import { groupMember } from './member';
import { groupTheme } from './theme';

const unreadable = z.array(z.string());

export const groupCard = z.lazy(() =>
  z.strictObject({
    groupId,
    name: z.string(),
    theme: groupTheme,
    themeName: spokenText,
    status: z.enum(['forming', 'running', 'evaluated', 'closed']),
    state: spokenText,
    placeName: z.string(),
    villageName: z.string(),
    members: z.int(),
    invited: z.int(),
    held: z.int(),
    planned: z.int(),
    /** The soonest planned session; when it is past, its attendance waits. */
    next: z
      .strictObject({ groupSessionId, startsAt: instant, title: z.string(), past: z.boolean() })
      .optional(),
    calls: z.int(),
    responsibleName: z.string(),
  }),
);
export type GroupCard = z.infer<typeof groupCard>;

export const shownMemberMeasure = z.lazy(() =>
  z.strictObject({
    ...memberMeasureShape(),
    full: z.int(),
    sentence: spokenText.optional(),
    /** Still being answered, to go on with. */
    open: assessmentId.optional(),
  }),
);
export type ShownMemberMeasure = z.infer<typeof shownMemberMeasure>;

export const callShown = z.lazy(() =>
  z.strictObject({
    elderId,
    groupSessionId,
    name: z.string(),
    phone: phoneNumber.optional(),
    why: absence,
    missed: z.int(),
  }),
);

export const groupView = z.lazy(() =>
  z.strictObject({
    group,
    villageName: z.string(),
    members: z.array(groupMember),
    sessions: z.array(groupSession),
    names: z.record(z.string(), z.string()),
    mayWrite: z.boolean(),
    instrument: z.strictObject({ code: z.string(), name: spokenText, lowerIsBetter: z.boolean() }),
    measures: z.array(shownMemberMeasure),
    report: groupReport,
    /** The goals of plans that asked for this group, of cases that the worker may read. */
    goals: z.array(
      z.strictObject({
        caseId,
        elderName: z.string(),
        words: z.string(),
        now: z.string(),
        hoped: z.string(),
      }),
    ),
    calls: z.array(callShown),
    /** What the next step still lacks, as a sentence; absent when nothing does. */
    missing: z.strictObject({ zh: z.string(), en: z.string(), field: z.string().optional() }).optional(),
    timeline: z.array(z.strictObject({ key: z.string(), at: instant, text: spokenText })),
    unreadable,
  }),
);
export type GroupView = z.infer<typeof groupView>;

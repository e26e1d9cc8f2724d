import * as z from 'zod';
import { assessmentResult } from '../assessments/assessment';
import { elderId, groupId, personId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { position } from '../kernel/position';
import { line, paragraph } from '../kernel/text';
import { villageCode } from '../regions/region';
import { groupTheme } from './theme';

/** Where people meet: 村文化室. */
export const meetingPlace = z.strictObject({ name: line(60), position });
export type MeetingPlace = z.infer<typeof meetingPlace>;

/** What can be said and changed of a group while it is not over. */
const words = () => ({
  name: line(30),
  theme: groupTheme,
  purpose: line(300),
  place: meetingPlace,
  /** At most so many members. */
  places: z.int().min(2).max(30),
});
export const groupWords = z.lazy(() => z.strictObject(words()));
export type GroupWords = z.infer<typeof groupWords>;

/** One member's scale before the first session and at the end. */
export const memberMeasureShape = () => ({
  elderId,
  name: z.string(),
  before: assessmentResult.optional(),
  after: assessmentResult.optional(),
});
export const memberMeasure = z.lazy(() => z.strictObject(memberMeasureShape()));
export type MemberMeasure = z.infer<typeof memberMeasure>;

/** 小组评估: in words, and why somebody could not be asked the scale again. */
export const groupEvaluation = z.lazy(() =>
  z.strictObject({
    summary: paragraph(2_000),
    memberWords: paragraph(1_000),
    noAfter: z.record(elderId, line(200)),
    by: personId,
    at: instant,
  }),
);
export type GroupEvaluation = z.infer<typeof groupEvaluation>;

export const groupClosingReason = z.enum(['goals_met', 'ended', 'too_few', 'merged']);

/** 结束报告: what a closed group is remembered by; nothing in it is counted again later. */
export const groupReport = z.lazy(() =>
  z.strictObject({
    members: z.int(),
    held: z.int(),
    cancelled: z.int(),
    /** Of so many places over all sessions, so many came. */
    expected: z.int(),
    came: z.int(),
    helpers: z.int(),
    minutesCredited: z.int(),
    better: z.int(),
    same: z.int(),
    worse: z.int(),
    measures: z.array(memberMeasure),
  }),
);
export type GroupReport = z.infer<typeof groupReport>;

const base = () => ({
  ...words(),
  groupId,
  villageCode,
  /** Somebody always is. */
  responsible: personId,
  openedAt: instant,
  /** Earlier evaluations of a group that went on. */
  rounds: z.array(groupEvaluation).max(10),
});

/** 小组: forming → running → evaluated → closed, and back to running; one that never began closes from forming. */
export const group = z.lazy(() => {
  const begun = { ...base(), begunAt: instant };
  return z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('forming'), ...base() }),
    z.strictObject({ status: z.literal('running'), ...begun }),
    z.strictObject({ status: z.literal('evaluated'), ...begun, evaluation: groupEvaluation }),
    z.strictObject({
      status: z.literal('closed'),
      ...base(),
      begunAt: instant.optional(),
      closing: z.strictObject({
        by: personId,
        at: instant,
        why: paragraph(500),
        reason: groupClosingReason,
        report: groupReport,
      }),
    }),
  ]);
});
export type Group = z.infer<typeof group>;
export type GroupStatus = Group['status'];
export type GroupIn<S extends GroupStatus> = Extract<Group, { status: S }>;

/** Every transition there is; what is not here is an illegal jump. */
export const groupTransitions: Readonly<Record<GroupStatus, readonly GroupStatus[]>> = {
  forming: ['running', 'closed'],
  running: ['evaluated'],
  evaluated: ['closed', 'running'],
  closed: ['running', 'forming'],
};

import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { alertId, elderId, entryId, helperId, personId } from '../kernel/ids';
import { day, instant } from '../kernel/instant';
import { role } from '../kernel/role';
import { line, paragraph } from '../kernel/text';
import { villageCode } from '../regions/region';
import { risk } from './risk';

export const dutyActor = z.strictObject({ personId, role, name: line(20) });
export type DutyActor = z.infer<typeof dutyActor>;

/** 上门, 电话, 视频. */
export const way = z.enum(['home', 'phone', 'video']);
export type Way = z.infer<typeof way>;

/** What may be the matter, in the words of the list that whoever looks in taps. */
export const concern = z.enum(['health', 'meals', 'heating', 'mood', 'house', 'money', 'alone']);
export type Concern = z.infer<typeof concern>;

/** 都好, or what is not. */
export const found = z.lazy(() =>
  z.discriminatedUnion('well', [
    z.strictObject({ well: z.literal(true), note: paragraph(300) }),
    z.strictObject({ well: z.literal(false), concerns: z.array(concern).max(7), note: paragraph(300) }),
  ]),
);
export type Found = z.infer<typeof found>;

/** 探访记录: one time that somebody saw or did not reach the elder. Never rewritten. */
export const dutyRecord = z.lazy(() =>
  z.strictObject({
    entryId,
    elderId,
    villageCode,
    at: instant,
    by: dutyActor,
    how: way,
    /** Absent when the elder was not reached. */
    found: found.optional(),
    /** 记错了: the record stays and does not count. */
    takenBack: z.strictObject({ by: personId, at: instant }).optional(),
  }),
);
export type DutyRecord = z.infer<typeof dutyRecord>;

/** Why a visit is due now, and by when; `until` is when it is too late for it. */
export const cause = z.lazy(() =>
  z.strictObject({
    kind: z.enum(['routine', 'weather', 'festival', 'crisis']),
    code: z.string().max(80),
    dueOn: day,
    until: day.optional(),
    words: spokenText,
  }),
);
export type Cause = z.infer<typeof cause>;

/** One month of an elder: what the rate of the village counts. */
export const dutyMonth = z.lazy(() =>
  z.strictObject({
    month: z.string().regex(/^\d{4}-\d{2}$/),
    difficult: z.boolean(),
    home: z.int().min(0),
    phone: z.int().min(0),
    video: z.int().min(0),
    missed: z.int().min(0),
  }),
);
export type DutyMonth = z.infer<typeof dutyMonth>;

const base = {
  elderId,
  villageCode,
  /** From here on the elder is visited; the first visit is spread over the tier's interval. */
  since: day,
  risk,
  /** When the next usual visit is due. */
  nextOn: day,
  lastSeen: z
    .strictObject({ entryId, at: instant, how: way, byName: line(20), role, well: z.boolean() })
    .optional(),
  months: z.array(dutyMonth).max(13),
};
const due = {
  ...base,
  causes: z.array(cause).min(1).max(12),
  /** The earliest of the causes'. */
  dueOn: day,
  /** 请谁去: a helper whom the coordinator has asked. */
  helper: z.strictObject({ helperId, personId, name: line(20), askedBy: personId, at: instant }).optional(),
  /** When and by whom the elder was not reached, since it became due. */
  tries: z.array(z.strictObject({ at: instant, how: way, byName: line(20) })).max(20),
};

/** 探访任务: one for each elder, so that nobody is visited twice for one thing; however many causes, one visit does. */
export const visitDuty = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('rested'), ...base }),
  z.strictObject({ status: z.literal('due'), ...due }),
  /** Not reached twice: the ladder of alerts tells others. */
  z.strictObject({ status: z.literal('unreached'), ...due, alertId }),
]);
export type VisitDuty = z.infer<typeof visitDuty>;
export type DutyIn<S extends VisitDuty['status']> = Extract<VisitDuty, { status: S }>;
export type OpenDuty = DutyIn<'due' | 'unreached'>;

export const isDue = (d: VisitDuty): d is OpenDuty => d.status !== 'rested';

export const baseOf = (d: VisitDuty) => ({
  elderId: d.elderId,
  villageCode: d.villageCode,
  since: d.since,
  risk: d.risk,
  nextOn: d.nextOn,
  months: d.months,
  ...(d.lastSeen === undefined ? {} : { lastSeen: d.lastSeen }),
});

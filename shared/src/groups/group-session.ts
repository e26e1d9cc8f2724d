import * as z from 'zod';
import { elderId, groupId, groupSessionId, type PersonId, personId } from '../kernel/ids';
import { type Instant, instant, isBefore } from '../kernel/instant';
import { minutes } from '../kernel/quantity';
import { allow, type Result, refuse } from '../kernel/result';
import { role } from '../kernel/role';
import { line, paragraph } from '../kernel/text';
import { villageCode } from '../regions/region';
import { meetingPlace } from './group';
import type { JoinedMember } from './member';
import { MOST_WORKERS, sessionWorker, type WorkerCame, workerCame } from './worker';

/** Why somebody did not come. */
export const absence = z.enum(['ill', 'away', 'weather', 'forgot', 'unwilling', 'unknown']);
export type Absence = z.infer<typeof absence>;

/** What is planned of a session, and may be changed until its attendance is kept. */
const words = () => ({
  title: line(40),
  plan: paragraph(1_000),
  place: meetingPlace,
  startsAt: instant,
  minutes: minutes.refine((value) => value >= 15 && value <= 480),
  workers: z.array(sessionWorker).min(1).max(MOST_WORKERS),
});
export const sessionWords = z.lazy(() => z.strictObject(words()));
export type SessionWords = z.infer<typeof sessionWords>;

/** One member's line of the list. */
const keptOf = () => ({
  elderId,
  came: z.boolean(),
  why: absence.optional(),
  note: paragraph(100),
});
export const attended = z.lazy(() => z.strictObject(keptOf()));
export type Attended = z.infer<typeof attended>;
const keptLine = z.lazy(() =>
  z.strictObject({
    ...keptOf(),
    /** The telephone call to who was absent. */
    called: z.strictObject({ by: personId, at: instant, note: paragraph(200) }).optional(),
  }),
);
export type KeptLine = z.infer<typeof keptLine>;

/** 过程记录: how the group was together, from 1 (stiff) to 5 (warm), and what it means for the next time. */
const process = () => ({
  warmth: z.int().min(1).max(5),
  text: paragraph(2_000),
  nextTime: paragraph(500),
});
export const processNote = z.lazy(() => z.strictObject(process()));

const base = () => ({ ...words(), groupSessionId, groupId, villageCode });

/** 小组活动: planned → held or cancelled. */
export const groupSession = z.lazy(() =>
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('planned'), ...base() }),
    z.strictObject({
      status: z.literal('held'),
      ...base(),
      attendance: z.array(keptLine).max(30),
      workersCame: z.array(workerCame).max(MOST_WORKERS),
      keptBy: z.strictObject({ personId, role }),
      keptAt: instant,
      process: z.strictObject({ ...process(), by: personId, at: instant }).optional(),
    }),
    z.strictObject({
      status: z.literal('cancelled'),
      ...base(),
      cancelled: z.strictObject({ by: personId, at: instant, why: line(200) }),
    }),
  ]),
);
export type GroupSession = z.infer<typeof groupSession>;
export type HeldSession = Extract<GroupSession, { status: 'held' }>;

export const heldOf = (sessions: readonly GroupSession[]): HeldSession[] =>
  sessions.flatMap((each) => (each.status === 'held' ? [each] : []));

export function changeSession(s: GroupSession, words: SessionWords): Result<GroupSession> {
  return s.status === 'planned' ? allow({ ...s, ...words }) : refuse('group_session_closed');
}

export function cancelSession(s: GroupSession, by: PersonId, at: Instant, why: string): Result<GroupSession> {
  if (s.status !== 'planned') return refuse('group_session_closed');
  return allow({ ...s, status: 'cancelled', cancelled: { by, at, why } });
}

/** Every member of the list once, nobody else, and a reason for each who was absent. */
function checkList(list: readonly Attended[], expected: readonly string[]): Result<void> {
  const ids = list.map((each) => each.elderId as string);
  const same = ids.length === new Set(ids).size && ids.length === expected.length;
  if (!same || ids.some((id) => !expected.includes(id)))
    return refuse('group_list_incomplete', 'body.attendance');
  const silent = list.findIndex((each) => !each.came && each.why === undefined);
  return silent < 0 ? allow(undefined) : refuse('group_absence_unexplained', `body.attendance.${silent}.why`);
}

interface Kept {
  readonly attendance: readonly Attended[];
  /** Of the workers, those who were there. */
  readonly workersCame: readonly PersonId[];
}

/**
 * Keeps the attendance of a session that has begun. Who keeps it is not credited by it: a volunteer cannot write down
 * that they were there.
 */
export function checkAttendance(
  s: GroupSession,
  members: readonly JoinedMember[],
  kept: Kept,
  by: PersonId,
  at: Instant,
): Result<void> {
  if (s.status !== 'planned') return refuse('group_session_closed');
  if (isBefore(at, s.startsAt)) return refuse('group_session_ahead');
  const list = checkList(
    kept.attendance,
    members.map((each) => each.elderId),
  );
  if (!list.ok) return list;
  const unknown = kept.workersCame.find((id) => !s.workers.some((each) => each.personId === id));
  if (unknown !== undefined) return refuse('group_list_incomplete', 'body.workersCame');
  const own = s.workers.find((each) => each.personId === by && each.helperId !== undefined);
  if (own && kept.workersCame.includes(by)) return refuse('time_helper_confirmed', 'body.workersCame');
  return allow(undefined);
}

const linesOf = (list: readonly Attended[], earlier: readonly KeptLine[]): KeptLine[] =>
  list.map(({ why, ...each }) => {
    const called = earlier.find((old) => old.elderId === each.elderId)?.called;
    return {
      ...each,
      ...(each.came || why === undefined ? {} : { why }),
      ...(called === undefined || each.came ? {} : { called }),
    };
  });

/** The session with its list, once the credits of the workers are decided. */
export const hold = (
  s: GroupSession,
  attendance: readonly Attended[],
  workers: readonly WorkerCame[],
  keptBy: HeldSession['keptBy'],
  keptAt: Instant,
): HeldSession => ({
  ...plannedPart(s),
  status: 'held',
  attendance: linesOf(attendance, []),
  workersCame: [...workers],
  keptBy,
  keptAt,
});

const plannedPart = (s: GroupSession) => ({
  groupSessionId: s.groupSessionId,
  groupId: s.groupId,
  villageCode: s.villageCode,
  title: s.title,
  plan: s.plan,
  place: s.place,
  startsAt: s.startsAt,
  minutes: s.minutes,
  workers: s.workers,
});

/** The members' lines may be put right later; what is credited to workers stays as it is. */
export function mendAttendance(s: GroupSession, list: readonly Attended[]): Result<HeldSession> {
  if (s.status !== 'held') return refuse('group_session_closed');
  const checked = checkList(
    list,
    s.attendance.map((each) => each.elderId),
  );
  return checked.ok ? allow({ ...s, attendance: linesOf(list, s.attendance) }) : checked;
}

export function noteCall(
  s: GroupSession,
  elder: string,
  called: NonNullable<KeptLine['called']>,
): Result<HeldSession> {
  if (s.status !== 'held') return refuse('group_session_closed');
  if (!s.attendance.some((each) => each.elderId === elder && !each.came))
    return refuse('not_found', 'body.change.elderId');
  return allow({
    ...s,
    attendance: s.attendance.map((each) => (each.elderId === elder ? { ...each, called } : each)),
  });
}

export function noteProcess(
  s: GroupSession,
  process: NonNullable<HeldSession['process']>,
): Result<HeldSession> {
  return s.status === 'held' ? allow({ ...s, process }) : refuse('group_session_closed');
}

export interface CallToMake {
  readonly elderId: KeptLine['elderId'];
  readonly groupSessionId: GroupSession['groupSessionId'];
  readonly why: Absence;
  /** How many of the latest sessions in a row were missed. */
  readonly missed: number;
}

/** Whom to call: absent last time, or the last times, and nobody has called since. Longest away first. */
export function callsToMake(
  sessions: readonly GroupSession[],
  members: readonly JoinedMember[],
): CallToMake[] {
  const held = heldOf(sessions).sort((a, b) => (a.startsAt < b.startsAt ? 1 : -1));
  const calls = members.flatMap(({ elderId: id }): CallToMake[] => {
    const lines = held.flatMap((s) =>
      s.attendance.filter((each) => each.elderId === id).map((l) => ({ s, l })),
    );
    const latest = lines[0];
    if (!latest || latest.l.came || latest.l.called) return [];
    const back = lines.findIndex(({ l }) => l.came);
    return [
      {
        elderId: id,
        groupSessionId: latest.s.groupSessionId,
        why: latest.l.why ?? 'unknown',
        missed: back < 0 ? lines.length : back,
      },
    ];
  });
  return calls.sort((a, b) => b.missed - a.missed);
}

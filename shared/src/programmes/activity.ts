import * as z from 'zod';
import { meetingPlace } from '../groups/group';
import { MOST_WORKERS, sessionWorker, type WorkerCame, workerCame } from '../groups/worker';
import { activityId, type PersonId, personId, programmeId } from '../kernel/ids';
import { type Instant, instant, isBefore } from '../kernel/instant';
import { minutes } from '../kernel/quantity';
import { allow, type Result, refuse } from '../kernel/result';
import { role } from '../kernel/role';
import { line, paragraph } from '../kernel/text';
import { villageCode } from '../regions/region';

/** Who took part, as numbers: community work keeps no list of old people. */
export const participation = z.lazy(() =>
  z.strictObject({
    elders: z.int().min(0).max(500),
    families: z.int().min(0).max(500),
    neighbours: z.int().min(0).max(500),
    officials: z.int().min(0).max(100),
  }),
);
export type Participation = z.infer<typeof participation>;

export const activityWords = z.strictObject({
  title: line(40),
  plan: paragraph(1_000),
  place: meetingPlace,
  villageCode,
  startsAt: instant,
  minutes: minutes.refine((value) => value >= 15 && value <= 480),
  workers: z.array(sessionWorker).min(1).max(MOST_WORKERS),
});
export type ActivityWords = z.infer<typeof activityWords>;

const base = { ...activityWords.shape, activityId, programmeId };

/** 社区活动: planned → held or cancelled. */
export const activity = z.lazy(() =>
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('planned'), ...base }),
    z.strictObject({
      status: z.literal('held'),
      ...base,
      participation,
      outcome: paragraph(1_000),
      workersCame: z.array(workerCame).max(MOST_WORKERS),
      keptBy: z.strictObject({ personId, role }),
      keptAt: instant,
    }),
    z.strictObject({
      status: z.literal('cancelled'),
      ...base,
      cancelled: z.strictObject({ by: personId, at: instant, why: line(200) }),
    }),
  ]),
);
export type Activity = z.infer<typeof activity>;
export type HeldActivity = Extract<Activity, { status: 'held' }>;

export const changeActivity = (a: Activity, words: ActivityWords): Result<Activity> =>
  a.status === 'planned' ? allow({ ...a, ...words }) : refuse('group_session_closed');

export function cancelActivity(a: Activity, by: PersonId, at: Instant, why: string): Result<Activity> {
  if (a.status !== 'planned') return refuse('group_session_closed');
  return allow({ ...a, status: 'cancelled', cancelled: { by, at, why } });
}

/** As with groups: who keeps the list is not credited by it. */
export function checkActivityList(
  a: Activity,
  came: readonly PersonId[],
  by: PersonId,
  at: Instant,
): Result<void> {
  if (a.status !== 'planned') return refuse('group_session_closed');
  if (isBefore(at, a.startsAt)) return refuse('group_session_ahead');
  if (came.some((id) => !a.workers.some((each) => each.personId === id)))
    return refuse('group_list_incomplete', 'body.workersCame');
  const own = a.workers.find((each) => each.personId === by && each.helperId !== undefined);
  return own && came.includes(by) ? refuse('time_helper_confirmed', 'body.workersCame') : allow(undefined);
}

export const holdActivity = (
  a: Activity,
  kept: {
    readonly participation: Participation;
    readonly outcome: string;
    readonly workersCame: readonly WorkerCame[];
    readonly keptBy: HeldActivity['keptBy'];
    readonly keptAt: Instant;
  },
): HeldActivity => ({
  activityId: a.activityId,
  programmeId: a.programmeId,
  title: a.title,
  plan: a.plan,
  place: a.place,
  villageCode: a.villageCode,
  startsAt: a.startsAt,
  minutes: a.minutes,
  workers: a.workers,
  ...kept,
  workersCame: [...kept.workersCame],
  status: 'held',
});

/** Of all activities held: how many times whom, and the minutes credited. */
export function participationOf(activities: readonly Activity[]) {
  const held = activities.flatMap((each) => (each.status === 'held' ? [each] : []));
  const sum = (key: keyof Participation) => held.reduce((all, each) => all + each.participation[key], 0);
  const minutesCredited = held
    .flatMap((each) => each.workersCame)
    .reduce((all, { credit }) => all + (credit.kind === 'credited' ? credit.minutes : 0), 0);
  return {
    held: held.length,
    elders: sum('elders'),
    families: sum('families'),
    neighbours: sum('neighbours'),
    officials: sum('officials'),
    minutesCredited,
  };
}

import * as z from 'zod';
import { helperId, personId } from '../kernel/ids';
import { count } from '../kernel/quantity';
import { line } from '../kernel/text';
import { transferId } from '../time-bank/transfer';

/** What a worker does in a group: 策划 planning, 协调 coordinating, 带动 enabling. */
export const workerDuty = z.enum(['planning', 'coordinating', 'enabling']);
export type WorkerDuty = z.infer<typeof workerDuty>;

/** Who works at a session or an activity. One with a `helperId` is a volunteer and earns time by attendance. */
export const sessionWorker = z.lazy(() =>
  z.strictObject({
    personId,
    name: line(20),
    helperId: helperId.optional(),
    duties: z.array(workerDuty).min(1).max(3),
  }),
);
export type SessionWorker = z.infer<typeof sessionWorker>;

/** Whether a worker was there, and what the time bank made of it. */
export const workerCame = z.lazy(() =>
  z.strictObject({
    personId,
    came: z.boolean(),
    credit: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('credited'), transferId, minutes: count, pending: z.boolean() }),
      /** Paid, absent, or at a cap; said in a word so that nobody wonders. */
      z.strictObject({ kind: z.literal('none'), why: z.enum(['paid', 'absent', 'cap', 'too_short']) }),
    ]),
  }),
);
export type WorkerCame = z.infer<typeof workerCame>;

/** At most so many are credited by one list: each takes eleven lines of a transaction of a hundred. */
export const MOST_WORKERS = 6;

/** Each duty is somebody's. */
export const dutiesCovered = (workers: readonly SessionWorker[]): boolean =>
  workerDuty.options.every((duty) => workers.some((each) => each.duties.includes(duty)));

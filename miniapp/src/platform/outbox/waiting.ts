import { role } from '@shared/kernel/role';
import * as z from 'zod';

const failure = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('refused'),
    refusal: z.object({ code: z.string(), field: z.string().optional() }),
  }),
  z.object({ kind: z.literal('unreadable') }),
]);

/** A command that the phone keeps until the server has answered it. */
export const waitingCommand = z.object({
  commandId: z.string(),
  /** Who did it, and as which role: someone else signed in on the same phone never sends it in their name. */
  personId: z.string(),
  role,
  /** What must stay in order: all commands of one visit. Lanes do not wait for each other. */
  lane: z.string(),
  /** Name of the route. */
  route: z.string(),
  params: z.record(z.string(), z.string()),
  /** As it is sent, `commandId` in it, so that a repeat is the same to the byte. */
  body: z.record(z.string(), z.unknown()),
  /** Goes out only after this one: a file after the log entry that announces it. */
  after: z.string().optional(),
  /** The file on the phone that goes out with it. */
  file: z.string().optional(),
  /** The server's no. The lane stands still until the person has seen it and decided. */
  refused: failure.optional(),
});
export type WaitingCommand = z.infer<typeof waitingCommand>;

/** All that waits, in the order in which it was done, and the latest time given out in each lane. */
export const kept = z.object({ commands: z.array(waitingCommand), stamps: z.record(z.string(), z.string()) });
export type Kept = z.infer<typeof kept>;

export const nothingKept: Kept = { commands: [], stamps: {} };

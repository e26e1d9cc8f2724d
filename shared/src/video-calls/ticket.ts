import * as z from 'zod';
import { callId } from '../kernel/ids';
import { type Instant, instant, isBefore } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { addSeconds } from './lifecycle';
import { type MemberKey, memberKey } from './video-call';

export const TICKET_SECONDS = 30;

/** 入场券: lets one member into one call once, within half a minute. Only the digest of its text is kept. */
export const ticket = z.strictObject({
  callId,
  member: memberKey,
  digest: z.string().length(43),
  expiresAt: instant,
  usedAt: instant.optional(),
});
export type Ticket = z.infer<typeof ticket>;

export const issue = (facts: Pick<Ticket, 'callId' | 'member' | 'digest'>, now: Instant): Ticket => ({
  ...facts,
  expiresAt: addSeconds(now, TICKET_SECONDS),
});

const TEXT = 'body.ticket';

/** Spends it, or says why not: somebody else's, used before, or too late. */
export function spend(kept: Ticket | undefined, by: MemberKey, now: Instant): Result<Ticket> {
  if (kept === undefined || kept.member !== by) return refuse('video_ticket_unknown', TEXT);
  if (kept.usedAt !== undefined) return refuse('video_ticket_used', TEXT);
  if (!isBefore(now, kept.expiresAt)) return refuse('video_ticket_expired', TEXT);
  return allow({ ...kept, usedAt: now });
}

import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { alertId, elderId, helperId, personId } from '../kernel/ids';
import { addMinutes, type Instant, instant } from '../kernel/instant';
import { line } from '../kernel/text';
import { type AlertKind, alertKind, part, type Rung } from './alert';

/** 渠道: besides the inbox, which always has it. */
export const channel = z.enum(['wechat', 'sms', 'voice']);
export type Channel = z.infer<typeof channel>;

/** `refused`: this person cannot be reached this way (no consent, no number); `failed`: the channel did not work. */
export const attempt = z.lazy(() =>
  z.strictObject({
    channel,
    outcome: z.enum(['sent', 'refused', 'failed']),
    at: instant,
  }),
);
export type Attempt = z.infer<typeof attempt>;

const common = {
  alertId,
  elderId,
  kind: alertKind,
  /** Which step of the alert's ladder told this, from 0. */
  step: z.int().min(0),
  personId,
  name: line(20),
  as: part,
  helperId: helperId.optional(),
  at: instant,
  text: spokenText,
  /** All channels, whatever the first says, or each only if the one before did not work. */
  every: z.boolean(),
  attempts: z.array(attempt).max(6),
  readAt: instant.optional(),
};

/** 消息: one person told of one step, in the inbox from the beginning and on its way by other channels. */
export const message = z.lazy(() =>
  z.discriminatedUnion('status', [
    z.strictObject({
      ...common,
      status: z.literal('waiting'),
      left: z.array(channel).min(1),
      tryAt: instant,
    }),
    z.strictObject({ ...common, status: z.literal('sent') }),
    /** No channel worked: it is in the inbox, and the ladder goes on. */
    z.strictObject({ ...common, status: z.literal('unsent') }),
  ]),
);
export type Message = z.infer<typeof message>;
export type WaitingMessage = Extract<Message, { status: 'waiting' }>;

/** A telephone rings, and the text arrives beside it; a message goes by WeChat and by text where that fails. */
export const channelsOf = (by: Rung['by']): readonly [Channel, ...Channel[]] =>
  by === 'call' ? ['voice', 'sms'] : ['wechat', 'sms'];
/** Nothing urgent rests on one channel: of an SOS one hears on every one of them. */
export const byEveryChannel = (kind: AlertKind): boolean => kind === 'sos';

const CLAIM_MINUTES = 1;
/** Put before sending, so that two senders do not send at once; who dies over it is followed up a minute later. */
export const claim = (m: WaitingMessage, now: Instant): WaitingMessage => ({
  ...m,
  tryAt: addMinutes(now, CLAIM_MINUTES),
});

/** What the first waiting channel came to, and what is left to try. */
export function afterAttempt(m: WaitingMessage, outcome: Attempt['outcome'], now: Instant): Message {
  const { status: _status, left, tryAt: _tryAt, ...rest } = m;
  const [tried, ...others] = left;
  if (tried === undefined) throw new Error('a waiting message has nothing to try');
  const attempts = [...m.attempts, { channel: tried, outcome, at: now }];
  const reached = attempts.some((each) => each.outcome === 'sent');
  if (others.length > 0 && (m.every || !reached))
    return { ...rest, attempts, status: 'waiting', left: others, tryAt: now };
  return { ...rest, attempts, status: reached ? 'sent' : 'unsent' };
}

/** The step under which those who were told hear that it is over; beyond any step of a ladder. */
export const END_STEP = 1_000_000;

import * as z from 'zod';
import { callId, elderId, helperId, personId, visitId } from '../kernel/ids';
import { type Instant, instant, millisOf } from '../kernel/instant';
import { line, opaque } from '../kernel/text';

/** WeChat's rooms hold ten, and a mesh of browsers no more either. */
export const MOST_MEMBERS = 10;
export const MOST_SPANS = 50;

/** As what somebody takes part: family 家属, elder 老人, helper 帮手, coordinator 协理员. */
export const memberPart = z.enum(['family', 'elder', 'helper', 'coordinator']);
export type MemberPart = z.infer<typeof memberPart>;

/** Elder and helper by what they are in the call, everybody else by who they are. */
export const memberKey = z.union([z.literal('elder'), z.literal('helper'), personId]);
export type MemberKey = z.infer<typeof memberKey>;

/** A stretch of being there; without `to` it goes on. */
export const span = z.strictObject({ from: instant, to: instant.optional() });
export type Span = z.infer<typeof span>;

export const member = z.strictObject({
  key: memberKey,
  name: line(20),
  as: memberPart,
  presence: z.array(span).max(MOST_SPANS),
  declinedAt: instant.optional(),
  /** When somebody who missed the call learned of it. */
  seenAt: instant.optional(),
});
export type Member = z.infer<typeof member>;

/** `web`: browsers speak to each other; `wechat`: a room of WeChat's own. Neither reaches the other. */
export const medium = z.enum(['web', 'wechat']);
export type Medium = z.infer<typeof medium>;

const common = {
  callId,
  elderId,
  callName: line(20),
  medium,
  /** Names WeChat's room; made by chance here, so that nobody can guess their way in. */
  groupId: opaque(64),
  visitId: visitId.optional(),
  helperId: helperId.optional(),
  /** By whom the call is found beside the elder: the helper of the visit, or the coordinator who called. */
  personId: personId.optional(),
  invitedBy: memberKey,
  invitedAt: instant,
  members: z.array(member).min(2).max(MOST_MEMBERS),
};
const over = { ...common, endedAt: instant };

/** 视频通话: invited → joined → ended; or missed, declined, when two people never came together. */
export const videoCall = z.discriminatedUnion('status', [
  z.strictObject({ ...common, status: z.literal('invited'), ringsUntil: instant }),
  z.strictObject({ ...common, status: z.literal('joined'), startedAt: instant }),
  z.strictObject({ ...over, status: z.literal('ended'), startedAt: instant }),
  /** Nobody answered, or the caller gave up. */
  z.strictObject({ ...over, status: z.literal('missed') }),
  /** Everybody who was called said no. */
  z.strictObject({ ...over, status: z.literal('declined') }),
]);
export type VideoCall = z.infer<typeof videoCall>;
export type OpenCall = Extract<VideoCall, { status: 'invited' | 'joined' }>;
export type EndedCall = Extract<VideoCall, { status: 'ended' }>;

export const isOpen = (c: VideoCall): c is OpenCall => c.status === 'invited' || c.status === 'joined';

export const memberOf = (c: VideoCall, key: MemberKey): Member | undefined =>
  c.members.find((each) => each.key === key);

export const isPresent = ({ presence }: Member): boolean => {
  const last = presence.at(-1);
  return last !== undefined && last.to === undefined;
};

const secondsBetween = (from: Instant, to: Instant): number =>
  Math.max(0, Math.round((millisOf(to) - millisOf(from)) / 1000));

/** How long somebody was there, all stretches together. */
export const secondsOf = (m: Member): number =>
  m.presence.reduce((sum, { from, to }) => sum + (to === undefined ? 0 : secondsBetween(from, to)), 0);

export const secondsTalked = (c: EndedCall): number => secondsBetween(c.startedAt, c.endedAt);

import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { callId, commandId, elderId, visitId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import type { Role } from '../kernel/role';
import { route } from '../kernel/route';
import { opaque } from '../kernel/text';
import { medium, memberKey, memberPart } from './video-call';

const oneCall = z.strictObject({ callId });
const all: readonly Role[] = ['family', 'elder', 'volunteer', 'provider', 'coordinator'];

const callAct = z.enum(['join', 'decline', 'leave', 'call_back']);
export type CallAct = z.infer<typeof callAct>;

const card = {
  callId,
  elderId,
  callName: z.string(),
  visitId: visitId.optional(),
  status: z.enum(['invited', 'joined', 'ended', 'missed', 'declined']),
  medium,
  /** Which of the members the asking person is. */
  mine: memberKey,
  /** Rings here: somebody else called, and I have neither come nor said no. */
  rings: z.boolean(),
  /** I was called, and nobody of us came. */
  missed: z.boolean(),
  /** A call that was missed, and that I know of by now. */
  seen: z.boolean(),
  /** Who called. */
  caller: z.string(),
  members: z.array(
    z.strictObject({
      key: memberKey,
      name: z.string(),
      as: memberPart,
      present: z.boolean(),
      declined: z.boolean(),
      /** Stretches of being there, for the record. */
      seconds: z.int(),
    }),
  ),
  invitedAt: instant,
  startedAt: instant.optional(),
  endedAt: instant.optional(),
  sentence: spokenText,
  can: z.array(callAct),
};
const callCard = z.lazy(() => z.strictObject(card));
export type CallCard = z.infer<typeof callCard>;
const callView = z.lazy(() =>
  z.strictObject({
    ...card,
    /** To be telephoned where video does not work; absent where the asking person may not know it. */
    phone: z.string().optional(),
  }),
);
export type CallView = z.infer<typeof callView>;

/** As a browser's `RTCIceServer`; names and secrets of a relay live for two hours. */
const iceServer = z.strictObject({
  urls: z.array(z.string()),
  username: z.string().optional(),
  credential: z.string().optional(),
});
export type IceServer = z.infer<typeof iceServer>;

export const inviteToVideoCall = route({
  name: 'inviteToVideoCall',
  method: 'POST',
  path: '/api/video-calls',
  summary:
    "Calls the other end: the elder's end calls the family, family and coordinator call the elder's end.",
  access: all,
  relation: 'visit-or-kin-or-region',
  audit: 'video_call.invite',
  body: z.strictObject({ commandId, elderId, visitId: visitId.optional(), medium }),
  reply: z.strictObject({ callId }),
  refusals: ['video_nobody_there', 'video_nobody_to_call', 'video_visit_not_running', 'video_busy'],
});

export const listVideoCalls = route({
  name: 'listVideoCalls',
  method: 'GET',
  path: '/api/video-calls',
  summary: 'Calls I am or was a member of, newest first: what rings, and what I missed.',
  access: all,
  relation: 'self',
  audit: 'video_calls.list',
  reply: z.strictObject({ calls: z.array(callCard), unreadable: z.array(z.string()) }),
  refusals: [],
});

export const readVideoCall = route({
  name: 'readVideoCall',
  method: 'GET',
  path: '/api/video-calls/{callId}',
  summary: 'One call as it stands for one of its members.',
  access: all,
  relation: 'call',
  audit: 'video_call.read',
  params: oneCall,
  reply: callView,
  refusals: [],
});

export const makeVideoTicket = route({
  name: 'makeVideoTicket',
  method: 'POST',
  path: '/api/video-calls/{callId}/ticket',
  summary: 'A ticket that lets me into the call once, within thirty seconds, and the way there.',
  access: all,
  relation: 'call',
  audit: 'video_call.ticket',
  params: oneCall,
  reply: z.lazy(() =>
    z.strictObject({ ticket: opaque(64), expiresAt: instant, iceServers: z.array(iceServer) }),
  ),
  refusals: ['video_call_over'],
});

export const joinVideoCall = route({
  name: 'joinVideoCall',
  method: 'POST',
  path: '/api/video-calls/{callId}/join',
  summary: 'Spends the ticket and comes in; with two people the call has begun.',
  access: all,
  relation: 'call',
  audit: 'video_call.join',
  params: oneCall,
  body: z.strictObject({ commandId, ticket: opaque(64), medium }),
  reply: callView,
  refusals: [
    'video_call_over',
    'video_other_app',
    'video_ticket_unknown',
    'video_ticket_used',
    'video_ticket_expired',
  ],
});

export const leaveVideoCall = route({
  name: 'leaveVideoCall',
  method: 'POST',
  path: '/api/video-calls/{callId}/leave',
  summary: 'Hangs up; the call is over when fewer than two are left.',
  access: all,
  relation: 'call',
  audit: 'video_call.leave',
  params: oneCall,
  body: z.strictObject({ commandId }),
  reply: callView,
  refusals: ['video_not_joined'],
});

export const declineVideoCall = route({
  name: 'declineVideoCall',
  method: 'POST',
  path: '/api/video-calls/{callId}/decline',
  summary: 'Not now; the call is declined when everybody who was called says so.',
  access: all,
  relation: 'call',
  audit: 'video_call.decline',
  params: oneCall,
  body: z.strictObject({ commandId }),
  reply: callView,
  refusals: ['video_call_over', 'video_joined_already'],
});

export const seeVideoCall = route({
  name: 'seeVideoCall',
  method: 'POST',
  path: '/api/video-calls/{callId}/seen',
  summary: 'I know of the call that I missed: the inbox need not point at it any more.',
  access: all,
  relation: 'call',
  audit: 'video_call.seen',
  params: oneCall,
  body: z.strictObject({ commandId }),
  reply: callView,
  refusals: [],
});

export const signVoipChat = route({
  name: 'signVoipChat',
  method: 'POST',
  path: '/api/video-calls/{callId}/voip',
  summary:
    "What WeChat's joinVoIPChat wants for this call's room, signed with the key of a fresh login code.",
  access: all,
  relation: 'call',
  audit: 'video_call.voip',
  params: oneCall,
  body: z.strictObject({ code: opaque(128) }),
  reply: z.strictObject({
    groupId: opaque(64),
    nonceStr: opaque(64),
    /** Seconds since 1970. */
    timeStamp: z.int(),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
    /** The asking person's own name in the room. */
    openid: z.string(),
  }),
  refusals: [
    'video_not_joined',
    'video_other_app',
    'wechat_code_invalid',
    'wechat_busy',
    'wechat_rate_limited',
    'wechat_user_blocked',
  ],
});

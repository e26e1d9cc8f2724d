import { createHash } from 'node:crypto';
import { callId, elderId } from '@shared/kernel/ids';
import { addDays, addMinutes, instant } from '@shared/kernel/instant';
import { type Ticket, ticket } from '@shared/video-calls/ticket';
import { isOpen, type MemberKey, memberKey, type VideoCall, videoCall } from '@shared/video-calls/video-call';
import * as z from 'zod';
import { itemKind } from '../table/port';

const SHARDS = 4;
const shardOf = (id: string): number => id.charCodeAt(id.length - 1) % SHARDS;
/** Every open call is looked at each time: who was not heard of stands beside it, not in it. */
export const callDuePartitions = Array.from({ length: SHARDS }, (_, shard) => `DUE#CALL#${shard}`);

export const callKey = (id: string) => ({ pk: `CALL#${id}`, sk: 'CALL' });
export const callItem = itemKind<VideoCall>({
  name: 'VideoCall',
  schema: videoCall,
  key: (c) => callKey(c.callId),
  indexes: (c) => ({
    byElder: { pk: `ELDER#${c.elderId}`, sk: `CALL#${c.invitedAt}#${c.callId}` },
    ...(c.personId === undefined
      ? {}
      : { byPerson: { pk: `PERSON#${c.personId}`, sk: `CALL#${c.invitedAt}#${c.callId}` } }),
    ...(isOpen(c)
      ? { byDue: { pk: `DUE#CALL#${shardOf(c.callId)}`, sk: `${c.invitedAt}#${c.callId}` } }
      : {}),
  }),
});

/** The latest call of an elder: whoever calls while it goes on comes into it. */
const latestCall = z.strictObject({ elderId, callId });
export const latestCallKey = (id: string) => ({ pk: `ELDER#${id}`, sk: 'CALL' });
export const latestCallItem = itemKind({
  name: 'LatestVideoCall',
  schema: latestCall,
  key: (l) => latestCallKey(l.elderId),
});

/** A ticket's text is known to its member alone: what is stored opens nothing. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
export const ticketKey = (call: string, digest: string) => ({ pk: `CALL#${call}`, sk: `TICKET#${digest}` });
export const ticketItem = itemKind<Ticket>({
  name: 'VideoTicket',
  schema: ticket,
  key: (t) => ticketKey(t.callId, t.digest),
  // Kept beyond its end, so that a late or second use is told what it is.
  expiresAt: (t) => addMinutes(t.expiresAt, 60),
});

/** Where a member is: on which socket, and when it last spoke. Beside the call, so that a beat changes nobody's page. */
const seat = z.strictObject({
  callId,
  member: memberKey,
  connectionId: z.string().min(1).max(200),
  heardAt: instant,
});
export type Seat = z.infer<typeof seat>;
export const seatKey = (call: string, member: MemberKey) => ({ pk: `CALL#${call}`, sk: `SEAT#${member}` });
export const seatItem = itemKind<Seat>({
  name: 'VideoSeat',
  schema: seat,
  key: (s) => seatKey(s.callId, s.member),
  expiresAt: (s) => addDays(s.heardAt, 1),
});

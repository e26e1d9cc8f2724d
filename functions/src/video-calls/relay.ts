import { presentIn } from '@shared/video-calls/lifecycle';
import { MOST_FRAME_BYTES, type VideoFrame, type VideoPush, videoFrame } from '@shared/video-calls/signal';
import { isOpen, type Member, type VideoCall } from '@shared/video-calls/video-call';
import { type Connection, connectionItem, connectionKey } from '../live/items';
import type { Deps } from '../platform/deps';
import { logger } from '../platform/logger';
import type { Post } from '../platform/socket';
import { create, replace, type Stored } from '../table/port';
import { advanceCall, seatsOf } from './advance-call';
import { callItem, callKey, type Seat, seatItem, seatKey } from './items';

/** What came of a frame; said to nobody but the log, so that a stranger learns nothing. */
export type Relayed = 'seated' | 'heard' | 'passed_on' | 'nobody_there' | 'unreadable' | 'not_a_member';

/** Too large, no JSON or of no known shape: not looked at any further. */
export function readFrame(body: string | null | undefined): VideoFrame | undefined {
  if (!body || Buffer.byteLength(body) > MOST_FRAME_BYTES) return undefined;
  try {
    return videoFrame.safeParse(JSON.parse(body)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whose socket it is was checked when it opened; the call says which of its members that is. */
function memberAt(c: VideoCall, { personId, elderId }: Connection): Member | undefined {
  return presentIn(c).find(({ key }) => {
    if (key === 'elder') return elderId === c.elderId;
    return key === 'helper' ? personId === c.personId : key === personId;
  });
}

async function sit(deps: Deps, seat: Seat, before: Stored<Seat> | undefined): Promise<void> {
  // Refused only when the same phone has spoken just now, which is as good.
  await deps.table.commit([before ? replace(before, seat) : create(seatItem, seat)]);
}

async function tell(post: Post<VideoPush>, to: readonly Stored<Seat>[], push: VideoPush): Promise<boolean> {
  const told = await Promise.allSettled(to.map(({ value }) => post(value.connectionId, push)));
  for (const each of told)
    if (each.status === 'rejected')
      logger.warn('video push failed', {
        error: each.reason instanceof Error ? each.reason.name : 'unknown',
      });
  return told.some((each) => each.status === 'fulfilled' && each.value === 'sent');
}

/**
 * One frame of a phone's socket. Only who is in the call is heard, and only who is in the same call hears: asked anew
 * at every frame.
 */
export async function relay(
  deps: Deps,
  post: Post<VideoPush>,
  connectionId: string,
  body: string | null | undefined,
): Promise<Relayed> {
  const frame = readFrame(body);
  if (frame === undefined) return 'unreadable';
  const [connection, stored] = await Promise.all([
    deps.table.get(connectionItem, connectionKey(connectionId)),
    deps.table.get(callItem, callKey(frame.callId)),
  ]);
  const call = stored?.value;
  if (connection === undefined || call === undefined || !isOpen(call)) return 'not_a_member';
  const me = memberAt(call, connection.value);
  if (me === undefined) return 'not_a_member';
  const { callId } = call;
  const own = await deps.table.get(seatItem, seatKey(callId, me.key));
  const here: Seat = { callId, member: me.key, connectionId, heardAt: deps.clock() };
  if (frame.type === 'ready') {
    await sit(deps, here, own);
    // Written before the others are read: of two who sit down at once, one at least hears of the other.
    const others = (await seatsOf(deps, call)).filter(({ value }) => value.member !== me.key);
    await tell(post, others, { type: 'video_ready', callId, from: me.key, fresh: frame.fresh });
    return 'seated';
  }
  // Another page of the same person does not speak for the one that sits here.
  if (own?.value.connectionId !== connectionId) return 'not_a_member';
  if (frame.type === 'beat') {
    await sit(deps, here, own);
    await advanceCall(deps, callId);
    return 'heard';
  }
  const to = (await seatsOf(deps, call)).filter(({ value }) => value.member === frame.to);
  if (frame.to === me.key || to.length === 0) return 'nobody_there';
  const passed = await tell(post, to, { type: 'video_signal', callId, from: me.key, signal: frame.signal });
  return passed ? 'passed_on' : 'nobody_there';
}

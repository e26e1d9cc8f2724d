import type { CallId } from '@shared/kernel/ids';
import type { Medium } from '@shared/video-calls/video-call';
import {
  type CallView,
  joinVideoCall,
  makeVideoTicket,
  signVoipChat,
} from '@shared/video-calls/video-calls.contract';
import { call, command, type Failure } from '@/platform';
import { wechatCode } from '@/platform/wechat-login';
import type { Line, LineOptions } from './line';
import { canCall, capture } from './rtc';
import { openWebLine, sound } from './web-line';
import { openWeChatLine } from './wechat-line';

export const medium: Medium = process.env.TARO_ENV === 'weapp' ? 'wechat' : 'web';

export type Trouble = 'noMicrophone' | 'oldBrowser' | 'refusedByWeChat';
export type Opened =
  | { readonly ok: true; readonly line: Line }
  | { readonly ok: false; readonly trouble: Trouble }
  | { readonly ok: false; readonly failure: Failure };

type Ways = Omit<LineOptions, 'iceServers' | 'mine'>;

/** Ticket and entry, one right after the other: a ticket lives for thirty seconds and is good once. */
async function enter(callId: CallId) {
  const ticket = await call(makeVideoTicket, { params: { callId } });
  if (!ticket.ok) return ticket;
  const { iceServers } = ticket.value;
  const body = { ticket: ticket.value.ticket, medium };
  // The ticket is in the body, so each try to come in is a command of its own.
  const joined = await command(`join ${callId}`, joinVideoCall, {
    params: { callId },
    body,
  });
  return joined.ok ? { ok: true as const, value: { iceServers, mine: joined.value.mine } } : joined;
}

/** The microphone comes first: who cannot be heard does not come in. */
async function openInBrowser(callId: CallId, ways: Ways): Promise<Opened> {
  if (!canCall()) return { ok: false, trouble: 'oldBrowser' };
  const own = await capture(sound);
  if (own === undefined) return { ok: false, trouble: 'noMicrophone' };
  const entered = await enter(callId);
  if (entered.ok) return { ok: true, line: openWebLine({ ...ways, ...entered.value }, own) };
  for (const track of own.getTracks()) track.stop();
  return entered;
}

async function openInWeChat(callId: CallId, ways: Ways): Promise<Opened> {
  const entered = await enter(callId);
  if (!entered.ok) return entered;
  const login = await wechatCode();
  if (typeof login === 'string') return { ok: false, trouble: 'refusedByWeChat' };
  const signed = await call(signVoipChat, { params: { callId }, body: { code: login.code } });
  if (!signed.ok) return signed;
  const line = await openWeChatLine(ways, signed.value);
  return line ? { ok: true, line } : { ok: false, trouble: 'refusedByWeChat' };
}

export const openLine = (view: CallView, ways: Ways): Promise<Opened> =>
  process.env.TARO_ENV === 'weapp' ? openInWeChat(view.callId, ways) : openInBrowser(view.callId, ways);

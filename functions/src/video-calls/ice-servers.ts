import { createHmac } from 'node:crypto';
import { type Instant, millisOf } from '@shared/kernel/instant';
import type { IceServer } from '@shared/video-calls/video-calls.contract';

interface Environment {
  /** Addresses with a space between, `stun:…`; none where the browsers see each other anyway. */
  readonly VIDEO_STUN_URLS?: string | undefined;
  /** `turn:…`, `turns:…` */
  readonly VIDEO_TURN_URLS?: string | undefined;
  /** `static-auth-secret` of coturn. */
  readonly VIDEO_TURN_SECRET?: string | undefined;
}

const SECONDS = 2 * 60 * 60;
const listOf = (text: string | undefined): string[] => (text ?? '').split(/\s+/).filter(Boolean);

/**
 * The way round the walls. A relay's password is made for one call and two hours (draft-uberti-behave-turn-rest, as
 * coturn reads it: base64 HMAC-SHA1 over `end:name`), so that no lasting secret reaches a phone.
 */
export function iceServers(environment: Environment, callId: string, now: Instant): IceServer[] {
  const { VIDEO_STUN_URLS, VIDEO_TURN_URLS, VIDEO_TURN_SECRET } = environment;
  const stun = listOf(VIDEO_STUN_URLS);
  const turn = VIDEO_TURN_SECRET ? listOf(VIDEO_TURN_URLS) : [];
  const username = `${Math.floor(millisOf(now) / 1000) + SECONDS}:${callId}`;
  const credential = createHmac('sha1', VIDEO_TURN_SECRET ?? '')
    .update(username)
    .digest('base64');
  return [
    ...(stun.length > 0 ? [{ urls: stun }] : []),
    ...(turn.length > 0 ? [{ urls: turn, username, credential }] : []),
  ];
}

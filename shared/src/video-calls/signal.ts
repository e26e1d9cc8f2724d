import * as z from 'zod';
import { callId } from '../kernel/ids';
import { memberKey } from './video-call';

/** A phone says so often that it is still there. */
export const BEAT_SECONDS = 5;
/** Bytes of a frame that a phone may send; a browser's offer of sound and picture has seven thousand. */
export const MOST_FRAME_BYTES = 24_000;

/** What two browsers must tell each other before they can speak. Passed on, never kept nor logged: it holds addresses. */
export const signal = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('offer'), sdp: z.string().max(20_000) }),
  z.strictObject({ type: z.literal('answer'), sdp: z.string().max(20_000) }),
  z.strictObject({
    type: z.literal('candidate'),
    candidate: z.string().max(1_000),
    mid: z.string().max(16).nullable(),
    line: z.int().min(0).max(64).nullable(),
  }),
]);
export type Signal = z.infer<typeof signal>;

const of = { action: z.literal('video'), callId };
/**
 * What a member's phone says on its socket. `ready`: this socket is where I am; `fresh` when the page has begun anew and
 * not only its socket. `beat`: I am still here; `signal`: for another member.
 */
export const videoFrame = z.discriminatedUnion('type', [
  z.strictObject({ ...of, type: z.literal('ready'), fresh: z.boolean() }),
  z.strictObject({ ...of, type: z.literal('beat') }),
  z.strictObject({ ...of, type: z.literal('signal'), to: memberKey, signal }),
]);
export type VideoFrame = z.infer<typeof videoFrame>;

/** What a member's phone hears: somebody is there to be offered to, or has something to say. */
export const videoPush = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('video_ready'), callId, from: memberKey, fresh: z.boolean() }),
  z.strictObject({ type: z.literal('video_signal'), callId, from: memberKey, signal }),
]);
export type VideoPush = z.infer<typeof videoPush>;

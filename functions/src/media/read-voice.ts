import { allow, type Result, refuse } from '@shared/kernel/result';
import { MOST_VOICE_SECONDS, VOICE_LEEWAY_SECONDS } from '@shared/media/bounds';
import type { MediaFault } from '@shared/media/media';

interface Voice {
  readonly sound: Buffer;
  readonly seconds: number;
  readonly type: 'audio/mpeg' | 'audio/aac';
}
interface Frame {
  readonly bytes: number;
  readonly seconds: number;
}
type ReadFrame = (bytes: Buffer, at: number) => Frame | undefined;

const fault = (code: MediaFault): Result<never> => refuse(code);

/** kbit/s of layer III by the index in the frame's header: MPEG 1, then MPEG 2 and 2.5 (ISO 11172-3, 13818-3). */
const KILOBITS = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const HERTZ = [44_100, 48_000, 32_000] as const;

/** One frame of MP3: 0xffe, version, layer III, bit rate, sampling rate, padding. */
const mpegFrame: ReadFrame = (bytes, at) => {
  const [a, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  if (a !== 0xff || b === undefined || c === undefined || (b & 0xe0) !== 0xe0) return undefined;
  const version = (b >> 3) & 3;
  if (version === 1 || ((b >> 1) & 3) !== 1) return undefined;
  const kilobits = KILOBITS[version === 3 ? 0 : 1][c >> 4];
  const base = HERTZ[(c >> 2) & 3];
  if (!kilobits || base === undefined) return undefined;
  const hertz = base / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const samples = version === 3 ? 1_152 : 576;
  return {
    bytes: Math.floor((samples * kilobits * 125) / hertz) + ((c >> 1) & 1),
    seconds: samples / hertz,
  };
};

const AAC_HERTZ = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350,
] as const;

/** One frame of AAC in ADTS: 0xfff, layer 0, the sampling rate's index, and thirteen bits of length. */
const adtsFrame: ReadFrame = (bytes, at) => {
  if (bytes.length < at + 7 || bytes[at] !== 0xff || ((bytes[at + 1] ?? 0) & 0xf6) !== 0xf0) return undefined;
  const hertz = AAC_HERTZ[((bytes[at + 2] ?? 0) >> 2) & 15];
  const length =
    (((bytes[at + 3] ?? 0) & 3) << 11) | ((bytes[at + 4] ?? 0) << 3) | ((bytes[at + 5] ?? 0) >> 5);
  if (hertz === undefined || length < 8) return undefined;
  return { bytes: length, seconds: 1_024 / hertz };
};

/** ID3 stands before the sound and may hold anything; its length is four times seven bits. */
function startOf(bytes: Buffer): number {
  if (bytes.subarray(0, 3).toString('latin1') !== 'ID3' || bytes.length < 10) return 0;
  return 10 + [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((bytes[at] ?? 0) & 127), 0);
}

/** Two whole frames in a row are no accident; fewer are no sound. */
const FEWEST_FRAMES = 2;

function framesFrom(bytes: Buffer, read: ReadFrame) {
  const frames: Buffer[] = [];
  let at = startOf(bytes);
  let seconds = 0;
  for (let frame = read(bytes, at); frame !== undefined; frame = read(bytes, at)) {
    // The last frame may be cut off where the recorder stopped.
    if (at + frame.bytes > bytes.length) break;
    frames.push(bytes.subarray(at, at + frame.bytes));
    at += frame.bytes;
    seconds += frame.seconds;
  }
  return { frames, seconds, rest: bytes.length - at };
}

/** Trailing tags: ID3v1 has 128 bytes, APE and lyrics some hundred. More than that is not a recorder's. */
const MOST_REST_BYTES = 4_096;

/**
 * A voice note: how long it is, is counted in its frames, and nothing but whole frames goes on. Words before, between
 * and behind them, such as a place in a tag, do not.
 */
export function readVoice(bytes: Buffer): Result<Voice> {
  for (const [type, read] of [
    ['audio/mpeg', mpegFrame],
    ['audio/aac', adtsFrame],
  ] as const) {
    const { frames, seconds, rest } = framesFrom(bytes, read);
    if (frames.length < FEWEST_FRAMES) continue;
    if (rest > MOST_REST_BYTES) return fault('media_damaged');
    if (seconds > MOST_VOICE_SECONDS + VOICE_LEEWAY_SECONDS) return fault('media_too_long');
    return allow({ sound: Buffer.concat(frames), seconds: Math.round(seconds * 10) / 10, type });
  }
  return fault('media_type_wrong');
}

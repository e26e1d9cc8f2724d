import { MOST_VOICE_SECONDS } from '@shared/media/bounds';
import Taro from '@tarojs/taro';

/** Taro's browser half has no recorder; there the tile is left away. */
export const canRecord = process.env.TARO_ENV === 'weapp';

export interface Recorded {
  readonly path: string;
  readonly bytes: number;
  readonly seconds: number;
}
export interface Recording {
  /** Ends it; by itself it ends after a minute. */
  stop(): void;
  /** `null` when there was no microphone, or no leave to use it. */
  readonly ended: Promise<Recorded | null>;
}

/** Speech needs no more than this: some 360 kilobytes a minute. */
const SPEECH = { sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 48_000, format: 'mp3' } as const;

export function record(): Recording {
  const recorder = Taro.getRecorderManager();
  const ended = new Promise<Recorded | null>((resolve) => {
    recorder.onStop(({ tempFilePath, fileSize, duration }) =>
      resolve({ path: tempFilePath, bytes: fileSize, seconds: Math.round(duration / 1000) }),
    );
    recorder.onError(() => resolve(null));
  });
  recorder.start({ ...SPEECH, duration: MOST_VOICE_SECONDS * 1000 });
  return { stop: () => recorder.stop(), ended };
}

let playing: Taro.InnerAudioContext | undefined;

/** Plays a voice note from the beginning; whatever played before stops. */
export function playSound(url: string): void {
  playing?.destroy();
  playing = Taro.createInnerAudioContext();
  playing.src = url;
  playing.play();
}

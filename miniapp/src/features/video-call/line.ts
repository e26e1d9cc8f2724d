import type { Signal, VideoPush } from '@shared/video-calls/signal';
import type { MemberKey } from '@shared/video-calls/video-call';
import type { Stream } from './rtc';

/** How it goes, in the page's words. */
export type Going = 'connecting' | 'talking' | 'poor' | 'lost';

export interface LineView {
  readonly going: Going;
  /** Pictures by member, in a browser. */
  readonly seen: readonly { readonly key: MemberKey; readonly stream: Stream }[];
  readonly own: Stream | undefined;
  /** People in WeChat's room by its own names, the asking person first. */
  readonly openids: readonly string[];
}
export const noView: LineView = { going: 'connecting', seen: [], own: undefined, openids: [] };

/** What carries sound and picture, whichever way. */
export interface Line {
  view(): LineView;
  /** Another member's phone said something. */
  hear(push: VideoPush): void;
  /** This phone has a new way to the server. */
  reached(): void;
  /** Who is in the call now; who left is not waited for. */
  present(keys: readonly MemberKey[]): void;
  mute(silent: boolean): void;
  turnCamera(): Promise<void>;
  close(): void;
}
export interface LineOptions {
  readonly mine: MemberKey;
  readonly iceServers: readonly object[];
  readonly say: (to: MemberKey, signal: Signal) => void;
  readonly changed: () => void;
}

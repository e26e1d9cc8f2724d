/**
 * What the browser knows of sound, picture and the way to another browser, as far as a call needs it. Written down here
 * because the mini-program is compiled without the browser's types: in WeChat there is none of it.
 */
export interface Track {
  readonly kind: string;
  enabled: boolean;
  stop(): void;
}
export interface Stream {
  getTracks(): readonly Track[];
  getAudioTracks(): readonly Track[];
  getVideoTracks(): readonly Track[];
  addTrack(track: Track): void;
  removeTrack(track: Track): void;
}
interface Encoding {
  active?: boolean;
  maxBitrate?: number;
  scaleResolutionDownBy?: number;
}
export interface Sender {
  readonly track: Track | null;
  replaceTrack(track: Track | null): Promise<void>;
  getParameters(): { encodings?: Encoding[] };
  setParameters(parameters: object): Promise<void>;
}
export interface Description {
  readonly type: string;
  readonly sdp: string;
}
export interface Candidate {
  readonly candidate: string;
  readonly sdpMid: string | null;
  readonly sdpMLineIndex: number | null;
}
export interface Connection {
  readonly connectionState: string;
  readonly signalingState: string;
  readonly localDescription: Description | null;
  onnegotiationneeded: (() => void) | null;
  onicecandidate: ((event: { readonly candidate: Candidate | null }) => void) | null;
  onconnectionstatechange: (() => void) | null;
  ontrack: ((event: { readonly track: Track }) => void) | null;
  addTrack(track: Track, stream: Stream): Sender;
  getSenders(): readonly Sender[];
  setLocalDescription(): Promise<void>;
  setRemoteDescription(description: Description): Promise<void>;
  addIceCandidate(candidate: Candidate): Promise<void>;
  getStats(): Promise<{ forEach(each: (report: Readonly<Record<string, unknown>>) => void): void }>;
  restartIce(): void;
  close(): void;
}
interface VideoElement {
  srcObject: Stream | null;
  muted: boolean;
  autoplay: boolean;
  className: string;
  setAttribute(name: string, value: string): void;
  play(): Promise<void>;
}
/** The element that Taro makes of a `View`. */
interface Host {
  replaceChildren(...children: object[]): void;
}
interface Browser {
  readonly RTCPeerConnection?: new (configuration: object) => Connection;
  readonly MediaStream?: new () => Stream;
  readonly navigator?: {
    readonly mediaDevices?: { getUserMedia(constraints: object): Promise<Stream> };
  };
  readonly document: { createElement(name: 'video'): VideoElement };
}
/** Asked for when it is needed: in WeChat nothing of this is there, not even on loading. */
const browser = (): Browser => globalThis as unknown as Browser;

/** Old browsers, and pages that were not fetched safely, have no microphone to give. */
export const canCall = (): boolean =>
  browser().RTCPeerConnection !== undefined && browser().navigator?.mediaDevices !== undefined;

export function newConnection(configuration: object): Connection {
  const { RTCPeerConnection } = browser();
  if (RTCPeerConnection === undefined) throw new Error('this browser makes no calls');
  return new RTCPeerConnection(configuration);
}
export function newStream(): Stream {
  const { MediaStream } = browser();
  if (MediaStream === undefined) throw new Error('this browser makes no calls');
  return new MediaStream();
}

/** Microphone or camera; undefined when there is none or it was not allowed. */
export const capture = (wanted: object): Promise<Stream | undefined> =>
  browser()
    .navigator?.mediaDevices?.getUserMedia(wanted)
    .catch(() => undefined) ?? Promise.resolve(undefined);

/** Puts a stream on the page. `own` is not heard and looks like a mirror. */
export function show(host: unknown, stream: Stream, own: boolean): void {
  const video = browser().document.createElement('video');
  video.autoplay = true;
  video.muted = own;
  video.className = own ? 'call-video call-video--own' : 'call-video';
  // Safari would otherwise fill the screen with it.
  video.setAttribute('playsinline', '');
  video.srcObject = stream;
  (host as Host).replaceChildren(video);
  // Refused where nobody has touched the page; then it starts with the next touch, by `autoplay`.
  video.play().catch(() => undefined);
}

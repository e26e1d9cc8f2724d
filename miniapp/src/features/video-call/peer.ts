import type { Signal } from '@shared/video-calls/signal';
import type { MemberKey } from '@shared/video-calls/video-call';
import { afterSample, bestQuality, encodingOf, type Level, type Quality, sampleOf } from './quality';
import { type Connection, newConnection, newStream, type Stream, type Track } from './rtc';

export interface PeerOptions {
  /** Where both offer at once, the polite one takes its own offer back. */
  readonly polite: boolean;
  readonly iceServers: readonly object[];
  /** What this phone sends: sound at first, the picture once there is one. */
  readonly own: Stream;
  readonly say: (signal: Signal) => void;
  readonly changed: () => void;
}

/** The way to one other browser. */
export interface Peer {
  readonly seen: Stream;
  state(): 'connecting' | 'connected' | 'lost';
  level(): Level;
  offer(): Promise<void>;
  hear(signal: Signal): Promise<void>;
  /** The picture came later than the sound, or from the other camera. */
  send(track: Track): Promise<void>;
  /** Tries other ways; what was agreed stays. */
  restart(): void;
  look(): Promise<void>;
  close(): void;
}

/** WebRTC's perfect negotiation: either side may offer at any time, and offers that cross are sorted out. */
export function createPeer({ polite, iceServers, own, say, changed }: PeerOptions): Peer {
  const connection: Connection = newConnection({ iceServers });
  const seen = newStream();
  let offering = false;
  let ignoring = false;
  let closed = false;
  let quality: Quality = bestQuality;

  const describe = async (): Promise<void> => {
    await connection.setLocalDescription();
    const { type, sdp } = connection.localDescription ?? {};
    if (sdp !== undefined && (type === 'offer' || type === 'answer')) say({ type, sdp });
  };
  const addOwn = (): void => {
    const sent = connection.getSenders().map(({ track }) => track);
    for (const track of own.getTracks()) if (!sent.includes(track)) connection.addTrack(track, own);
  };
  const offer = async (): Promise<void> => {
    if (closed || connection.signalingState !== 'stable') return;
    offering = true;
    // A connection that was closed meanwhile has nothing to offer any more.
    await describe().catch(() => undefined);
    offering = false;
  };
  connection.onnegotiationneeded = () => void offer();
  connection.onicecandidate = ({ candidate }) => {
    if (candidate === null) return;
    const { sdpMid: mid, sdpMLineIndex: line } = candidate;
    say({ type: 'candidate', candidate: candidate.candidate, mid, line });
  };
  connection.onconnectionstatechange = () => {
    if (connection.connectionState === 'failed') connection.restartIce();
    changed();
  };
  connection.ontrack = ({ track }) => {
    // Another picture takes the place of the one before.
    for (const before of seen.getTracks()) if (before.kind === track.kind) seen.removeTrack(before);
    seen.addTrack(track);
    changed();
  };

  const hear = async (signal: Signal): Promise<void> => {
    if (closed) return;
    if (signal.type === 'candidate') {
      const { candidate, mid, line } = signal;
      // A candidate of an offer that was ignored belongs to nothing.
      await connection
        .addIceCandidate({ candidate, sdpMid: mid, sdpMLineIndex: line })
        .catch(() => undefined);
      return;
    }
    const crossed = signal.type === 'offer' && (offering || connection.signalingState !== 'stable');
    ignoring = crossed && !polite;
    if (ignoring) return;
    await connection.setRemoteDescription(signal);
    if (signal.type !== 'offer') return;
    addOwn();
    await describe();
  };

  /** Sound and picture have senders of their own; only the picture gets smaller. */
  const apply = async (): Promise<void> => {
    const picture = connection.getSenders().find(({ track }) => track?.kind === 'video');
    const parameters = picture?.getParameters();
    const [encoding] = parameters?.encodings ?? [];
    if (picture === undefined || parameters === undefined || encoding === undefined) return;
    Object.assign(encoding, encodingOf[quality.level]);
    await picture.setParameters(parameters);
  };

  return {
    seen,
    state() {
      const { connectionState } = connection;
      if (connectionState === 'connected') return 'connected';
      return connectionState === 'disconnected' || connectionState === 'failed' ? 'lost' : 'connecting';
    },
    level: () => quality.level,
    async offer() {
      addOwn();
      await offer();
    },
    hear,
    async send(track) {
      const place = connection.getSenders().find((sender) => sender.track?.kind === track.kind);
      if (place) await place.replaceTrack(track);
      else if (connection.connectionState === 'connected') connection.addTrack(track, own);
    },
    restart: () => connection.restartIce(),
    async look() {
      if (closed) return;
      // Before the picture is there it could not go out with the first offer.
      if (connection.connectionState === 'connected') addOwn();
      const reports: Readonly<Record<string, unknown>>[] = [];
      (await connection.getStats()).forEach((report) => {
        reports.push(report);
      });
      const sample = sampleOf(reports);
      if (sample === undefined) return;
      const before = quality.level;
      quality = afterSample(quality, sample);
      if (quality.level === before) return;
      await apply();
      changed();
    },
    close() {
      closed = true;
      connection.close();
    },
  };
}

/** Of two members exactly one is polite towards the other. */
export const isPolite = (mine: MemberKey, other: MemberKey): boolean => mine < other;

import type { MemberKey } from '@shared/video-calls/video-call';
import type { Going, Line, LineOptions } from './line';
import { createPeer, isPolite, type Peer } from './peer';
import { capture, type Stream } from './rtc';

const LOOK_MILLIS = 3_000;
const picture = (facing: 'user' | 'environment'): object => ({
  video: { facingMode: facing, width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 24 } },
});
export const sound = { audio: { echoCancellation: true, noiseSuppression: true } };

/** A mesh of browsers: one way to each other member. The sound is there from the start, the picture when it can. */
export function openWebLine({ mine, iceServers, say, changed }: LineOptions, own: Stream): Line {
  const peers = new Map<MemberKey, Peer>();
  let facing: 'user' | 'environment' = 'user';
  let closed = false;

  const drop = (key: MemberKey): void => {
    peers.get(key)?.close();
    peers.delete(key);
  };
  const peerTo = (key: MemberKey): Peer => {
    const known = peers.get(key);
    if (known) return known;
    const polite = isPolite(mine, key);
    const made = createPeer({ polite, iceServers, own, say: (signal) => say(key, signal), changed });
    peers.set(key, made);
    return made;
  };
  const takePicture = async (): Promise<void> => {
    const [track] = (await capture(picture(facing)))?.getVideoTracks() ?? [];
    if (track === undefined) return;
    if (closed) return track.stop();
    for (const before of own.getVideoTracks()) {
      before.stop();
      own.removeTrack(before);
    }
    own.addTrack(track);
    await Promise.all([...peers.values()].map((peer) => peer.send(track)));
    changed();
  };
  const looking = setInterval(() => {
    // A look that finds the connection closed has nothing to tell.
    for (const peer of peers.values()) peer.look().catch(() => undefined);
  }, LOOK_MILLIS);
  void takePicture();

  const going = (): Going => {
    const all = [...peers.values()];
    if (all.length === 0) return 'connecting';
    if (all.every((peer) => peer.state() === 'lost')) return 'lost';
    if (!all.some((peer) => peer.state() === 'connected')) return 'connecting';
    return all.some((peer) => peer.level() === 'sound') ? 'poor' : 'talking';
  };
  return {
    view: () => ({
      going: going(),
      seen: [...peers].map(([key, { seen }]) => ({ key, stream: seen })),
      own: own.getVideoTracks().length > 0 ? own : undefined,
      openids: [],
    }),
    hear(push) {
      if (push.type === 'video_ready') {
        // A page that begins anew knows nothing of what was agreed with the one before.
        if (push.fresh) drop(push.from);
        const known = peers.get(push.from);
        if (known === undefined) void peerTo(push.from).offer();
        else if (known.state() !== 'connected') known.restart();
        changed();
        return;
      }
      // What was meant for a connection that is gone fits nowhere; the other side offers anew.
      peerTo(push.from)
        .hear(push.signal)
        .catch(() => undefined);
    },
    reached() {
      for (const peer of peers.values()) if (peer.state() !== 'connected') peer.restart();
    },
    present(keys) {
      const gone = [...peers.keys()].filter((key) => !keys.includes(key));
      for (const key of gone) drop(key);
      if (gone.length > 0) changed();
    },
    mute(silent) {
      for (const track of own.getAudioTracks()) track.enabled = !silent;
    },
    async turnCamera() {
      facing = facing === 'user' ? 'environment' : 'user';
      await takePicture();
    },
    close() {
      closed = true;
      clearInterval(looking);
      for (const key of [...peers.keys()]) drop(key);
      for (const track of own.getTracks()) track.stop();
    },
  };
}

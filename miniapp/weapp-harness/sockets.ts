import { WebSocket } from 'ws';

/** One socket that the mini-program opened, and what came over it. */
export interface PlayedSocket {
  readonly url: string;
  readonly frames: readonly string[];
  isOpen(): boolean;
}

type Listener = (event: object) => void;
interface Callbacks {
  success?: (result: object) => void;
  fail?: (result: object) => void;
  complete?: (result: object) => void;
}

interface SocketPorts {
  /** Where sockets really go, whatever address was built in. */
  readonly base: string | undefined;
  readonly reachable: () => boolean;
  /** Runs in the mini-program, so that what it throws is heard of. */
  readonly later: (work: () => void, millis: number) => void;
  readonly onFrame: (data: string) => void;
}

/** WeChat's own limit. */
const MOST_SOCKETS = 5;
const ABNORMAL = 1006;

/** WeChat's sockets over real ones. `cut` breaks them all, as a tunnel does: without a farewell. */
export function createSockets(ports: SocketPorts) {
  const all: PlayedSocket[] = [];
  const running = new Set<{ cut(): void }>();

  const connect = (options: Callbacks & { url: string }) => {
    const listeners = { open: [] as Listener[], message: [] as Listener[], error: [] as Listener[] };
    const closing: Listener[] = [];
    const frames: string[] = [];
    let socket: WebSocket | undefined;
    let ended = false;
    const tell = (whom: readonly Listener[], event: object) =>
      ports.later(() => {
        for (const listener of whom) listener(event);
      }, 0);
    const end = (code: number) => {
      if (ended) return;
      ended = true;
      running.delete(played);
      socket?.removeAllListeners();
      // Breaking off a handshake is said as an error, which nobody needs to hear any more.
      socket?.on('error', () => undefined);
      socket?.terminate();
      if (code === ABNORMAL) tell(listeners.error, { errMsg: 'socket broken' });
      tell(closing, { code, reason: '' });
    };
    const played = {
      url: options.url,
      frames,
      isOpen: () => !ended && socket?.readyState === WebSocket.OPEN,
      cut: () => end(ABNORMAL),
    };
    const answer = (result: 'success' | 'fail', errMsg: string, then?: () => void) =>
      ports.later(() => {
        options[result]?.({ errMsg });
        options.complete?.({ errMsg });
        then?.();
      }, 0);
    const open = () => {
      if (ended) return;
      if (!ports.reachable() || ports.base === undefined) return end(ABNORMAL);
      socket = new WebSocket(`${ports.base}/${new URL(options.url).search}`);
      socket.on('open', () => tell(listeners.open, { header: {} }));
      socket.on('error', () => end(ABNORMAL));
      socket.on('close', (code) => end(code));
      socket.on('message', (data) => {
        const text = String(data);
        frames.push(text);
        ports.onFrame(text);
        tell(listeners.message, { data: text });
      });
    };
    if (running.size >= MOST_SOCKETS) answer('fail', 'connectSocket:fail exceed max task count');
    else {
      running.add(played);
      all.push(played);
      // The call is said to have worked before anything is connected; whether it is comes by `onOpen`.
      answer('success', 'connectSocket:ok', open);
    }
    return {
      onOpen: (listener: Listener) => void listeners.open.push(listener),
      onMessage: (listener: Listener) => void listeners.message.push(listener),
      onError: (listener: Listener) => void listeners.error.push(listener),
      onClose: (listener: Listener) => void closing.push(listener),
      send: (given: Callbacks & { data: string }) => socket?.send(given.data),
      close: (given: Callbacks & { code?: number } = {}) => end(given.code ?? 1000),
    };
  };
  const cut = () => {
    for (const one of [...running]) one.cut();
  };
  return { all: all as readonly PlayedSocket[], connect, cut };
}

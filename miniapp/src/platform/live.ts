import Taro from '@tarojs/taro';
import { type Changed, readChanged, reconnectDelayMillis } from './live-core';
import { liveUrl } from './live-url';
import { useSession } from './session';

export type { Changed } from './live-core';

/** While no socket is open, everything on show is read again this often. */
const POLL_MILLIS = 15_000;

type Listener = (changed: Changed) => void;
const listeners = new Set<Listener>();
let socket: Taro.SocketTask | undefined;
let open = false;
let connecting = false;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let poll: ReturnType<typeof setInterval> | undefined;

const tell = (changed: Changed): void => {
  for (const listener of listeners) listener(changed);
};

function tryAgainLater(): void {
  failures += 1;
  if (timer !== undefined) clearTimeout(timer);
  timer = setTimeout(() => void connect(), reconnectDelayMillis(failures, Math.random()));
}

function lost(task: Taro.SocketTask): void {
  if (socket !== task) return;
  socket = undefined;
  open = false;
  tryAgainLater();
}

async function connect(): Promise<void> {
  const token = useSession.getState().signedIn?.accessToken;
  if (socket !== undefined || connecting || token === undefined || listeners.size === 0) return;
  connecting = true;
  const task = await Taro.connectSocket({ url: liveUrl(token) }).catch(() => undefined);
  connecting = false;
  if (task === undefined) return tryAgainLater();
  socket = task;
  task.onOpen(() => {
    open = true;
    failures = 0;
  });
  task.onMessage(({ data }) => {
    const changed = readChanged(data as unknown);
    if (changed !== undefined) tell(changed);
  });
  task.onClose(() => lost(task));
  task.onError(() => lost(task));
}

function disconnect(): void {
  const task = socket;
  socket = undefined;
  open = false;
  if (timer !== undefined) clearTimeout(timer);
  if (poll !== undefined) clearInterval(poll);
  timer = undefined;
  poll = undefined;
  task?.close({});
}

/** Hears of changes by WebSocket, or by a tick of the poll while there is none. Returns how to stop. */
export function onChanged(listener: Listener): () => void {
  listeners.add(listener);
  void connect();
  poll ??= setInterval(() => {
    if (!open && useSession.getState().signedIn !== undefined) tell({ type: 'changed' });
  }, POLL_MILLIS);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) disconnect();
  };
}

import Taro from '@tarojs/taro';
import { type Changed, readChanged, reconnectDelayMillis } from './live-core';
import { liveUrl } from './live-url';
import { useSession } from './session';

export type { Changed } from './live-core';

/** While no socket is open, everything on show is read again this often. */
const POLL_MILLIS = 15_000;
/** From one page to the next nobody listens for a moment; the socket stays open over it. */
const LINGER_MILLIS = 3_000;

type Listener = (changed: Changed) => void;
const listeners = new Set<Listener>();
/** Whoever speaks over the socket too: hears every frame, and of each time it has opened. */
interface Speaker {
  readonly onFrame: (data: unknown) => void;
  readonly onOpen: () => void;
}
const speakers = new Set<Speaker>();
let socket: Taro.SocketTask | undefined;
let open = false;
let connecting = false;
/** Goes up with every end, so that a socket which comes after it is not taken for the present one. */
let era = 0;
let failures = 0;
/** A socket broke, and what happened since has not been heard of. */
let missing = false;
let timer: ReturnType<typeof setTimeout> | undefined;
let poll: ReturnType<typeof setInterval> | undefined;
let idle: ReturnType<typeof setTimeout> | undefined;

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
  missing = true;
  tryAgainLater();
}

async function connect(): Promise<void> {
  const token = useSession.getState().signedIn?.accessToken;
  if (socket !== undefined || connecting || token === undefined || listeners.size === 0) return;
  connecting = true;
  const begun = era;
  const task = await Taro.connectSocket({ url: liveUrl(token) }).catch(() => undefined);
  if (begun !== era) return void task?.close({});
  connecting = false;
  if (task === undefined) return tryAgainLater();
  socket = task;
  task.onOpen(() => {
    if (socket !== task) return;
    open = true;
    failures = 0;
    if (missing) tell({ type: 'changed' });
    missing = false;
    for (const { onOpen } of speakers) onOpen();
  });
  task.onMessage(({ data }) => {
    const changed = readChanged(data as unknown);
    if (socket !== task) return;
    if (changed !== undefined) tell(changed);
    else for (const { onFrame } of speakers) onFrame(data);
  });
  task.onClose(() => lost(task));
  task.onError(() => lost(task));
}

function disconnect(): void {
  const task = socket;
  era += 1;
  socket = undefined;
  open = false;
  connecting = false;
  failures = 0;
  missing = false;
  if (timer !== undefined) clearTimeout(timer);
  if (poll !== undefined) clearInterval(poll);
  timer = undefined;
  poll = undefined;
  task?.close({});
}

function listen(): void {
  void connect();
  poll ??= setInterval(() => {
    if (!open && useSession.getState().signedIn !== undefined) tell({ type: 'changed' });
  }, POLL_MILLIS);
}

// A socket belongs to whoever opened it: the next person on this phone opens another.
useSession.subscribe((after, before) => {
  if (after.signedIn?.person.personId === before.signedIn?.person.personId) return;
  disconnect();
  if (listeners.size > 0) listen();
});

/** Hears of changes by WebSocket, or by a tick of the poll while there is none. Returns how to stop. */
export function onChanged(listener: Listener): () => void {
  if (idle !== undefined) clearTimeout(idle);
  idle = undefined;
  listeners.add(listener);
  listen();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) idle = setTimeout(disconnect, LINGER_MILLIS);
  };
}

export interface Voice {
  /** Says something, if there is a way; what finds none is not kept. */
  readonly say: (frame: object) => void;
  readonly stop: () => void;
}

/** Speaks over the socket that pages listen on; `onOpen` comes at once where it is open already. */
export function speak(speaker: Speaker): Voice {
  const stopListening = onChanged(() => undefined);
  speakers.add(speaker);
  if (open) speaker.onOpen();
  return {
    say: (frame) => {
      if (open) void socket?.send({ data: JSON.stringify(frame) });
    },
    stop: () => {
      speakers.delete(speaker);
      stopListening();
    },
  };
}

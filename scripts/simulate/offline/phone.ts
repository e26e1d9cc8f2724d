import { instantOf } from '@shared/kernel/instant';
import type { Answer } from '../../../miniapp/src/platform/client-core';
import { createOutbox, type Outbox } from '../../../miniapp/src/platform/outbox/outbox-core';
import type { WaitingCommand } from '../../../miniapp/src/platform/outbox/waiting';

/** What a phone shares with its next life: the storage, and a clock that someone may set. */
export interface PhoneState {
  readonly storage: Map<string, string>;
  clockAheadMillis: number;
}

export interface Phone {
  readonly outbox: Outbox;
  /** Resolves when the system kills the mini-program. */
  readonly died: Promise<void>;
  isDead(): boolean;
  kill(): void;
  /** Lets the timers run that are due at this moment. */
  wake(): void;
}

export interface Surroundings {
  readonly random: () => number;
  /** True time in milliseconds. */
  readonly time: () => number;
  readonly send: (command: WaitingCommand) => Promise<Answer<unknown>>;
  /** How likely the system kills the mini-program at each writing to storage, before it or after it. */
  readonly killAtWrite: number;
  readonly mint: () => string;
}

/** Each its own: everybody who waited for one and the same would be remembered by it for ever. */
const never = (): Promise<never> => new Promise(() => undefined);

/** One life of the mini-program on a simulated phone, with the real outbox in it. A killed one does nothing more. */
export function startPhone(state: PhoneState, around: Surroundings): Phone {
  let dead = false;
  let ring: () => void = () => undefined;
  const died = new Promise<void>((resolve) => {
    ring = resolve;
  });
  const kill = (): void => {
    dead = true;
    ring();
  };
  const timers = new Set<{ readonly due: number; readonly run: () => void }>();
  const change = (apply: () => void): void => {
    if (dead) return;
    const strikes = around.random() < around.killAtWrite;
    if (!strikes || around.random() < 0.5) apply();
    if (strikes) kill();
  };
  const outbox = createOutbox({
    store: {
      read: (name) => state.storage.get(name),
      write: (name, text) => change(() => state.storage.set(name, text)),
      remove: (name) => change(() => state.storage.delete(name)),
    },
    person: () => ({ personId: 'person_me', role: 'volunteer' }),
    send: async (command) => {
      if (dead) return never();
      const answer = await around.send(command);
      return dead ? never() : answer;
    },
    now: () => instantOf(around.time() + state.clockAheadMillis),
    mint: around.mint,
    later: (millis, run) => {
      const timer = { due: around.time() + millis, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  });
  return {
    outbox,
    died,
    isDead: () => dead,
    kill,
    wake: () => {
      for (const timer of [...timers]) {
        if (dead || timer.due > around.time()) continue;
        timers.delete(timer);
        timer.run();
      }
    },
  };
}

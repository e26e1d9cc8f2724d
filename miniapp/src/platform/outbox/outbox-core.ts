import type { Instant } from '@shared/kernel/instant';
import type { RefusalCode } from '@shared/kernel/refusal';
import type { Role } from '@shared/kernel/role';
import type { Answer, CallFailure } from '../client-core';
import type { CommandStore } from '../command-core';
import { createShelf } from './shelf';
import type { WaitingCommand } from './waiting';

export interface OutboxPorts {
  readonly store: CommandStore;
  /** Who is signed in now; nothing is sent for anybody else. */
  readonly person: () => { readonly personId: string; readonly role: Role } | undefined;
  readonly send: (command: WaitingCommand) => Promise<Answer<unknown>>;
  readonly now: () => Instant;
  readonly mint: () => string;
  /** Runs once after so many milliseconds; returns how to call it off. */
  readonly later: (millis: number, run: () => void) => () => void;
  /** Removes a file that was sent, or given up. */
  readonly discard?: (file: string) => void;
}

/** What became of a command at its first try. */
export type FirstTry =
  | { readonly kind: 'sent' }
  /** Kept on the phone; it goes out when there is a way. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly failure: CallFailure };

export interface Doing {
  readonly lane: string;
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  /** Without `commandId`, which is minted here and kept before anything is sent. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Kept in the same moment and sent after it: the file that it announces, in a lane that holds up nothing else. */
  readonly followedBy?: Omit<Doing, 'followedBy'> & { readonly file: string };
}

/** The server could not decide just now, or nobody is signed in: not a no. */
const passing: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'busy_try_again',
  'changed_meanwhile',
  'sign_in_needed',
  'session_ended',
]);
const FIRST_PAUSE_MILLIS = 2_000;
const LONGEST_PAUSE_MILLIS = 60_000;
const LANES_REMEMBERED = 50;

export type Outbox = ReturnType<typeof createOutbox>;

/**
 * The outbox 待传: what is done without network is a command with an id, kept on the phone before it is sent, sent
 * in the order in which it was done, and forgotten only when the server has answered. A repeat carries the same id
 * and the same bytes, so the server does it once.
 */
export function createOutbox(ports: OutboxPorts) {
  const shelf = createShelf(ports.store);
  const listeners = new Set<() => void>();
  const firstTries = new Map<string, (outcome: FirstTry) => void>();
  let flushing: Promise<void> | undefined;
  let again = false;
  let pause = FIRST_PAUSE_MILLIS;
  let callOff: (() => void) | undefined;
  /** Where the last try got no answer: the other lanes go first then, so that one sick command holds up nobody else. */
  let unanswered: string | undefined;

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const settle = (commandId: string, outcome: FirstTry): void => {
    firstTries.get(commandId)?.(outcome);
    firstTries.delete(commandId);
  };
  const mine = (): readonly WaitingCommand[] => {
    const person = ports.person();
    return shelf.read().commands.filter((each) => each.personId === person?.personId);
  };
  const forget = (gone: (command: WaitingCommand) => boolean): void => {
    const files = shelf.read().commands.filter(gone);
    shelf.change((before) => ({ ...before, commands: before.commands.filter((each) => !gone(each)) }));
    for (const { file } of files) if (file !== undefined) ports.discard?.(file);
  };
  const mark = (commandId: string, refused: WaitingCommand['refused']): void =>
    shelf.change((before) => ({
      ...before,
      commands: before.commands.map((each) => {
        if (each.commandId !== commandId) return each;
        const { refused: _before, ...rest } = each;
        return refused === undefined ? rest : { ...rest, refused };
      }),
    }));

  /** The first of a lane, unless the lane stands still. */
  const next = (): WaitingCommand | undefined => {
    const lanes = new Map<string, WaitingCommand>();
    const all = mine();
    const kept = new Set(all.map((each) => each.commandId));
    for (const command of all) if (!lanes.has(command.lane)) lanes.set(command.lane, command);
    const ready = [...lanes.values()]
      .filter(({ refused, after }) => refused === undefined && (after === undefined || !kept.has(after)))
      // Words before pictures: they are small, and somebody waits for them.
      .sort((a, b) => Number(a.file !== undefined) - Number(b.file !== undefined));
    return ready.find((command) => command.lane !== unanswered) ?? ready[0];
  };

  const tryLater = (): void => {
    callOff?.();
    callOff = ports.later(pause, () => {
      callOff = undefined;
      void flush();
    });
    pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
  };

  /** One command to the server. False when there is no way through now. */
  const deliver = async (command: WaitingCommand): Promise<boolean> => {
    const answer = await ports.send(command);
    unanswered = command.lane;
    if (answer.ok) {
      forget((each) => each.commandId === command.commandId);
      settle(command.commandId, { kind: 'sent' });
    } else {
      const { failure } = answer;
      if (failure.kind === 'offline') return false;
      if (failure.kind === 'refused' && passing.has(failure.refusal.code)) return false;
      mark(command.commandId, failure);
      settle(command.commandId, { kind: 'refused', failure });
    }
    unanswered = undefined;
    pause = FIRST_PAUSE_MILLIS;
    tell();
    return true;
  };

  const pump = async (): Promise<void> => {
    for (let command = next(); command !== undefined; command = next()) {
      if (await deliver(command)) continue;
      tryLater();
      break;
    }
    // Whoever still waits for a first answer is told that it is kept.
    for (const commandId of [...firstTries.keys()]) settle(commandId, { kind: 'waiting' });
  };

  /** Sends what can be sent now. Safe to call at any time; two calls never send side by side. */
  function flush(): Promise<void> {
    again = true;
    flushing ??= (async () => {
      try {
        while (again) {
          again = false;
          callOff?.();
          callOff = undefined;
          await pump();
        }
      } finally {
        flushing = undefined;
      }
    })();
    return flushing;
  }

  return {
    /**
     * Keeps a command and tries it at once. Throws when the phone's storage is full, so that nobody believes
     * something kept that is not. Null when nobody is signed in.
     */
    do(doing: Doing): { readonly commandId: string; readonly first: Promise<FirstTry> } | null {
      const person = ports.person();
      if (person === undefined) return null;
      const commandOf = ({ lane, route, params, body }: Doing): WaitingCommand => {
        const commandId = ports.mint();
        const { personId, role } = person;
        return {
          commandId,
          personId,
          role,
          lane,
          route,
          params: { ...params },
          body: { ...body, commandId },
        };
      };
      const command = commandOf(doing);
      const { commandId } = command;
      const { followedBy } = doing;
      const follower = followedBy && { ...commandOf(followedBy), after: commandId, file: followedBy.file };
      shelf.change((before) => ({
        ...before,
        commands: [...before.commands, command, ...(follower ? [follower] : [])],
      }));
      const first = new Promise<FirstTry>((resolve) => firstTries.set(commandId, resolve));
      tell();
      void flush();
      return { commandId, first };
    },

    /** The phone's time, but within a lane never before the last one: a clock set back does not turn a visit round. */
    stamp(lane: string): Instant {
      const last = shelf.read().stamps[lane] as Instant | undefined;
      const now = ports.now();
      const at = last !== undefined && last > now ? last : now;
      shelf.change((before) => {
        const others = Object.entries(before.stamps).filter(([name]) => name !== lane);
        return {
          ...before,
          stamps: Object.fromEntries([...others.slice(1 - LANES_REMEMBERED), [lane, at]]),
        };
      });
      return at;
    },

    /** All that waits for the person signed in, in order. */
    waiting: mine,
    flush,

    /** The person has seen a refusal and wants it tried again as it is. */
    retry(commandId: string): void {
      mark(commandId, undefined);
      tell();
      void flush();
    },

    /** The person has seen a refusal and gives this one up; what comes after it goes on. */
    giveUp(commandId: string): void {
      forget((each) => each.commandId === commandId || each.after === commandId);
      settle(commandId, { kind: 'waiting' });
      tell();
      void flush();
    },

    onChange(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Where commands that have not been answered yet are kept: the phone's storage, or a map in tests. */
export interface CommandStore {
  read(name: string): string | undefined;
  write(name: string, text: string): void;
  remove(name: string): void;
}

interface Pending {
  /** What went out, its `commandId` in it. */
  readonly body: unknown;
  /** What the person meant by it. */
  readonly meant: string;
}

const slot = (intent: string): string => `command.${intent}`;

const pendingIn = (text: string | undefined): Pending | undefined => {
  if (text === undefined) return undefined;
  const kept = JSON.parse(text) as Partial<Pending>;
  return kept.meant === undefined ? undefined : { body: kept.body, meant: kept.meant };
};

/**
 * The body under which an intent is sent, with its `commandId`. It is stored before sending and goes out again, word
 * for word, as long as no answer came and the person still means the same: then the server knows the repeat and gives
 * its first reply again. `meant` leaves out what differs from tap to tap, as the clock and the ids of new entries do.
 */
export function commandFor<B extends object>(
  store: CommandStore,
  intent: string,
  { body, meant = body }: { readonly body: B; readonly meant?: unknown },
  mint: () => string,
): B & { readonly commandId: string } {
  const meaning = JSON.stringify(meant);
  const pending = pendingIn(store.read(slot(intent)));
  if (pending?.meant === meaning) return pending.body as B & { readonly commandId: string };
  const whole = { ...body, commandId: mint() };
  store.write(slot(intent), JSON.stringify({ body: whole, meant: meaning } satisfies Pending));
  return whole;
}

/** Called once an answer came, yes or no: the next try is a new command. */
export const commandAnswered = (store: CommandStore, intent: string): void => store.remove(slot(intent));

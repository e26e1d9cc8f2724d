/** Where commands that have not been answered yet are kept: the phone's storage, or a map in tests. */
export interface CommandStore {
  read(name: string): string | undefined;
  write(name: string, text: string): void;
  remove(name: string): void;
}

interface Pending {
  readonly commandId: string;
  /** What was sent under this id: the server refuses an id that comes back with another body. */
  readonly body: string;
}

const slot = (intent: string): string => `command.${intent}`;

/**
 * The id under which an intent is sent. It is stored before sending and reused as long as no answer came, so a
 * repeat after a lost response is the same command and the server gives its first reply again. What is done at a
 * visit, with its own moment and entries, goes through the outbox instead.
 */
export function commandFor(store: CommandStore, intent: string, body: unknown, mint: () => string): string {
  const text = JSON.stringify(body);
  const stored = store.read(slot(intent));
  if (stored !== undefined) {
    const pending = JSON.parse(stored) as Partial<Pending>;
    if (pending.body === text && pending.commandId !== undefined) return pending.commandId;
  }
  const commandId = mint();
  store.write(slot(intent), JSON.stringify({ commandId, body: text } satisfies Pending));
  return commandId;
}

/** Called once an answer came, yes or no: the next try is a new command. */
export const commandAnswered = (store: CommandStore, intent: string): void => store.remove(slot(intent));

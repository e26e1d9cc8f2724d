import type { CommandStore } from '../command-core';
import { type Kept, kept, nothingKept } from './waiting';

const NAME = 'outbox';

/**
 * Where the outbox lies in the phone's storage: one text under one name, so that being killed in the middle leaves
 * the old or the new, never half. It is read again for every change, since another window may have written.
 */
export function createShelf(store: CommandStore) {
  const read = (): Kept => {
    const text = store.read(NAME);
    if (text === undefined) return nothingKept;
    const parsed = kept.safeParse(parse(text));
    if (parsed.success) return parsed.data;
    // Of another version or damaged: put aside for whoever can still read it, never thrown away.
    store.write(`${NAME}.unread`, text);
    store.remove(NAME);
    return nothingKept;
  };
  return {
    read,
    change(step: (before: Kept) => Kept): void {
      const before = read();
      const after = step(before);
      if (after !== before) store.write(NAME, JSON.stringify(after));
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { type Instant, isBefore } from '@shared/kernel/instant';
import * as z from 'zod';
import type { CommandStore } from './command-core';

/** A reply as it was read once, kept for when there is no network. */
const keptReply = z.object({ at: z.string(), reply: z.unknown() });
const index = z.array(z.object({ name: z.string(), at: z.string() }));

const INDEX = 'kept';
/** So many replies are kept at most; the oldest goes first. */
const MOST = 40;
/** An address is shown only while a visit is under way, so a copy of it does not live longer than that. */
const KEPT_HOURS = 48;

const parse = <T>(schema: z.ZodType<T>, text: string | undefined): T | undefined => {
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    // A copy that cannot be read is no loss: the original is on the server.
    return undefined;
  }
};

/** Copies of replies on the phone, by person and question. They are copies: losing one loses nothing. */
export function createKept(store: CommandStore, now: () => Instant) {
  const slot = (name: string): string => `${INDEX}.${name}`;
  const names = () => parse(index, store.read(INDEX)) ?? [];
  const oldest = (): Instant => new Date(Date.parse(now()) - KEPT_HOURS * 3_600_000).toISOString() as Instant;
  const write = (entries: readonly { readonly name: string; readonly at: string }[]): void =>
    store.write(INDEX, JSON.stringify(entries));
  return {
    read(name: string): { readonly at: Instant; readonly reply: unknown } | undefined {
      const kept = parse(keptReply, store.read(slot(name)));
      if (kept === undefined || isBefore(kept.at as Instant, oldest())) return undefined;
      return { at: kept.at as Instant, reply: kept.reply };
    },
    keep(name: string, reply: unknown): void {
      const at = now();
      const others = names().filter((each) => each.name !== name);
      const stays = others.filter((each) => !isBefore(each.at as Instant, oldest())).slice(1 - MOST);
      for (const gone of others) if (!stays.includes(gone)) store.remove(slot(gone.name));
      store.write(slot(name), JSON.stringify({ at, reply }));
      write([...stays, { name, at }]);
    },
    /** After signing out nothing of anybody stays on the phone. */
    forgetAll(): void {
      for (const { name } of names()) store.remove(slot(name));
      store.remove(INDEX);
    },
  };
}

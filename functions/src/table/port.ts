import type { Instant } from '@shared/kernel/instant';
import type { RefusalCode } from '@shared/kernel/refusal';
import type { Result } from '@shared/kernel/result';
import type * as z from 'zod';

/** The five secondary indexes, named by the question they answer. See docs/access-patterns.md. */
export const indexNames = ['byElder', 'byPerson', 'byRegion', 'byDue', 'byCell'] as const;
export type IndexName = (typeof indexNames)[number];

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** What is stored of one thing: its shape, its key and the indexes it is found by. */
export interface ItemKind<T> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  key(value: T): Key;
  indexes?(value: T): Partial<Record<IndexName, Key>>;
  /** After this moment the item counts as gone, though the store may delete it later. */
  expiresAt?(value: T): Instant | undefined;
}

export const itemKind = <T>(kind: ItemKind<T>): ItemKind<T> => kind;

export interface Stored<T> {
  readonly kind: ItemKind<T>;
  readonly value: T;
  /** 1 when created, one more at each replace. */
  readonly version: number;
}

/** One line of a transaction. `refusal` is what its failed condition means. */
export type Write =
  | {
      readonly verb: 'create';
      readonly kind: ItemKind<never>;
      readonly value: unknown;
      readonly refusal: RefusalCode;
    }
  | {
      readonly verb: 'replace';
      readonly kind: ItemKind<never>;
      readonly old: Stored<unknown>;
      readonly value: unknown;
      readonly refusal: RefusalCode;
    }
  | {
      readonly verb: 'erase';
      readonly kind: ItemKind<never>;
      readonly old: Stored<unknown>;
      readonly refusal: RefusalCode;
    }
  | {
      readonly verb: 'expect';
      readonly kind: ItemKind<never>;
      readonly old: Stored<unknown>;
      readonly refusal: RefusalCode;
    };

const forget = <T>(kind: ItemKind<T>): ItemKind<never> => kind as unknown as ItemKind<never>;

/** Stores `value` if nothing has its key, or only something that has expired. */
export const create = <T>(
  kind: ItemKind<T>,
  value: T,
  refusal: RefusalCode = 'changed_meanwhile',
): Write => ({
  verb: 'create',
  kind: forget(kind),
  value,
  refusal,
});
/** Puts `value` in place of `old` if its version is unchanged. The key must stay the same. */
export const replace = <T>(old: Stored<T>, value: T, refusal: RefusalCode = 'changed_meanwhile'): Write => ({
  verb: 'replace',
  kind: forget(old.kind),
  old,
  value,
  refusal,
});
/** Removes `old` if its version is unchanged. */
export const erase = <T>(old: Stored<T>, refusal: RefusalCode = 'changed_meanwhile'): Write => ({
  verb: 'erase',
  kind: forget(old.kind),
  old,
  refusal,
});
/** Lets the transaction pass only if `old` is unchanged. */
export const expect = <T>(old: Stored<T>, refusal: RefusalCode = 'changed_meanwhile'): Write => ({
  verb: 'expect',
  kind: forget(old.kind),
  old,
  refusal,
});

export interface ListQuery {
  readonly index?: IndexName;
  readonly pk: string;
  /** Sort keys that begin with this, or lie in [from, to]. */
  readonly prefix?: string;
  readonly from?: string;
  readonly to?: string;
  /** At most this many items; 200 unless told. */
  readonly limit?: number;
  readonly descending?: boolean;
  /** `next` of the page before. */
  readonly after?: string;
}

export interface Page<T> {
  readonly items: readonly Stored<T>[];
  /** Items whose shape is broken: named, left out, and no reason to fail the list. */
  readonly unreadable: readonly Key[];
  readonly next?: string;
}

/** How unreadable items are named to whoever asked, each once; keys hold ids and codes, never what people wrote. */
export const keyTexts = (keys: readonly Key[]): string[] => [
  ...new Set(keys.map((key) => `${key.pk} ${key.sk}`)),
];

/** What a batch read found: one place for each key asked, empty where nothing is or where it cannot be read. */
export interface Many<T> {
  readonly items: readonly (Stored<T> | undefined)[];
  /** Keys of what is there and broken, each once. */
  readonly unreadable: readonly Key[];
}

/** One key of a glance, and what is expected under it. */
export interface Wanted<T> {
  readonly kind: ItemKind<T>;
  readonly key: Key;
}

/** What a glance found: one place for each that was wanted, as in `Many`. */
export interface Glanced<T extends readonly unknown[]> {
  readonly items: { readonly [K in keyof T]: Stored<T[K]> | undefined };
  readonly unreadable: readonly Key[];
}

/** Capacity units and round trips since `reset`. */
export interface Units {
  readonly reads: number;
  readonly writes: number;
  readonly trips: number;
  reset(): void;
}

/** The one store. Everything that must hold together is one `commit`. */
export interface Table {
  /** Strongly consistent. Throws `UnreadableItem` when what is stored does not fit the kind. */
  get<T>(kind: ItemKind<T>, key: Key): Promise<Stored<T> | undefined>;
  /** Strongly consistent, up to a hundred keys a trip; what is broken is named and does not take the others down. */
  getMany<T>(kind: ItemKind<T>, keys: readonly Key[]): Promise<Many<T>>;
  /**
   * Items of several kinds in one trip, at half the price because they may be a moment old: for what is checked again
   * before anything is decided on it.
   */
  glance<T extends readonly unknown[] | []>(
    wanted: {
      readonly [K in keyof T]: Wanted<T[K]>;
    },
  ): Promise<Glanced<T>>;
  /** Eventually consistent on an index; only items of `kind` are returned. */
  list<T>(kind: ItemKind<T>, query: ListQuery): Promise<Page<T>>;
  /**
   * All writes or none, at most 100 and each of another key. A failed condition answers the refusal of the first line that failed.
   * Conflicts and throttling are retried inside; throws `TableUnavailable` when the outcome is unknown.
   */
  commit(writes: readonly Write[]): Promise<Result<void>>;
  readonly units: Units;
}

/** The store did not answer, or its answer was lost: the writes may or may not have happened. */
export class TableUnavailable extends Error {}

/** The `after` of a list is not a `next` that this list gave: what a client made up, or kept from elsewhere. */
export class UnknownCursor extends Error {}

/** What lies under this key does not have the shape it should. Carries the key only, never the contents. */
export class UnreadableItem extends Error {
  constructor(readonly key: Key) {
    super(`unreadable item ${key.pk} ${key.sk}`);
  }
}

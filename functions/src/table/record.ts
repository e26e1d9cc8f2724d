import { type Instant, millisOf } from '@shared/kernel/instant';
import {
  type IndexName,
  type ItemKind,
  indexNames,
  type Key,
  type Many,
  type Stored,
  UnreadableItem,
} from './port';

/** What both tables hold of an item: keys and index keys as strings, the value apart under `body`. */
export type TableRecord = TableRow & { readonly [index in `${IndexName}Pk` | `${IndexName}Sk`]?: string };

interface TableRow {
  readonly pk: string;
  readonly sk: string;
  readonly kind: string;
  readonly version: number;
  readonly body: unknown;
  /** Epoch seconds, as DynamoDB's time to live wants them. */
  readonly expiresAt?: number;
}

export function toRecord<T>(kind: ItemKind<T>, value: T, version: number): TableRecord {
  const indexes = kind.indexes?.(value) ?? {};
  const expiresAt = kind.expiresAt?.(value);
  const indexed: Record<string, string> = {};
  for (const name of indexNames) {
    const key = indexes[name];
    if (key) {
      indexed[`${name}Pk`] = key.pk;
      indexed[`${name}Sk`] = key.sk;
    }
  }
  return {
    ...kind.key(value),
    kind: kind.name,
    version,
    body: value,
    ...indexed,
    ...(expiresAt === undefined ? {} : { expiresAt: Math.ceil(millisOf(expiresAt) / 1000) }),
  };
}

export function fromRecord<T>(kind: ItemKind<T>, record: TableRecord): Stored<T> {
  const parsed = kind.schema.safeParse(record.body);
  if (!parsed.success || record.kind !== kind.name || !Number.isInteger(record.version)) {
    throw new UnreadableItem({ pk: record.pk, sk: record.sk });
  }
  return { kind, value: parsed.data, version: record.version };
}

export const hasExpired = (record: TableRecord, now: Instant): boolean =>
  record.expiresAt !== undefined && record.expiresAt * 1000 <= millisOf(now);

export const keyText = (key: Key): string => `${key.pk}\u0000${key.sk}`;

/** Reads records of one page: those of other kinds are passed over, broken ones are named. */
export function readPage<T>(kind: ItemKind<T>, records: readonly TableRecord[]) {
  const items: Stored<T>[] = [];
  const unreadable: Key[] = [];
  for (const record of records) {
    if (record.kind !== kind.name) continue;
    try {
      items.push(fromRecord(kind, record));
    } catch (error) {
      if (!(error instanceof UnreadableItem)) throw error;
      unreadable.push(error.key);
    }
  }
  return { items, unreadable };
}

/** Reads the records of a batch, which may be asked for twice: broken ones are named once and their places stay empty. */
export const readMany = <T>(kind: ItemKind<T>, records: readonly (TableRecord | undefined)[]): Many<T> =>
  readEach(
    records.map(() => kind),
    records,
  );

/** The same where each record may be of another kind. */
export function readEach<T>(
  kinds: readonly ItemKind<T>[],
  records: readonly (TableRecord | undefined)[],
): Many<T> {
  const unreadable = new Map<string, Key>();
  const items = kinds.map((kind, index) => {
    try {
      const record = records[index];
      return record && fromRecord(kind, record);
    } catch (error) {
      if (!(error instanceof UnreadableItem)) throw error;
      unreadable.set(keyText(error.key), error.key);
      return undefined;
    }
  });
  return { items, unreadable: [...unreadable.values()] };
}

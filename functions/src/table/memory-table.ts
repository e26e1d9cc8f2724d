import { type Instant, instantOf } from '@shared/kernel/instant';
import { allow, refuse } from '@shared/kernel/result';
import {
  type ItemKind,
  type ListQuery,
  type Table,
  TableUnavailable,
  UnknownCursor,
  type Wanted,
  type Write,
} from './port';
import {
  fromRecord,
  hasExpired,
  keyText,
  readEach,
  readMany,
  readPage,
  type TableRecord,
  toRecord,
} from './record';
import { unitCounter } from './units';

/** How likely each fault is, between 0 and 1. Same seed, same faults. */
export interface Faults {
  readonly seed: number;
  readonly conflict?: number;
  readonly throttle?: number;
  /** No answer, and nothing happened. */
  readonly timeout?: number;
  /** Everything happened, and no answer. */
  readonly lostResponse?: number;
}

export interface StreamRecord {
  readonly before?: TableRecord;
  readonly after?: TableRecord;
}

export interface MemoryTable extends Table {
  /** Called after each committed change, as a table stream would, in order of commit. */
  onChange(listener: (record: StreamRecord) => void): void;
  /** Puts a record as it is, broken or not: for tests of unreadable items. */
  plant(record: TableRecord): void;
  /** Everything that is stored, in order of writing: for tests that nothing was written. */
  records(): readonly TableRecord[];
}

interface Options {
  readonly faults?: Faults;
  readonly clock?: () => Instant;
}

const CONFLICT_RETRIES = 6;

/** The table in memory: the same behaviour as DynamoDB's, and the faults that local emulators never show. */
export function createMemoryTable({
  faults,
  clock = () => instantOf(Date.now()),
}: Options = {}): MemoryTable {
  const records = new Map<string, TableRecord>();
  const listeners: ((record: StreamRecord) => void)[] = [];
  const units = unitCounter();
  const random = mulberry32(faults?.seed ?? 0);
  const strikes = (chance: number | undefined): boolean => chance !== undefined && random() < chance;
  const find = (key: { pk: string; sk: string }): TableRecord | undefined => {
    const record = records.get(keyText(key));
    return record && !hasExpired(record, clock()) ? record : undefined;
  };
  /** Gives other callers their turn, so that races really interleave. */
  const turn = (): Promise<void> => Promise.resolve();

  const failure = (write: Write): boolean => {
    if (write.verb === 'create') return find(write.kind.key(write.value as never)) !== undefined;
    return records.get(writtenKey(write))?.version !== write.old.version;
  };

  const apply = (write: Write): void => {
    if (write.verb === 'expect') return;
    const key = writtenKey(write);
    const before = records.get(key);
    if (write.verb === 'erase') records.delete(key);
    else {
      const version = write.verb === 'create' ? 1 : write.old.version + 1;
      records.set(key, structuredClone(toRecord(write.kind as never, write.value as never, version)));
    }
    const after = records.get(key);
    for (const listener of listeners) {
      listener({ ...(before ? { before } : {}), ...(after ? { after } : {}) });
    }
  };

  return {
    units,
    onChange: (listener) => void listeners.push(listener),
    plant: (record) => void records.set(keyText(record), record),
    records: () => [...records.values()],

    async get(kind, key) {
      await turn();
      const record = find(key);
      units.add(readUnits(record ? [record] : [], 1), 0);
      return record && fromRecord(kind, record);
    },

    async getMany(kind, keys) {
      if (keys.length === 0) return { items: [], unreadable: [] };
      await turn();
      const found = keys.map(find);
      units.add(
        found.reduce((sum, record) => sum + readUnits(record ? [record] : [], 1), 0),
        0,
      );
      return readMany(kind, found);
    },

    async glance(wanted) {
      const asked = wanted as readonly Wanted<unknown>[];
      await turn();
      const found = asked.map(({ key }) => find(key));
      units.add(
        found.reduce((sum, record) => sum + readUnits(record ? [record] : [], 0.5), 0),
        0,
      );
      return readEach(
        asked.map(({ kind }) => kind as ItemKind<never>),
        found,
      ) as never;
    },

    async list(kind, query) {
      await turn();
      const rows = ordered(
        [...records.values()].filter((record) => !hasExpired(record, clock())),
        query,
      );
      const page = rows.slice(0, query.limit ?? 200);
      units.add(readUnits(page, query.index ? 0.5 : 1), 0);
      const last = page.at(-1);
      const next = last && rows.length > page.length ? cursorOf(last) : undefined;
      return { ...readPage(kind, page), ...(next === undefined ? {} : { next }) };
    },

    async commit(writes) {
      if (writes.length > 100) throw new Error(`a transaction of ${writes.length} writes`);
      // DynamoDB refuses such a transaction as invalid, so it must not pass here either.
      if (new Set(writes.map(writtenKey)).size < writes.length) throw new Error('one key, written twice');
      for (let attempt = 0; strikes(faults?.conflict) || strikes(faults?.throttle); attempt += 1) {
        if (attempt === CONFLICT_RETRIES) throw new TableUnavailable('conflict');
        await turn();
      }
      await turn();
      if (strikes(faults?.timeout)) throw new TableUnavailable('timeout');
      const refused = writes.find(failure);
      if (refused) return refuse(refused.refusal);
      for (const write of writes) apply(write);
      units.add(0, writes.length * 2);
      await turn();
      if (strikes(faults?.lostResponse)) throw new TableUnavailable('the response was lost');
      return allow(undefined);
    },
  };
}

const writtenKey = (write: Write): string =>
  keyText(write.kind.key((write.verb === 'create' ? write.value : write.old.value) as never));

function ordered(records: readonly TableRecord[], query: ListQuery): TableRecord[] {
  const pkOf = (record: TableRecord) => (query.index ? record[`${query.index}Pk`] : record.pk);
  const skOf = (record: TableRecord) => (query.index ? record[`${query.index}Sk`] : record.sk) ?? '';
  const fits = (sk: string) =>
    query.prefix === undefined
      ? sk >= (query.from ?? '') && sk <= (query.to ?? '\uffff')
      : sk.startsWith(query.prefix);
  const rows = records
    .filter((record) => pkOf(record) === query.pk && fits(skOf(record)))
    .sort((a, b) => compare(skOf(a), skOf(b)) || compare(keyText(a), keyText(b)));
  if (query.descending) rows.reverse();
  if (query.after === undefined) return rows;
  const last = rows.findIndex((record) => cursorOf(record) === query.after);
  if (last < 0) throw new UnknownCursor();
  return rows.slice(last + 1);
}

/** Plain letters, as DynamoDB table's cursors are: they travel in addresses. */
const cursorOf = (record: TableRecord): string => Buffer.from(keyText(record)).toString('base64url');

/** DynamoDB sorts by bytes; ids, codes and instants are ASCII, where code units agree with bytes. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Read units of 4 KB, as DynamoDB counts them; `each` is 1 when consistent and 0.5 when not. */
const readUnits = (records: readonly TableRecord[], each: number): number =>
  Math.max(1, Math.ceil(records.reduce((sum, record) => sum + bytesOf(record), 0) / 4096)) * each;

/** About what DynamoDB counts: text as JSON has it, packed bytes as they are. */
function bytesOf(record: TableRecord): number {
  let packed = 0;
  const text = JSON.stringify(record, (_, value) => {
    if (!(value instanceof Uint8Array)) return value;
    packed += value.length;
    return '';
  });
  return text.length + packed;
}

/** A small seeded generator (mulberry32, public domain), enough for choosing faults. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

import { type Key, keyTexts, type Table, UnreadableItem, type Wanted } from '../table/port';
import { logger } from './logger';

const name = (kind: string, keys: readonly Key[]): void =>
  logger.error('unreadable item', { kind, keys: keyTexts(keys) });

/** Names what could not be read, and lets the error go on to who asked. */
async function naming<T>(kind: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof UnreadableItem) name(kind, [error.key]);
    throw error;
  }
}

/** Names what could not be read among many, and hands on the others. */
function passed<T extends { readonly unreadable: readonly Key[] }>(kind: string, found: T): T {
  if (found.unreadable.length > 0) name(kind, found.unreadable);
  return found;
}

/**
 * The same table, and each item that cannot be read is named in the log by its key, whoever reads: a page, a sweep
 * or a stream. A use case that passes over it need not think of it.
 */
export function reporting<T extends Table>(table: T): T {
  const reads: Pick<Table, 'get' | 'getMany' | 'glance' | 'list'> = {
    get: (kind, key) => naming(kind.name, table.get(kind, key)),
    getMany: async (kind, keys) => passed(kind.name, await table.getMany(kind, keys)),
    glance: async (wanted) =>
      passed(
        [...new Set((wanted as readonly Wanted<unknown>[]).map(({ kind }) => kind.name))].join(' '),
        await table.glance(wanted),
      ),
    list: async (kind, query) => passed(kind.name, await table.list(kind, query)),
  };
  return Object.assign(Object.create(table), reads);
}

import { type Key, keyTexts, type Table, UnreadableItem } from '../table/port';
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

/**
 * The same table, and each item that cannot be read is named in the log by its key, whoever reads: a page, a sweep
 * or a stream. A use case that passes over it need not think of it.
 */
export function reporting<T extends Table>(table: T): T {
  const reads: Pick<Table, 'get' | 'getMany' | 'list'> = {
    get: (kind, key) => naming(kind.name, table.get(kind, key)),
    getMany: (kind, keys) => naming(kind.name, table.getMany(kind, keys)),
    list: async (kind, query) => {
      const page = await table.list(kind, query);
      if (page.unreadable.length > 0) name(kind.name, page.unreadable);
      return page;
    },
  };
  return Object.assign(Object.create(table), reads);
}

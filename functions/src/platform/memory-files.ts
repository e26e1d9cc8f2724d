import { addMinutes } from '@shared/kernel/instant';
import { LINK_SECONDS } from '@shared/media/bounds';
import type { Files } from './files';

export interface MemoryFiles extends Files {
  readonly kept: ReadonlyMap<string, Buffer>;
}

/** Files in memory, for use cases; what signatures are worth is shown by the stand-in's tests. */
export function memoryFiles(): MemoryFiles {
  const kept = new Map<string, Buffer>();
  const until = (now: Parameters<Files['link']>[1]) => addMinutes(now, LINK_SECONDS / 60);
  return {
    kept,
    ticket: ({ key, type, mostBytes }, now) => ({
      url: 'https://files.invalid/',
      fields: { key, 'Content-Type': type, mostBytes: String(mostBytes) },
      until: until(now),
    }),
    link: (key, now) => `https://files.invalid/${key}?until=${until(now)}`,
    get: async (key) => kept.get(key),
    put: async (key, _type, body) => {
      kept.set(key, body);
    },
    remove: async (key) => {
      kept.delete(key);
    },
  };
}

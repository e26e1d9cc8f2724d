import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** How far each consumer has read each shard, kept in a file so that a restart loses and repeats nothing. */
export interface Checkpoints {
  get(consumer: string, shard: string): string | undefined;
  set(consumer: string, shard: string, sequenceNumber: string): void;
}

export const checkpointsIn = (file: string): Checkpoints => {
  const known: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const keyOf = (consumer: string, shard: string): string => `${consumer} ${shard}`;
  return {
    get: (consumer, shard) => known[keyOf(consumer, shard)],
    set: (consumer, shard, sequenceNumber) => {
      known[keyOf(consumer, shard)] = sequenceNumber;
      // Written beside and renamed, so that a crash leaves either the old file or the new one.
      writeFileSync(`${file}.new`, JSON.stringify(known, null, 2));
      renameSync(`${file}.new`, file);
    },
  };
};

import type { EntryId } from '@shared/kernel/ids';
import type { NewEntry } from '@shared/visits/log';
import { mintId, now } from '@/platform';

export type Content = NewEntry extends infer E
  ? E extends unknown
    ? Omit<E, 'entryId' | 'at'>
    : never
  : never;

/** An observation with its own id and the phone's time, so that sending it twice keeps it once. */
export const newEntry = (content: Content): NewEntry =>
  ({ ...content, entryId: mintId('entry') as EntryId, at: now() }) as NewEntry;

import type { EntryId } from '@shared/kernel/ids';
import type { Instant } from '@shared/kernel/instant';
import type { NewEntry } from '@shared/visits/log';
import { mintId } from '@/platform';

export type Content = NewEntry extends infer E
  ? E extends unknown
    ? Omit<E, 'entryId' | 'at'>
    : never
  : never;

/** An observation with its own id and the phone's time, so that sending it twice keeps it once. */
export const newEntry = (content: Content, at: Instant): NewEntry =>
  ({ ...content, entryId: mintId('entry') as EntryId, at }) as NewEntry;

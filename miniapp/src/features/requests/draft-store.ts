import type { ElderId } from '@shared/kernel/ids';
import type { Instant } from '@shared/kernel/instant';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { storage } from '@/platform/storage';
import { freshened, newDraft, type RequestDraft } from './draft';

interface Drafts {
  readonly byElder: Readonly<Record<string, RequestDraft>>;
}

/** One draft per elder on the phone, until it is sent: a call in between, or no network, loses nothing. */
export const useDrafts = create<Drafts>()(
  persist((): Drafts => ({ byElder: {} }), {
    name: 'request-drafts',
    version: 1,
    storage: createJSONStorage(() => ({
      getItem: (name) => storage.read(name) ?? null,
      setItem: (name, text) => storage.write(name, text),
      removeItem: (name) => storage.remove(name),
    })),
  }),
);

export const keepDraft = (draft: RequestDraft): void => {
  useDrafts.setState(({ byElder }) => ({ byElder: { ...byElder, [draft.elderId]: draft } }));
};

export const dropDraft = (elderId: string): void => {
  useDrafts.setState(({ byElder }) => {
    const { [elderId]: _sent, ...others } = byElder;
    return { byElder: others };
  });
};

/** The kept draft with a time that is still ahead, or a new one. */
export function draftFor(elderId: ElderId, now: Instant): { draft: RequestDraft; kept: boolean } {
  const stored = useDrafts.getState().byElder[elderId];
  return stored
    ? { draft: freshened(stored, now), kept: true }
    : { draft: newDraft(elderId, now), kept: false };
}

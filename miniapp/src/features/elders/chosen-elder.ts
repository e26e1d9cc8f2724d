import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { storage } from '@/platform/storage';

interface Chosen {
  readonly elderId: string | undefined;
}

/** Whom the family pages are about just now; kept, so that the app opens on the same person. */
export const useChosenElder = create<Chosen>()(
  persist((): Chosen => ({ elderId: undefined }), {
    name: 'chosen-elder',
    version: 1,
    storage: createJSONStorage(() => ({
      getItem: (name) => storage.read(name) ?? null,
      setItem: (name, text) => storage.write(name, text),
      removeItem: (name) => storage.remove(name),
    })),
  }),
);
export const chooseElder = (elderId: string): void => {
  useChosenElder.setState({ elderId });
};

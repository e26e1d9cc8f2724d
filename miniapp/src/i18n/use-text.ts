import { useSession } from '../platform/session';
import type { Dictionary, Same, Sentences } from './dictionary';
import type { Locale } from './locale';

export const useLocale = (): Locale => useSession((session) => session.locale);

/** The words of a dictionary in the language of the phone's owner. */
export function useText<T extends Sentences>(words: Dictionary<T>): Same<T> {
  return words[useLocale()] as Same<T>;
}

import type { Locale } from './locale';

/** The half of a sentence from the server that this person reads. */
export const said = (text: { readonly zh: string; readonly en: string }, locale: Locale): string =>
  locale === 'zh-CN' ? text.zh : text.en;

export type { Locale } from './locale';
export { dictionary, useLocale, useText } from './use-text';

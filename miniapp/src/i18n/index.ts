export type { Locale } from './locale';
export { roleName } from './role-name';
export { said } from './said';
export { useLocale, useText } from './use-text';

/** zh-CN is the source; en says the same. */
export type Locale = 'zh-CN' | 'en';

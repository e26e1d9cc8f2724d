type Sentence = string | ((...values: never[]) => string);
export type Sentences = Readonly<Record<string, Sentence>>;
/** A function in Chinese must be a function of the same values in English; a plain sentence stays plain. */
export type Same<T extends Sentences> = {
  readonly [K in keyof T]: T[K] extends (...values: infer V) => string ? (...values: V) => string : string;
};
export interface Dictionary<T extends Sentences> {
  readonly 'zh-CN': T;
  readonly en: Same<T>;
}

/** A feature's words: `<name>.text.ts` exports `dictionary({ 'zh-CN': {…}, en: {…} })`; a missing key does not compile. */
export const dictionary = <const T extends Sentences>(words: {
  'zh-CN': T;
  en: NoInfer<Same<T>>;
}): Dictionary<T> => words;

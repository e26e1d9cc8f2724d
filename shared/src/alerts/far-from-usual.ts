import type { SpokenText } from '../history/history.contract';
import type { Measure } from '../visits/card';

/** What of a visit's readings lies far from usual (visits/usual.ts), as one sentence; undefined when nothing does. */
export function farFromUsual(measures: readonly Measure[]): SpokenText | undefined {
  const far = measures.filter((each) => each.far);
  if (far.length === 0) return undefined;
  return {
    zh: far.map((each) => each.sentence.zh).join('；'),
    en: far.map((each) => each.sentence.en).join('; '),
  };
}

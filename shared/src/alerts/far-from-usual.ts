import type { SpokenText } from '../history/history.contract';
import type { Measure } from '../visits/card';

/**
 * How far a reading lies from the elder's own usual before somebody is told: mmHg, beats a minute, tenths of mmol/L.
 * The product's choice, not a clinical limit; the words describe and never judge.
 */
const FAR: Readonly<Record<Measure['name'], number>> = {
  systolic: 30,
  diastolic: 20,
  pulse: 25,
  glucose: 40,
};

/** What of a visit's readings lies far from usual, as one sentence; undefined when nothing does, or no habit is known. */
export function farFromUsual(measures: readonly Measure[]): SpokenText | undefined {
  const far = measures.filter(
    ({ name, value, usual }) => usual !== undefined && Math.abs(value - usual) >= FAR[name],
  );
  if (far.length === 0) return undefined;
  return {
    zh: far.map((each) => each.sentence.zh).join('；'),
    en: far.map((each) => each.sentence.en).join('; '),
  };
}

import type { SpokenText } from '../history/history.contract';

/** One answer that can be chosen, with what it counts. `choice` is kept, never the score: a scale can be counted again. */
export interface Option extends SpokenText {
  readonly choice: string;
  readonly score: number;
}

/** One question, worded so that it can be read aloud to an old person. */
export interface Item extends SpokenText {
  readonly code: string;
  readonly domain?: string;
  readonly options: readonly Option[];
}

/** A span of scores, both ends included, with its name and what it means in words that a family understands. */
export interface Band {
  readonly code: string;
  readonly from: number;
  readonly to: number;
  readonly name: SpokenText;
  readonly meaning: SpokenText;
}

/**
 * A scale as data 量表. A change of wording, items or bands is a new `version`; results keep the version they
 * were made with.
 */
export interface Instrument {
  readonly code: string;
  readonly version: string;
  readonly name: SpokenText;
  /** Where it comes from, what may be done with it, and what in it is uncertain. */
  readonly source: string;
  readonly answeredBy: 'elder' | 'observer' | 'caregiver';
  /** How many people must stand for the result. */
  readonly assessors: 1 | 2;
  readonly better: 'higher' | 'lower';
  /** Said before the first question. */
  readonly introduction: SpokenText;
  readonly domains: readonly (SpokenText & { readonly code: string })[];
  readonly items: readonly Item[];
  readonly bands: readonly Band[];
  /** Whether coma, diagnoses and care-risk events change the band (GB/T 42195-2022). */
  readonly circumstances: boolean;
}

const scoresOf = (item: Item): number[] => item.options.map((option) => option.score);
export const mostOf = (item: Item): number => Math.max(...scoresOf(item));
export const leastOf = (item: Item): number => Math.min(...scoresOf(item));
export const fullScore = ({ items }: Instrument): number =>
  items.reduce((sum, item) => sum + mostOf(item), 0);

/** The band that a score falls into. A score outside every band is a bug of the data, and throws. */
export function bandOf(instrument: Instrument, score: number): Band {
  const band = instrument.bands.find(({ from, to }) => score >= from && score <= to);
  if (!band) throw new Error(`${instrument.code} ${instrument.version} has no band for ${score}`);
  return band;
}

export const bandNamed = (instrument: Instrument, code: string): Band => {
  const band = instrument.bands.find((each) => each.code === code);
  if (!band) throw new Error(`${instrument.code} ${instrument.version} has no band ${code}`);
  return band;
};

export const itemNamed = (instrument: Instrument, code: string): Item | undefined =>
  instrument.items.find((item) => item.code === code);
export const optionOf = (item: Item, choice: string): Option | undefined =>
  item.options.find((option) => option.choice === choice);

/** Options whose choice is their score, best first: `levels(4, ['独立', …], ['Alone', …])`. */
export const levels = (best: number, zh: readonly string[], en: readonly string[]): Option[] =>
  zh.map((text, index) => ({
    choice: String(best - index),
    score: best - index,
    zh: text,
    en: en[index] ?? text,
  }));

/** 是 / 否; `counts` says which of the two adds a point. */
export const yesNo = (counts: 'yes' | 'no', points = 1): Option[] => [
  { choice: 'yes', score: counts === 'yes' ? points : 0, zh: '是', en: 'Yes' },
  { choice: 'no', score: counts === 'no' ? points : 0, zh: '不是', en: 'No' },
];

import * as z from 'zod';
import type { SpokenText } from '../history/history.contract';
import { elderId, personId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { line } from '../kernel/text';
import { ageIn, type Elder } from '../people/elder';
import type { TimeRules } from './rules';

/** 困难程度: what a coordinator has recorded about an elder's means: 特困供养, 低保, or neither. */
export const hardship = z.strictObject({
  elderId,
  level: z.enum(['special_hardship', 'low_income', 'none']),
  why: line(200),
  recordedBy: personId,
  recordedAt: instant,
});
export type Hardship = z.infer<typeof hardship>;

/** In which order the village pool is there for people; the poorest and most dependent come first. */
export type Tier = 'first' | 'second' | 'third';

const OLD = 80;

export function tierOf(
  elder: Pick<Elder, 'ability' | 'livesAlone' | 'birthYear'>,
  means: Hardship['level'],
  year: number,
): Tier {
  const dependent = elder.ability === 'severe' || elder.ability === 'complete';
  if (means === 'special_hardship' || (means === 'low_income' && elder.ability !== 'intact')) return 'first';
  if (dependent) return 'first';
  if (means === 'low_income' || elder.ability === 'moderate') return 'second';
  return elder.livesAlone && ageIn(elder, year) >= OLD ? 'second' : 'third';
}

type Known = Pick<Elder, 'ability' | 'livesAlone' | 'birthYear'>;

const meansWords = {
  special_hardship: { zh: '特困供养', en: 'Supported as destitute' },
  low_income: { zh: '低保', en: 'On minimum income support' },
  none: undefined,
} as const;
const abilityWords: Readonly<Record<Elder['ability'], SpokenText | undefined>> = {
  intact: undefined,
  mild: { zh: '轻度失能', en: 'Mildly dependent' },
  moderate: { zh: '中度失能', en: 'Moderately dependent' },
  severe: { zh: '重度失能', en: 'Severely dependent' },
  complete: { zh: '完全失能', en: 'Completely dependent' },
};

/** Why an elder has this place in the order, in words that may be read to them. */
export function tierReasons(elder: Known, means: Hardship['level'], year: number): SpokenText[] {
  const age = ageIn(elder, year);
  const alone = elder.livesAlone && age >= OLD;
  return [
    meansWords[means],
    abilityWords[elder.ability],
    alone ? { zh: `一个人住，${age} 岁`, en: `Living alone at ${age}` } : undefined,
  ].filter((each) => each !== undefined);
}

/** Who comes before whom: the lower, the earlier. */
export const tierRank = { first: 1, second: 2, third: 3 } as const satisfies Record<Tier, number>;

/** What a tier may still draw: its monthly allowance, while the reserve for those before it remains. */
export function drawable(
  { pool }: Pick<TimeRules, 'pool'>,
  tier: Tier,
  usedThisMonth: number,
  poolAvailable: number,
): number {
  const reserve = tier === 'first' ? 0 : pool.reserveMinutes[tier];
  return Math.max(0, Math.min(pool.monthMinutes[tier] - usedThisMonth, poolAvailable - reserve));
}

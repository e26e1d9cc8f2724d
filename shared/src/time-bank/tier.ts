import * as z from 'zod';
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

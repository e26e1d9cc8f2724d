import * as z from 'zod';
import { goalId, personId } from '../kernel/ids';
import { day } from '../kernel/instant';
import { line, paragraph } from '../kernel/text';

/** −2 much worse than hoped, −1 less, 0 as hoped, +1 more, +2 much more. */
export const level = z.lazy(() =>
  z.union([z.literal(-2), z.literal(-1), z.literal(0), z.literal(1), z.literal(2)]),
);
export type Level = z.infer<typeof level>;
export const allLevels: readonly Level[] = [-2, -1, 0, 1, 2];

/** What a goal is, as the elder says it and as everybody can see whether it is reached. */
export const goalWords = z.lazy(() =>
  z.strictObject({
    /** The elder's own words: 「想有人陪我去赶集」. */
    words: line(120),
    /** What each level looks like, from −2 to +2; said beforehand, so that nobody has to argue afterwards. */
    levels: z.tuple([line(80), line(80), line(80), line(80), line(80)]),
    /** How much it matters to the elder against the other goals. */
    weight: z.int().min(1).max(5),
    baseline: level,
  }),
);
export type GoalWords = z.infer<typeof goalWords>;

const mark = z.strictObject({ on: day, level, by: personId, note: paragraph(300) });
/** 目标: with the levels reached since, oldest first. */
export const goal = z.strictObject({ goalId, ...goalWords.unwrap().shape, marks: z.array(mark).max(60) });
export type Goal = z.infer<typeof goal>;

export const levelNow = (g: Goal): Level => g.marks.at(-1)?.level ?? g.baseline;
export const levelText = (g: GoalWords, at: Level): string => g.levels[at + 2] ?? '';

/** Expected overall correlation of goal scores in the formula of Kiresuk and Sherman. */
const RHO = 0.3;

/**
 * Goal attainment scaling 目标达成: the T-score of Kiresuk and Sherman (1968, Community Mental Health Journal
 * 4:443–453), T = 50 + 10 Σ(w·x) / √((1−ρ) Σw² + ρ (Σw)²) with ρ = 0.3. 50 is "all as hoped".
 */
export function attainmentScore(
  of: readonly { readonly weight: number; readonly level: Level }[],
): number | undefined {
  if (of.length === 0) return undefined;
  const reached = of.reduce((sum, each) => sum + each.weight * each.level, 0);
  const squares = of.reduce((sum, each) => sum + each.weight ** 2, 0);
  const weights = of.reduce((sum, each) => sum + each.weight, 0);
  const score = 50 + (10 * reached) / Math.sqrt((1 - RHO) * squares + RHO * weights ** 2);
  return Math.round(score * 10) / 10;
}

/** Before and after, over the same goals. */
export const attainment = (goals: readonly Goal[]) => ({
  before: attainmentScore(goals.map(({ weight, baseline }) => ({ weight, level: baseline }))),
  now: attainmentScore(goals.map((each) => ({ weight: each.weight, level: levelNow(each) }))),
});

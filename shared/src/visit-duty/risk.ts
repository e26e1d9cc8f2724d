import * as z from 'zod';
import type { AssessmentResult } from '../assessments/assessment';
import type { InstrumentCode } from '../assessments/instruments';
import type { SpokenText } from '../history/history.contract';
import { addDays, beijing, type Day, type Instant } from '../kernel/instant';
import { type Ability, ageIn, type Elder } from '../people/elder';

/** 探访档次: 高风险 every week, 重点 every month, 一般 every quarter. */
export const tier = z.enum(['high', 'key', 'general']);
export type Tier = z.infer<typeof tier>;

/** What puts an elder into a tier, each said as a sentence part that may be read to the elder. */
export const riskCode = z.enum([
  'alone_aged',
  'disabled',
  'barthel_heavy',
  'very_low',
  'alone',
  'partly_disabled',
  'aged',
  'barthel_medium',
  'low',
  'frail',
  'lonely',
  'carer_exhausted',
  'unreachable',
]);
export type RiskCode = z.infer<typeof riskCode>;

/** The latest finished result of each scale, with the code of the scale. */
export interface Measured {
  readonly code: string;
  readonly result: AssessmentResult;
}
type Known = Pick<Elder, 'livesAlone' | 'ability' | 'birthYear' | 'phone'>;

interface RiskRule {
  readonly code: RiskCode;
  readonly tier: Exclude<Tier, 'general'>;
  /** 特殊困难老年人: counts in the monthly rate that has to reach one hundred per cent. */
  readonly difficult: boolean;
  readonly words: SpokenText;
  readonly when:
    | { readonly scale: InstrumentCode; readonly bands: readonly string[] }
    | {
        readonly alone?: true;
        readonly fromAge?: number;
        readonly abilities?: readonly Ability[];
        readonly noPhone?: true;
      };
}

/**
 * Rules as data, strongest first. Who is in special difficulty (living alone, disabled) follows the notice of ten
 * ministries on visiting, 2022; which result of a scale means which tier is ours, and says when to look, not what ails.
 */
const riskRules: readonly RiskRule[] = [
  {
    code: 'alone_aged',
    tier: 'high',
    difficult: true,
    words: { zh: '八十多岁还一个人住', en: 'lives alone at eighty or more' },
    when: { alone: true, fromAge: 80 },
  },
  {
    code: 'disabled',
    tier: 'high',
    difficult: true,
    words: { zh: '生活离不开人照顾', en: 'cannot do without care' },
    when: { abilities: ['severe', 'complete'] },
  },
  {
    code: 'barthel_heavy',
    tier: 'high',
    difficult: true,
    words: { zh: '日常起居大多要人帮', en: 'needs help with most of daily living' },
    when: { scale: 'barthel', bands: ['heavy'] },
  },
  {
    code: 'very_low',
    tier: 'high',
    difficult: false,
    words: { zh: '心情很低落', en: 'in very low spirits' },
    when: { scale: 'gds-15', bands: ['lower', 'lowest'] },
  },
  {
    code: 'alone',
    tier: 'key',
    difficult: true,
    words: { zh: '一个人住', en: 'lives alone' },
    when: { alone: true },
  },
  {
    code: 'partly_disabled',
    tier: 'key',
    difficult: true,
    words: { zh: '有些事要人帮', en: 'needs help with some things' },
    when: { abilities: ['moderate'] },
  },
  {
    code: 'barthel_medium',
    tier: 'key',
    difficult: false,
    words: { zh: '日常起居要人搭把手', en: 'needs a hand in daily living' },
    when: { scale: 'barthel', bands: ['medium'] },
  },
  {
    code: 'low',
    tier: 'key',
    difficult: false,
    words: { zh: '心情不大好', en: 'in low spirits' },
    when: { scale: 'gds-15', bands: ['low'] },
  },
  {
    code: 'frail',
    tier: 'key',
    difficult: false,
    words: { zh: '身子骨弱', en: 'frail' },
    when: { scale: 'frail', bands: ['frail'] },
  },
  {
    code: 'lonely',
    tier: 'key',
    difficult: false,
    words: { zh: '常觉得孤单', en: 'often lonely' },
    when: { scale: 'loneliness', bands: ['lonely'] },
  },
  {
    code: 'carer_exhausted',
    tier: 'key',
    difficult: false,
    words: { zh: '照顾的人快撑不住了', en: 'whoever cares for them is exhausted' },
    when: { scale: 'carer-strain', bands: ['exhausted'] },
  },
  {
    code: 'unreachable',
    tier: 'key',
    difficult: true,
    words: { zh: '一个人住，没有电话', en: 'alone and without a telephone' },
    when: { alone: true, noPhone: true },
  },
  {
    code: 'aged',
    tier: 'key',
    difficult: false,
    words: { zh: '八十岁以上', en: 'eighty or older' },
    when: { fromAge: 80 },
  },
];

/** An assessment older than this says nothing of today. */
const ASSESSMENT_DAYS = 365;
const oldest = (today: Day): Day => beijing(addDays(`${today}T00:00:00Z` as Instant, -ASSESSMENT_DAYS)).day;

function holds({ when }: RiskRule, elder: Known, measured: readonly Measured[], today: Day): boolean {
  if ('scale' in when)
    return measured.some(
      ({ code, result }) =>
        code === when.scale &&
        result.on >= oldest(today) &&
        result.band !== undefined &&
        when.bands.includes(result.band),
    );
  return (
    (when.alone === undefined || elder.livesAlone) &&
    (when.fromAge === undefined || ageIn(elder, Number(today.slice(0, 4))) >= when.fromAge) &&
    (when.abilities === undefined || when.abilities.includes(elder.ability)) &&
    (when.noPhone === undefined || elder.phone === undefined)
  );
}

export const risk = z.lazy(() =>
  z.strictObject({
    tier,
    difficult: z.boolean(),
    /** Strongest first; a weaker one that a stronger one says already is left out. */
    reasons: z.array(riskCode).max(13),
  }),
);
export type Risk = z.infer<typeof risk>;

/** Said by the other already. */
const covered: Partial<Record<RiskCode, RiskCode>> = {
  alone: 'alone_aged',
  aged: 'alone_aged',
  barthel_medium: 'disabled',
};

/** How closely an elder is looked after, and why, from the latest assessments and how they live. */
export function riskOf(elder: Known, measured: readonly Measured[], today: Day): Risk {
  const rules = riskRules.filter((each) => holds(each, elder, measured, today));
  const codes = new Set(rules.map(({ code }) => code));
  const high = rules.some((each) => each.tier === 'high');
  return {
    tier: high ? 'high' : rules.length > 0 ? 'key' : 'general',
    difficult: rules.some((each) => each.difficult),
    reasons: [...codes].filter((code) => {
      const by = covered[code];
      return by === undefined || !codes.has(by);
    }),
  };
}

export const riskWords = Object.fromEntries(riskRules.map(({ code, words }) => [code, words])) as Readonly<
  Record<RiskCode, SpokenText>
>;
export const tierWords: Readonly<Record<Tier, SpokenText>> = {
  high: { zh: '每周看望', en: 'Every week' },
  key: { zh: '每月看望', en: 'Every month' },
  general: { zh: '每季看望', en: 'Every quarter' },
};

import type { Assessment } from '../assessments/assessment';
import { bandNamed } from '../assessments/instrument';
import { instrumentOf } from '../assessments/instruments';
import type { SpokenText } from '../history/history.contract';
import type { CaseId, ElderId, InterventionId } from '../kernel/ids';
import type { Elder } from '../people/elder';
import { type GroupTheme, themes } from './theme';

/** What is known of an elder when members are looked for. */
export interface Known {
  readonly elder: Pick<Elder, 'elderId' | 'name' | 'callName' | 'livesAlone' | 'ability'>;
  readonly assessments: readonly Assessment[];
  /** A plan of theirs that asks for a group. */
  readonly planned?: {
    readonly caseId: CaseId;
    readonly interventionId: InterventionId;
    readonly what: string;
  };
}

export interface Suggestion {
  readonly elderId: ElderId;
  readonly name: string;
  readonly callName: string;
  readonly reason: SpokenText;
  readonly of?: { readonly caseId: CaseId; readonly interventionId: InterventionId };
}

interface Ranked extends Suggestion {
  readonly rank: number;
}

/**
 * Who may gain from a group, and why, in a sentence: first whose plan asks for one, then whom a scale points to, then who
 * lives alone. Nobody is suggested without a reason, and severe frailty is a reason against meeting elsewhere.
 */
export function suggest(theme: GroupTheme, known: readonly Known[]): Suggestion[] {
  return known
    .flatMap((each) => {
      const found = reasonFor(theme, each);
      return found ? [found] : [];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ rank: _, ...suggestion }) => suggestion);
}

function reasonFor(theme: GroupTheme, { elder, assessments, planned }: Known): Ranked | undefined {
  const who = { elderId: elder.elderId, name: elder.name, callName: elder.callName };
  if (planned)
    return {
      ...who,
      rank: 0,
      of: { caseId: planned.caseId, interventionId: planned.interventionId },
      reason: { zh: `计划里写着「${planned.what}」`, en: `The care plan says “${planned.what}”` },
    };
  if (elder.ability === 'severe' || elder.ability === 'complete') return undefined;
  const scale = scaleReason(theme, assessments);
  if (scale) return { ...who, rank: 1, reason: scale };
  if (elder.livesAlone && themes[theme].instrument === 'loneliness')
    return { ...who, rank: 2, reason: { zh: '一个人住', en: 'Lives alone' } };
  return undefined;
}

/** 「心情问一问：比较低落」, by the latest finished one of the theme's scale. */
function scaleReason(theme: GroupTheme, assessments: readonly Assessment[]): SpokenText | undefined {
  const { instrument: code, bands } = themes[theme];
  const latest = assessments
    .flatMap((each) => (each.status === 'completed' && each.instrument.code === code ? [each] : []))
    .sort((a, b) => (a.completedAt < b.completedAt ? 1 : -1))[0];
  const band = latest?.result.band;
  if (!latest || band === undefined || !bands.includes(band)) return undefined;
  const instrument = instrumentOf(latest.instrument);
  const { name } = bandNamed(instrument, band);
  return {
    zh: `${instrument.name.zh}：${name.zh}`,
    en: `${instrument.name.en}: ${name.en}`,
  };
}

import type { SpokenText } from '../history/history.contract';
import { beijing, type Day, type Instant } from '../kernel/instant';
import { type Ability, ability } from '../people/elder';
import { abilityLevel, type Circumstances, type Modifier } from './ability-level';
import type { AssessmentResult } from './assessment';
import { bandNamed, fullScore, type Instrument } from './instrument';
import { type Answers, scoreOf } from './score';

export function resultOf(
  instrument: Instrument,
  answers: Answers,
  given: Circumstances | undefined,
  on: Day,
): AssessmentResult {
  const score = scoreOf(instrument, answers);
  const byScore = score.band;
  if (!instrument.circumstances || given === undefined)
    return { on, score, modifiers: [], ...(byScore === undefined ? {} : { byScore, band: byScore }) };
  const parsed = byScore === undefined ? undefined : ability.parse(byScore);
  const { level, modifiers } = abilityLevel(parsed, given, on);
  return {
    on,
    score,
    modifiers,
    ...(byScore === undefined ? {} : { byScore }),
    ...(level === undefined ? {} : { band: level }),
  };
}

/** The level of ability that a finished GB/T 42195 assessment says, when it says one. */
export const abilityFrom = (instrument: Instrument, result: AssessmentResult): Ability | undefined =>
  instrument.circumstances && result.band !== undefined ? ability.parse(result.band) : undefined;

export interface Change {
  /** After minus before, in points of the scale. */
  readonly by: number;
  readonly direction: 'better' | 'worse' | 'same';
}

/** The change between two whole scores of one version; anything else cannot be compared, and is not. */
export function changeSince(
  instrument: Instrument,
  before: AssessmentResult,
  after: AssessmentResult,
): Change | undefined {
  if (before.score.kind !== 'whole' || after.score.kind !== 'whole') return undefined;
  const by = after.score.score - before.score.score;
  if (by === 0) return { by, direction: 'same' };
  return { by, direction: by > 0 === (instrument.better === 'higher') ? 'better' : 'worse' };
}

const modifierWords: Record<Modifier, readonly [zh: string, en: string]> = {
  coma: ['昏迷', 'coma'],
  dementia: ['诊断有痴呆', 'a diagnosis of dementia'],
  mental_disorder: ['诊断有精神障碍', 'a diagnosis of a mental disorder'],
  risk_events: ['三十天内出过两次以上照护风险事件', 'two or more care-risk events within 30 days'],
};

const dayWords = (on: Day): string => {
  const { year, month, date } = beijing(`${on}T00:00:00Z` as Instant);
  return `${year}年${month}月${date}日`;
};

/** 「中度失能，58 分（满分 90 分）。」 */
function scoreWords(instrument: Instrument, result: AssessmentResult): SpokenText {
  const { score, band } = result;
  const full = fullScore(instrument);
  const name = band === undefined ? undefined : bandNamed(instrument, band).name;
  if (score.kind === 'whole') {
    const counted = { zh: `${score.score} 分（满分 ${full} 分）`, en: `${score.score} of ${full}` };
    return name
      ? { zh: `${name.zh}，${counted.zh}。`, en: `${name.en}, ${counted.en}.` }
      : { zh: `${counted.zh}。`, en: `${counted.en}.` };
  }
  const span = {
    zh: `有 ${score.missing.length} 题没有回答，分数在 ${score.atLeast} 到 ${score.atMost} 之间（满分 ${full} 分）`,
    en: `${score.missing.length} unanswered, between ${score.atLeast} and ${score.atMost} of ${full}`,
  };
  return name
    ? { zh: `${name.zh}；${span.zh}。`, en: `${name.en}; ${span.en}.` }
    : { zh: `还定不了等级：${span.zh}。`, en: `No level yet: ${span.en}.` };
}

function raisedWords(instrument: Instrument, { byScore, band, modifiers }: AssessmentResult): SpokenText {
  if (modifiers.length === 0 || band === undefined || band === byScore) return { zh: '', en: '' };
  const why = {
    zh: modifiers.map((each) => modifierWords[each][0]),
    en: modifiers.map((each) => modifierWords[each][1]),
  };
  const from = byScore === undefined ? undefined : bandNamed(instrument, byScore).name;
  return from
    ? {
        zh: `按分数是${from.zh}，因为${why.zh.join('、')}，定为现在的等级。`,
        en: ` By score ${from.en}; the level is worse because of ${why.en.join(', ')}.`,
      }
    : { zh: `因为${why.zh.join('、')}，定为这个等级。`, en: ` Set by ${why.en.join(', ')}.` };
}

function changeWords(
  instrument: Instrument,
  before: AssessmentResult | undefined,
  after: AssessmentResult,
): SpokenText {
  if (before === undefined) return { zh: '', en: '' };
  const change = changeSince(instrument, before, after);
  const when = dayWords(before.on);
  if (change === undefined)
    return {
      zh: `上次（${when}）的结果不完整，没法直接比。`,
      en: ` Not comparable with ${before.on}, which is incomplete or this one is.`,
    };
  if (change.direction === 'same')
    return { zh: `和上次（${when}）一样。`, en: ` The same as on ${before.on}.` };
  const points = Math.abs(change.by);
  return change.direction === 'better'
    ? { zh: `比上次（${when}）好了 ${points} 分。`, en: ` Better by ${points} than on ${before.on}.` }
    : { zh: `比上次（${when}）差了 ${points} 分。`, en: ` Worse by ${points} than on ${before.on}.` };
}

/** A result as it is said to family and elder: level, score, why it was moved, what changed, and what it means. */
export function resultSentence(
  instrument: Instrument,
  result: AssessmentResult,
  before?: AssessmentResult,
): SpokenText {
  const parts = [
    scoreWords(instrument, result),
    raisedWords(instrument, result),
    changeWords(instrument, before, result),
  ];
  const meaning = result.band === undefined ? undefined : bandNamed(instrument, result.band).meaning;
  return {
    zh: `${parts.map((part) => part.zh).join('')}${meaning?.zh ?? ''}`,
    en: `${parts.map((part) => part.en).join('')}${meaning ? ` ${meaning.en}` : ''}`,
  };
}

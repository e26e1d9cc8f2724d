import type { SpokenText } from '../history/history.contract';
import { beijing, type Day, type Instant } from '../kernel/instant';
import type { Concern, DutyRecord, OpenDuty, VisitDuty, Way } from './duty';
import { type Tier, tierWords } from './risk';
import { type Festival, hazardRules } from './rules';
import type { Warning } from './warning';

export const dayWords = (on: Day): SpokenText => {
  const { month, date } = beijing(`${on}T00:00:00Z` as Instant);
  return { zh: `${month}月${date}日`, en: `${date}/${month}` };
};

export const causeWords = {
  routine: (tier: Tier): SpokenText => tierWords[tier],
  festival: ({ zh, en }: Festival): SpokenText => ({ zh: `${zh}前看望`, en: `Before ${en}` }),
  weather: ({ hazard, from, to }: Pick<Warning, 'hazard' | 'from' | 'to'>): SpokenText => {
    const { zh, en } = hazardRules[hazard];
    const [a, b] = [dayWords(from), dayWords(to)];
    return from === to
      ? { zh: `${zh} ${a.zh}`, en: `${en}, ${a.en}` }
      : { zh: `${zh} ${a.zh}到${b.zh}`, en: `${en}, ${a.en} to ${b.en}` };
  },
  crisis: (raisedAt: Instant): SpokenText => {
    const on = dayWords(beijing(raisedAt).day);
    return { zh: `${on.zh}出过急事，一天内去看看`, en: `An alert on ${on.en}: look in within a day` };
  },
};

export const wayWords: Readonly<Record<Way, SpokenText>> = {
  home: { zh: '上门', en: 'at home' },
  phone: { zh: '电话', en: 'by phone' },
  video: { zh: '视频', en: 'by video' },
};
export const concernWords: Readonly<Record<Concern, SpokenText>> = {
  health: { zh: '身体不舒服', en: 'Unwell' },
  meals: { zh: '吃饭不好', en: 'Not eating well' },
  heating: { zh: '屋里冷、没柴没煤', en: 'Cold, no fuel' },
  mood: { zh: '心情不好', en: 'Low spirits' },
  house: { zh: '房子、用电用火不安全', en: 'House, wiring or stove unsafe' },
  money: { zh: '钱不够用', en: 'Short of money' },
  alone: { zh: '没人照应', en: 'Nobody to look after them' },
};

/** What a record says: 「孙丽上门看过，都好」. */
export function recordSentence({ by, how, found }: Pick<DutyRecord, 'by' | 'how' | 'found'>): SpokenText {
  const w = wayWords[how];
  if (found === undefined)
    return { zh: `${by.name}${w.zh}没联系上`, en: `${by.name} did not reach them ${w.en}` };
  const looked = how === 'home' ? '上门看过' : `${w.zh}联系过`;
  const note = found.note === '' ? '' : `：${found.note}`;
  const noteEn = found.note === '' ? '' : `: ${found.note}`;
  if (found.well)
    return { zh: `${by.name}${looked}，都好${note}`, en: `${by.name} ${w.en}: all well${noteEn}` };
  const said = found.concerns.map((each) => concernWords[each]);
  return {
    zh: `${by.name}${looked}，${said.map(({ zh }) => zh).join('、') || '有事要跟进'}${note}`,
    en: `${by.name} ${w.en}: ${said.map(({ en }) => en.toLowerCase()).join(', ') || 'something to follow up'}${noteEn}`,
  };
}

/** What the ladder of alerts says when an elder was not reached twice. */
export const unreachedMatter = (callName: string, byName: string): SpokenText => ({
  zh: `${byName}两次没联系上${callName}`,
  en: `${byName} could not reach ${callName} twice`,
});

/** The last time somebody saw the elder, with the day. */
export function lastSeenOf({ at, how, byName, well }: NonNullable<VisitDuty['lastSeen']>) {
  const on = dayWords(beijing(at).day);
  const looked = how === 'home' ? '上门看过' : `${wayWords[how].zh}联系过`;
  return {
    at,
    well,
    sentence: {
      zh: `${on.zh} ${byName}${looked}，${well ? '都好' : '有事要跟进'}`,
      en: `${on.en} ${byName} ${wayWords[how].en}: ${well ? 'all well' : 'something to follow up'}`,
    },
  };
}

export const tryWords = ({ how, byName }: OpenDuty['tries'][number]): SpokenText => ({
  zh: `${byName}${wayWords[how].zh}没联系上`,
  en: `${byName} did not reach them ${wayWords[how].en}`,
});

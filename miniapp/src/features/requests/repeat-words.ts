import type { Locale } from '@/i18n/locale';

export type DayCode = 'SU' | 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA';
export const dayCodes: readonly DayCode[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** What a person chose on the page; the wire shape is made from it in `draft.ts`. */
export interface Repeat {
  readonly freq: 'daily' | 'weekly';
  readonly interval: number;
  readonly byDay: readonly DayCode[];
  readonly count: number;
}

const zhDays: Record<DayCode, string> = {
  SU: '日',
  MO: '一',
  TU: '二',
  WE: '三',
  TH: '四',
  FR: '五',
  SA: '六',
};
const enDays: Record<DayCode, string> = {
  SU: 'Sun',
  MO: 'Mon',
  TU: 'Tue',
  WE: 'Wed',
  TH: 'Thu',
  FR: 'Fri',
  SA: 'Sat',
};
const zhNumbers = ['', '', '两', '三', '四'];
const inWeekOrder = (days: readonly DayCode[]): DayCode[] =>
  [...days].sort((a, b) => ((dayCodes.indexOf(a) + 6) % 7) - ((dayCodes.indexOf(b) + 6) % 7));

/** `每两周 · 周三、周五 · 共 8 次`; nothing chosen is `只这一次`. */
export function repeatWords(repeat: Repeat | undefined, locale: Locale): string {
  if (!repeat) return locale === 'zh-CN' ? '只这一次' : 'Just once';
  const { freq, interval, count } = repeat;
  const days = inWeekOrder(repeat.byDay);
  if (locale === 'en') {
    const unit = freq === 'daily' ? 'day' : 'week';
    const every = interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`;
    return [every, days.map((code) => enDays[code]).join(', '), `${count} times`].filter(Boolean).join(' · ');
  }
  const unit = freq === 'daily' ? '天' : '周';
  const every = interval === 1 ? `每${unit}` : `每${zhNumbers[interval] ?? ` ${interval} `}${unit}`;
  const named = days.length > 0 ? `周${days.map((code) => zhDays[code]).join('、')}` : '';
  return [every, named, `共 ${count} 次`].filter(Boolean).join(' · ');
}

/** `周三`, `Wed`. */
export const dayLetter = (code: DayCode, locale: Locale): string =>
  locale === 'zh-CN' ? `周${zhDays[code]}` : enDays[code];

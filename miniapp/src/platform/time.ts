import { beijing, beijingInstant, type Day, type Instant, millisOf } from '@shared/kernel/instant';
import type { Locale } from '../i18n/locale';

const weekdaysZh = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const weekdaysEn = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const monthsEn = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

const two = (value: number): string => String(value).padStart(2, '0');
/** Noon of a day, in Beijing, so that a day can be said as an instant is. */
export const noonOf = (on: Day): Instant => beijingInstant(on, 12 * 60);

const daysApart = (from: Instant, to: Instant): number =>
  Math.round((millisOf(noonOf(beijing(to).day)) - millisOf(noonOf(beijing(from).day))) / 86_400_000);

export const weekdayName = (weekday: number, locale: Locale): string =>
  (locale === 'zh-CN' ? weekdaysZh : weekdaysEn)[weekday % 7] ?? '';

/** `9:00` */
export const clockTime = (at: Instant): string => {
  const { hour, minute } = beijing(at);
  return `${hour}:${two(minute)}`;
};
/** `9:00` from minutes of the day. */
export const clockOfMinutes = (minuteOfDay: number): string =>
  `${Math.floor(minuteOfDay / 60)}:${two(minuteOfDay % 60)}`;

/** 今天 / 明天 / 11月24日 周二, as seen from `now`. */
export function dayName(at: Instant, now: Instant, locale: Locale): string {
  const apart = daysApart(now, at);
  const { year, month, date, weekday } = beijing(at);
  if (locale === 'zh-CN') {
    const near = { '-2': '前天', '-1': '昨天', '0': '今天', '1': '明天', '2': '后天' }[String(apart)];
    if (near !== undefined) return near;
    return `${year === beijing(now).year ? '' : `${year}年`}${month}月${date}日 ${weekdaysZh[weekday]}`;
  }
  const near = { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[String(apart)];
  if (near !== undefined) return near;
  return `${weekdaysEn[weekday]} ${date} ${monthsEn[month - 1]}${year === beijing(now).year ? '' : ` ${year}`}`;
}

/** 11月24日 周二, whatever day it is today. */
export function dateName(at: Instant, locale: Locale): string {
  const { month, date, weekday } = beijing(at);
  return locale === 'zh-CN'
    ? `${month}月${date}日 ${weekdaysZh[weekday]}`
    : `${weekdaysEn[weekday]} ${date} ${monthsEn[month - 1]}`;
}

/** 明天 9:00 */
export const momentName = (at: Instant, now: Instant, locale: Locale): string =>
  `${dayName(at, now, locale)} ${clockTime(at)}`;

/** 明天 9:00 – 11:30; over midnight the end says its day too. */
export function spanName(from: Instant, to: Instant, now: Instant, locale: Locale): string {
  const end = daysApart(from, to) === 0 ? clockTime(to) : momentName(to, now, locale);
  return `${momentName(from, now, locale)} – ${end}`;
}

/** 3 分钟前更新 says how far one may trust what is on the screen. */
export function agoName(at: Instant, now: Instant, locale: Locale): string {
  const minutes = Math.max(0, Math.floor((millisOf(now) - millisOf(at)) / 60_000));
  const zh = locale === 'zh-CN';
  if (minutes < 1) return zh ? '刚刚' : 'just now';
  if (minutes < 60) return zh ? `${minutes} 分钟前` : `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return zh ? `${hours} 小时前` : `${hours} h ago`;
  return momentName(at, now, locale);
}

export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';
/** For greetings: 上午好, 中午好, 下午好, 晚上好. */
export function partOfDay(at: Instant): PartOfDay {
  const { hour } = beijing(at);
  if (hour < 5) return 'night';
  if (hour < 11) return 'morning';
  if (hour < 13) return 'noon';
  return hour < 18 ? 'afternoon' : 'evening';
}
const greetings: Record<PartOfDay, readonly [zh: string, en: string]> = {
  night: ['夜深了', 'Good night'],
  morning: ['上午好', 'Good morning'],
  noon: ['中午好', 'Good day'],
  afternoon: ['下午好', 'Good afternoon'],
  evening: ['晚上好', 'Good evening'],
};
export const greeting = (at: Instant, locale: Locale): string =>
  greetings[partOfDay(at)][locale === 'zh-CN' ? 0 : 1];

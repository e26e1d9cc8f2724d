import type { Locale } from '../i18n/locale';

/** 2 小时 30 分, 40 分钟: service time as people say it. */
export function minutesName(minutes: number, locale: Locale): string {
  const zh = locale === 'zh-CN';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return zh ? `${rest} 分钟` : `${rest} min`;
  if (rest === 0) return zh ? `${hours} 小时` : `${hours} h`;
  return zh ? `${hours} 小时 ${rest} 分` : `${hours} h ${rest} min`;
}

/** ￥45, ￥45.50: money in yuan, the fen only where there are some. */
export function yuanName(fen: number): string {
  const yuan = Math.floor(fen / 100);
  const rest = fen % 100;
  return rest === 0 ? `￥${yuan}` : `￥${yuan}.${String(rest).padStart(2, '0')}`;
}

/** 340 米, 1.2 公里 */
export function distanceName(metres: number, locale: Locale): string {
  const zh = locale === 'zh-CN';
  if (metres < 50) return zh ? '就在附近' : 'right here';
  if (metres < 995) return `${Math.round(metres / 10) * 10} ${zh ? '米' : 'm'}`;
  const kilometres = metres < 9_950 ? Math.round(metres / 100) / 10 : Math.round(metres / 1000);
  return `${kilometres} ${zh ? '公里' : 'km'}`;
}

export type Travel = 'walk' | 'bicycle' | 'car';
const travelNames: Record<Travel, readonly [zh: string, en: string]> = {
  walk: ['步行', 'on foot'],
  bicycle: ['骑车', 'by bicycle'],
  car: ['开车', 'by car'],
};

/** 340 米 · 步行 5 分钟 */
export function wayName(metres: number, minutes: number, travel: Travel, locale: Locale): string {
  const [zh, en] = travelNames[travel];
  const time = minutesName(Math.max(1, Math.ceil(minutes)), locale);
  return locale === 'zh-CN'
    ? `${distanceName(metres, locale)} · ${zh} ${time}`
    : `${distanceName(metres, locale)} · ${time} ${en}`;
}

/** `14:52` left, or `1:02:03` when more than an hour is left; never below zero. */
export function countdownName(millis: number): string {
  const seconds = Math.max(0, Math.ceil(millis / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
}

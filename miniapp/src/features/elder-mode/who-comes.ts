import { beijing, type Instant } from '@shared/kernel/instant';
import type { ReplyOf } from '@shared/kernel/route';
import type { readToday } from '@shared/visits/visits.contract';
import type { Locale } from '@/i18n/locale';
import { said } from '@/i18n/said';
import { clockTime, dayName } from '@/platform/time';
import type { ElderWords } from './elder-mode.text';

type Today = Pick<ReplyOf<typeof readToday>, 'current' | 'next' | 'openRequests'>;

export interface WhoComes {
  /** Said first and in colour: the name an elder waits for. */
  readonly who?: string;
  readonly words: string;
}

/** 上午 9 点, 下午 2 点 30 分: hours as they are said aloud. */
export function spokenClock(at: Instant, locale: Locale): string {
  if (locale !== 'zh-CN') return clockTime(at);
  const { hour, minute } = beijing(at);
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上';
  const twelve = hour > 12 ? hour - 12 : hour;
  return `${part} ${twelve} 点${minute === 0 ? '' : ` ${minute} 分`}`;
}

export const spokenMoment = (at: Instant, now: Instant, locale: Locale): string =>
  `${dayName(at, now, locale)}${locale === 'zh-CN' ? '' : ' '}${spokenClock(at, locale)}`;

/** The one sentence of the elder's page: who is here, who comes, or that somebody is being looked for. */
export function whoComes(today: Today | undefined, now: Instant, t: ElderWords, locale: Locale): WhoComes {
  const { current, next, openRequests = [] } = today ?? {};
  if (current?.visit.status === 'checked_in')
    return { who: current.visit.helperName, words: t.isHere(said(current.service, locale)) };
  const coming = current ?? next;
  const asked = openRequests[0];
  if (asked && (!coming || asked.startsAt < coming.visit.startsAt))
    return { words: t.looking(said(asked.service, locale), spokenMoment(asked.startsAt, now, locale)) };
  if (coming)
    return {
      who: coming.visit.helperName,
      words: t.comes(spokenMoment(coming.visit.startsAt, now, locale), said(coming.service, locale)),
    };
  return { words: t.nobody };
}

import type { Instant } from '@shared/kernel/instant';
import type { VisitCard } from '@shared/visits/card';
import type { VisitStatus } from '@shared/visits/visit';
import type { Locale } from '@/i18n/locale';
import { said } from '@/i18n/said';
import { minutesName } from '@/platform/amounts';
import { clockTime, dateName, dayName } from '@/platform/time';
import type { Tone } from '@/ui/tone';
import type { VisitLogWords } from './visit-log.text';

const tones: Record<VisitStatus, Tone> = {
  scheduled: 'sky',
  checked_in: 'pine',
  checked_out: 'persimmon',
  confirmed: 'pine',
  disputed: 'wheat',
  resolved: 'grey',
  missed: 'alarm',
  cancelled: 'grey',
};

export const isAhead = (card: VisitCard): boolean =>
  card.visit.status === 'scheduled' || card.visit.status === 'checked_in';

/** When it really began, else when it should. */
export const beginOf = ({ visit }: VisitCard): Instant =>
  'checkIn' in visit ? visit.checkIn.at : visit.startsAt;

export interface VisitRow {
  readonly visitId: string;
  readonly helper: string;
  readonly title: string;
  readonly note: string;
  readonly tag: string;
  readonly tone: Tone;
}

/** `李桂芬 · 做午饭`, below it `10:24 · 1 小时 14 分`; the day is said by the heading above. */
export function visitRow(card: VisitCard, t: VisitLogWords, locale: Locale): VisitRow {
  const { visit } = card;
  const begin = beginOf(card);
  const length = 'minutesServed' in visit ? visit.minutesServed : visit.minutes;
  return {
    visitId: visit.visitId,
    helper: visit.helperName,
    title: `${visit.helperName} · ${said(card.service, locale)}`,
    note: `${clockTime(begin)} · ${minutesName(length, locale)}`,
    tag: t.status[visit.status],
    tone: tones[visit.status],
  };
}

export interface DayOfVisits {
  readonly day: string;
  readonly cards: readonly VisitCard[];
}

/** Visits in their order, cut where the day in Beijing changes. */
export function byDay(cards: readonly VisitCard[], now: Instant, locale: Locale): DayOfVisits[] {
  const days: { day: string; cards: VisitCard[] }[] = [];
  for (const card of cards) {
    const begin = beginOf(card);
    const near = dayName(begin, now, locale);
    const date = dateName(begin, locale);
    const day = near === date || near.includes(date) ? near : `${near} · ${date}`;
    const last = days[days.length - 1];
    if (last?.day === day) last.cards.push(card);
    else days.push({ day, cards: [card] });
  }
  return days;
}

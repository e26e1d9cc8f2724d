import type { HistoryAction } from '@shared/history/action';
import type { ToldEntry } from '@shared/history/history.contract';
import type { Instant } from '@shared/kernel/instant';
import type { Locale } from '@/i18n/locale';
import { said } from '@/i18n/said';
import { clockTime, dayName } from '@/platform/time';

/** Steps inside the platform that no family needs to be told: what they led to is told anyway. */
const unspoken: ReadonlySet<HistoryAction> = new Set<HistoryAction>([
  'offer_made',
  'offer_expired',
  'offer_withdrawn',
  'request_matching',
  'visit_scheduled',
  'alert_told',
  // The calls have a list of their own.
  'video_called',
  'video_joined',
  'video_missed',
  'video_declined',
  'person_joined',
  'person_changed',
]);
/** What is good news or finished is pine on the line; the rest is still to come, or sand. */
const settled: ReadonlySet<HistoryAction> = new Set<HistoryAction>([
  'offer_accepted',
  'request_scheduled',
  'request_assigned',
  'visit_checked_in',
  'visit_checked_out',
  'visit_confirmed',
  'visit_resolved',
  'kinship_consented',
]);

export interface Message {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly done: boolean;
  readonly opens?: { readonly kind: 'visit' | 'request'; readonly id: string };
}
export interface DayOfMessages {
  readonly day: string;
  readonly messages: readonly Message[];
}

function messageOf({ entry, sentence }: ToldEntry, locale: Locale): Message {
  const { subject } = entry;
  const message = {
    key: entry.historyId,
    title: said(sentence, locale).replace(/[。.]$/, ''),
    note: clockTime(entry.at),
    done: settled.has(entry.action),
  };
  return subject.kind === 'visit' || subject.kind === 'request'
    ? { ...message, opens: { kind: subject.kind, id: subject.id } }
    : message;
}

/** What has happened around the elder, in sentences, under the day it happened on. */
export function messagesByDay(entries: readonly ToldEntry[], now: Instant, locale: Locale): DayOfMessages[] {
  const days: { day: string; messages: Message[] }[] = [];
  for (const told of entries) {
    if (unspoken.has(told.entry.action)) continue;
    const day = dayName(told.entry.at, now, locale);
    const last = days[days.length - 1];
    const message = messageOf(told, locale);
    if (last?.day === day) last.messages.push(message);
    else days.push({ day, messages: [message] });
  }
  return days;
}

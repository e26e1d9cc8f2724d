import type { ServiceClass } from '@shared/catalogue/service';
import type { ElderId, HelperId } from '@shared/kernel/ids';
import { beijing, beijingInstant, type Day, type Instant } from '@shared/kernel/instant';
import type { Minutes } from '@shared/kernel/quantity';
import type { Gender, Language } from '@shared/people/elder';
import type { Recurrence } from '@shared/service-requests/recurrence';
import type { PayBy, Urgency } from '@shared/service-requests/request';
import type { RequestDraft as WireDraft } from '@shared/service-requests/requests.contract';
import { dayCodes, type Repeat } from './repeat-words';

/** What has been chosen so far; kept on the phone until it is sent, so that a call in between loses nothing. */
export interface RequestDraft {
  readonly elderId: ElderId;
  readonly serviceClass: ServiceClass;
  readonly serviceCode?: string | undefined;
  readonly day: Day;
  readonly minuteOfDay: number;
  readonly minutes: number;
  readonly urgency: Urgency;
  readonly repeat?: Repeat | undefined;
  readonly gender?: Gender | undefined;
  readonly language?: Language | undefined;
  readonly preferHelperId?: HelperId | undefined;
  readonly payBy: PayBy;
  readonly note: string;
  readonly confirmedNight?: true | undefined;
  /** Left to the evening's plan, which lays all of that day into routes. */
  readonly waitsForPlan?: true | undefined;
}

export interface ServiceTimes {
  readonly code: string;
  readonly class: ServiceClass;
  readonly usualMinutes: number;
  readonly minMinutes: number;
  readonly maxMinutes: number;
}

const MORNING = 9 * 60;
const dayAfter = (day: Day, days: number): Day => beijing(beijingInstant(day, (days * 24 + 12) * 60)).day;

/** Tomorrow at nine: an hour that suits an elder and leaves a helper time to plan. */
export const newDraft = (elderId: ElderId, now: Instant): RequestDraft => ({
  elderId,
  serviceClass: 'life',
  day: dayAfter(beijing(now).day, 1),
  minuteOfDay: MORNING,
  minutes: 60,
  urgency: 'routine',
  payBy: 'time',
  note: '',
});

/** A draft from another day may name a time that has passed; everything else in it is kept. */
export function freshened(draft: RequestDraft, now: Instant): RequestDraft {
  const start = beijingInstant(draft.day, draft.minuteOfDay);
  return Date.parse(start) > Date.parse(now) ? draft : { ...draft, day: dayAfter(beijing(now).day, 1) };
}

export const withService = (draft: RequestDraft, service: ServiceTimes): RequestDraft => ({
  ...draft,
  serviceClass: service.class,
  serviceCode: service.code,
  minutes: service.usualMinutes,
});

export const withClass = (draft: RequestDraft, serviceClass: ServiceClass): RequestDraft =>
  serviceClass === draft.serviceClass ? draft : { ...draft, serviceClass, serviceCode: undefined };

/** A changed time is a new question, so an earlier "yes, that late" no longer counts. */
export function withTime(
  draft: RequestDraft,
  change: Partial<Pick<RequestDraft, 'day' | 'minuteOfDay' | 'minutes'>>,
): RequestDraft {
  const moved = { ...draft, ...change, confirmedNight: undefined };
  if (moved.repeat?.freq !== 'weekly') return moved;
  return { ...moved, repeat: { ...moved.repeat, byDay: [weekdayCode(moved.day)] } };
}

export const weekdayCode = (day: Day) => dayCodes[beijing(beijingInstant(day, 12 * 60)).weekday] ?? 'MO';

/** Half-hour steps between what the service allows. */
export function lengthChoices(service: ServiceTimes): number[] {
  const choices = new Set([service.minMinutes, service.usualMinutes, service.maxMinutes]);
  for (let minutes = Math.ceil(service.minMinutes / 30) * 30; minutes < service.maxMinutes; minutes += 30)
    choices.add(minutes);
  return [...choices].sort((a, b) => a - b);
}

/** The days one can choose from: today and the 59 after it. */
export const dayChoices = (now: Instant, days = 60): Day[] =>
  Array.from({ length: days }, (_, index) => dayAfter(beijing(now).day, index));

/** Half hours from six in the morning to eleven at night; the server asks again about late ones. */
export const startChoices: readonly number[] = Array.from({ length: 35 }, (_, index) => 6 * 60 + index * 30);

export const startsAtOf = (draft: RequestDraft): Instant => beijingInstant(draft.day, draft.minuteOfDay);

/** A moment as the draft keeps it. */
export function timeOf(at: Instant): Pick<RequestDraft, 'day' | 'minuteOfDay'> {
  const { day, hour, minute } = beijing(at);
  return { day, minuteOfDay: hour * 60 + minute };
}

/** What the server is told, in the contract's own types; absent until a service is chosen. */
export function bodyOf(draft: RequestDraft): WireDraft | undefined {
  const preview = previewBodyOf(draft);
  if (!preview) return undefined;
  return {
    ...preview,
    note: draft.note.trim(),
    ...(draft.repeat && { recurrence: recurrenceOf(draft.repeat) }),
    ...(draft.waitsForPlan && mayWait(draft) && { waitsForPlan: draft.waitsForPlan }),
  };
}

/** Only what is in no hurry can wait for the evening's plan. */
export const mayWait = ({ urgency }: Pick<RequestDraft, 'urgency'>): boolean => urgency === 'routine';

/** What counting who could come needs of it. */
export function previewBodyOf(draft: RequestDraft): Omit<WireDraft, 'note' | 'recurrence'> | undefined {
  if (!draft.serviceCode) return undefined;
  return {
    elderId: draft.elderId,
    serviceCode: draft.serviceCode,
    startsAt: startsAtOf(draft),
    minutes: draft.minutes as Minutes,
    urgency: draft.urgency,
    wishes: {
      ...(draft.gender && { gender: draft.gender }),
      ...(draft.language && { language: draft.language }),
      ...(draft.preferHelperId && { preferHelperId: draft.preferHelperId }),
    },
    payBy: draft.payBy,
    ...(draft.confirmedNight && { confirmedNight: draft.confirmedNight }),
  };
}

const recurrenceOf = (repeat: Repeat): Recurrence => ({
  freq: repeat.freq,
  interval: repeat.interval,
  ...(repeat.freq === 'weekly' && repeat.byDay.length > 0 && { byDay: [...repeat.byDay] }),
  count: repeat.count,
});

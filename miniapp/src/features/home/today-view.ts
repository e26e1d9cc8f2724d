import { beijing, type Instant } from '@shared/kernel/instant';
import type { ReplyOf } from '@shared/kernel/route';
import type { VisitCard } from '@shared/visits/card';
import type { readToday } from '@shared/visits/visits.contract';
import type { Locale } from '@/i18n/locale';
import { said } from '@/i18n/said';
import { clockTime, dayName, momentName } from '@/platform/time';
import type { Tone } from '@/ui/tone';
import type { HomeWords } from './home.text';

export type Today = ReplyOf<typeof readToday>;

export interface TodayPanel {
  readonly title: string;
  readonly body: string;
  readonly tone: Tone;
}

const onDay = (at: Instant, now: Instant): boolean => beijing(at).day === beijing(now).day;
const arrivedAt = ({ visit }: VisitCard): Instant => ('checkIn' in visit ? visit.checkIn.at : visit.startsAt);
const isDone = ({ visit }: VisitCard): boolean => 'checkOut' in visit;

/** What was measured today, as `血压 132/84`. */
function readings(today: Today, now: Instant, t: HomeWords): string[] {
  const fresh = today.measures.filter(({ at }) => onDay(at, now));
  const value = (name: Today['measures'][number]['name']) => fresh.find((one) => one.name === name)?.value;
  const [systolic, diastolic, glucose] = [value('systolic'), value('diastolic'), value('glucose')];
  return [
    ...(systolic !== undefined && diastolic !== undefined ? [t.pressure(systolic, diastolic)] : []),
    ...(glucose !== undefined ? [t.glucose((glucose / 10).toFixed(1))] : []),
  ];
}

/** The helper's own words at leaving, without the full stop. */
const summaryOf = ({ visit }: VisitCard): string | undefined =>
  'summary' in visit && visit.summary !== '' ? visit.summary.replace(/[。.]+$/, '') : undefined;

/** 李桂芬 10:24 到访，帮忙做了午饭，心情不错。血压 132/84。 The helper's words, or the service where there are none. */
function visitedSentence(card: VisitCard, today: Today, now: Instant, t: HomeWords, locale: Locale): string {
  const came = t.visited(card.visit.helperName, clockTime(arrivedAt(card)));
  const measured = readings(today, now, t);
  const summary = summaryOf(card);
  const sentences =
    summary === undefined
      ? [[came, t.did(said(card.service, locale)), ...measured]]
      : [[came, summary], ...(measured.length > 0 ? [measured] : [])];
  return sentences.map((parts) => `${parts.join(t.and)}${t.stop}`).join(t.gap);
}

/** 昨天 10:24 李桂芬去过，帮忙做了午饭。 */
const lastVisitSentence = (card: VisitCard, now: Instant, t: HomeWords, locale: Locale): string =>
  `${[t.lastVisit(momentName(arrivedAt(card), now, locale), card.visit.helperName), summaryOf(card)]
    .filter(Boolean)
    .join(t.and)}${t.stop}`;

/** The one thing the first screen is for: is she all right today, in words. */
export function todayPanel(
  today: Today,
  callName: string,
  now: Instant,
  t: HomeWords,
  locale: Locale,
): TodayPanel {
  const { current, latest, watch } = today;
  const next = current?.visit.status === 'scheduled' ? current : today.next;
  if (current?.visit.status === 'checked_in')
    return {
      tone: 'pine',
      title: t.headline.here,
      body: `${[
        t.stays(current.visit.helperName, clockTime(arrivedAt(current)), said(current.service, locale)),
        ...readings(today, now, t),
      ].join(t.and)}${t.stop}`,
    };
  if (next?.visit.status === 'scheduled' && next.visit.lateSince !== undefined)
    return {
      tone: 'wheat',
      title: t.headline.missed,
      body: t.missedBody(next.visit.helperName, clockTime(next.visit.startsAt)),
    };
  if (latest && isDone(latest) && onDay(arrivedAt(latest), now))
    return {
      tone: watch === 'unwell' ? 'wheat' : 'pine',
      title: t.headline[watch ?? 'well'],
      body: visitedSentence(latest, today, now, t, locale),
    };
  const before = latest && isDone(latest) ? lastVisitSentence(latest, now, t, locale) : '';
  if (next && onDay(next.visit.startsAt, now)) {
    const comes = t.comesAt(
      next.visit.helperName,
      clockTime(next.visit.startsAt),
      said(next.service, locale),
    );
    return { tone: 'sky', title: t.headline.coming, body: [comes, before].filter(Boolean).join(t.gap) };
  }
  if (!latest) return { tone: 'wheat', title: t.headline.never, body: t.neverBody(callName) };
  return { tone: 'wheat', title: t.headline.quiet, body: [before, t.quietBody].filter(Boolean).join(t.gap) };
}

export interface NextVisit {
  readonly title: string;
  readonly visitId: string;
}
/** `明天 9:00　陪同去卫生院`. */
export function nextVisit(today: Today, now: Instant, locale: Locale): NextVisit | undefined {
  const next = today.current?.visit.status === 'scheduled' ? today.current : today.next;
  return (
    next && {
      title: `${momentName(next.visit.startsAt, now, locale)}　${said(next.service, locale)}`,
      visitId: next.visit.visitId,
    }
  );
}

export interface Waiting {
  readonly key: string;
  readonly badge: string;
  readonly tone: Tone;
  readonly title: string;
  readonly note: string;
  readonly opens: { readonly kind: 'visit' | 'request'; readonly id: string };
}

/** What waits for this person, the confirmations first; then requests for which nobody is found yet. */
export function waitingFor(
  today: Today,
  now: Instant,
  t: HomeWords,
  locale: Locale,
  length: (minutes: number) => string,
): Waiting[] {
  const confirmations = today.awaitingConfirmation.map(
    ({ visit, service }): Waiting => ({
      key: visit.visitId,
      badge: t.confirmBadge,
      tone: 'wheat',
      title: t.confirmTitle(dayName(visit.startsAt, now, locale), said(service, locale)),
      note: `${visit.helperName} · ${length('minutesServed' in visit ? visit.minutesServed : visit.minutes)}`,
      opens: { kind: 'visit', id: visit.visitId },
    }),
  );
  const open = today.openRequests.map((request): Waiting => {
    const service = said(request.service, locale);
    const stuck = request.status === 'unmet' || request.status === 'taken_over';
    return {
      key: request.requestId,
      badge: t.openBadge,
      tone: stuck ? 'plum' : 'sky',
      title: stuck
        ? request.status === 'unmet'
          ? t.unmetTitle(service)
          : t.takenTitle(service)
        : t.openTitle(service),
      note: t.openSub(momentName(request.startsAt, now, locale)),
      opens: { kind: 'request', id: request.requestId },
    };
  });
  return [...confirmations, ...open];
}

import type { Instant } from '@shared/kernel/instant';
import type { ReplyOf } from '@shared/kernel/route';
import type { KeptEntry } from '@shared/visits/log';
import type { Attendance } from '@shared/visits/proof';
import { entrySentence, proofSentence } from '@shared/visits/sentence';
import type { readVisit } from '@shared/visits/visits.contract';
import type { Locale } from '@/i18n/locale';
import { said } from '@/i18n/said';
import { minutesName } from '@/platform/amounts';
import { clockTime } from '@/platform/time';
import type { VisitLogWords } from './visit-log.text';

export type VisitDetail = ReplyOf<typeof readVisit>;
export interface Box {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}
export interface Moment {
  readonly key: string;
  readonly title: string;
  readonly note?: string;
  readonly done: boolean;
}

const placeWords = ({ proof }: Attendance, t: VisitLogWords, locale: Locale): string => {
  if (proof.kind === 'door_code') return t.byCode;
  if (proof.kind === 'home_code') return t.byHomeCode;
  if (proof.kind === 'none') return t.byWords;
  if (proof.kind === 'witness') return proof.verified ? t.byWitness(proof.name) : t.witnessAsked(proof.name);
  return t.fromHome(metresWords(proof.distanceMetres, locale));
};
/** Exact to the metre where it is near: the family reads it as evidence, not as a way to go. */
const metresWords = (metres: number, locale: Locale): string => {
  const near = metres < 1000;
  const amount = near ? String(metres) : (metres / 1000).toFixed(1);
  if (locale === 'zh-CN') return `${amount} ${near ? '米' : '公里'}`;
  return `${amount} ${near ? 'm' : 'km'}`;
};

/** Minutes up to two hours, as people count a visit and as the time bank counts it. */
const lengthWords = (minutes: number, locale: Locale): string =>
  minutes < 120 ? `${minutes} ${locale === 'zh-CN' ? '分钟' : 'min'}` : minutesName(minutes, locale);

/** Arrived, left, length: what a family looks at first. */
export function boxesOf({ visit }: VisitDetail, t: VisitLogWords, locale: Locale): Box[] {
  const checkIn = 'checkIn' in visit ? visit.checkIn : undefined;
  const checkOut = 'checkOut' in visit ? visit.checkOut : undefined;
  const served = 'minutesServed' in visit ? visit.minutesServed : undefined;
  const paid =
    visit.payBy === 'time' || visit.payBy === 'pool'
      ? t.timed(served ?? visit.minutes)
      : visit.payBy === 'money'
        ? t.money
        : t.free;
  const end = (label: string, one: Attendance | undefined, planned: Instant): Box => ({
    label,
    value: one ? clockTime(one.at) : clockTime(planned),
    note: one ? placeWords(one, t, locale) : t.planned,
  });
  return [
    end(t.arrive, checkIn, visit.startsAt),
    end(t.leave, checkOut, visit.endsAt),
    {
      label: served === undefined ? t.plannedLength : t.duration,
      value: lengthWords(served ?? visit.minutes, locale),
      note: paid,
    },
  ];
}

/** Verified at the door: both ends by a position inside the fence or the code on the card. */
export const isVerified = ({ visit }: VisitDetail): boolean =>
  'checkOut' in visit && visit.checkIn.proof.verified && visit.checkOut.proof.verified;

/** `血压 132/84　心率 76`. */
export function readingWords(entry: Extract<KeptEntry, { kind: 'vitals' }>, t: VisitLogWords): string {
  const { systolic, diastolic, pulse, glucose, weight } = entry;
  return [
    systolic !== undefined && diastolic !== undefined ? t.pressure(systolic, diastolic) : '',
    glucose !== undefined ? t.glucose((glucose / 10).toFixed(1)) : '',
    pulse !== undefined ? t.pulse(pulse) : '',
    weight !== undefined ? t.weight((weight / 10).toFixed(1)) : '',
  ]
    .filter(Boolean)
    .join('　');
}

/** How the readings taken at one moment stand against the elder's usual ones. */
const usualWords = (detail: VisitDetail, at: Instant, locale: Locale): string =>
  detail.measures
    .filter((measure) => measure.at === at)
    .map((measure) => said(measure.sentence, locale).replace(/[。.]$/, ''))
    .join(locale === 'zh-CN' ? '；' : '; ');

const withNote = (moment: Omit<Moment, 'note'>, note: string | undefined): Moment =>
  note ? { ...moment, note } : moment;

function momentOf(detail: VisitDetail, entry: KeptEntry, t: VisitLogWords, locale: Locale): Moment {
  const time = clockTime(entry.at);
  const key = entry.entryId;
  switch (entry.kind) {
    case 'task': {
      const task = detail.checklist[entry.index];
      const title = t.timeline.at(time, task ? said(task, locale) : said(detail.service, locale));
      return { key, title, done: entry.done, note: entry.done ? t.timeline.done : t.timeline.undone };
    }
    case 'vitals':
      return withNote(
        { key, title: t.timeline.at(time, readingWords(entry, t)), done: true },
        usualWords(detail, entry.at, locale),
      );
    case 'mood':
      return { key, title: t.timeline.at(time, t.timeline.mood(t.moods[entry.mood])), done: true };
    case 'need':
      return { key, title: t.timeline.need(entry.text), note: t.timeline.needNote, done: false };
    case 'note':
      return { key, title: t.timeline.at(time, entry.text), done: true };
    case 'video':
      return {
        key,
        title: t.timeline.at(time, said(entrySentence({ entry }, detail.checklist), locale)),
        done: true,
      };
    case 'photo':
      return { key, title: t.timeline.at(time, t.timeline.photo), done: true };
    case 'voice':
      return { key, title: t.timeline.at(time, t.timeline.voice), done: true };
  }
}

const arrivalNote = ({ proof }: Attendance, t: VisitLogWords, locale: Locale): string => {
  if (proof.kind === 'door_code') return t.timeline.doorCode;
  if (proof.kind === 'home_code') return t.timeline.homeCode;
  if (proof.kind === 'none') return t.timeline.unlocated(proof.reason);
  if (proof.kind === 'witness') return said(proofSentence(proof), locale);
  return t.timeline.position(metresWords(proof.distanceMetres, locale));
};

/** The farewell, and why there was no place where the phone gave none: the page asks the family to note the reason. */
const leavingNote = (summary: string, { proof }: Attendance, t: VisitLogWords): string | undefined =>
  [summary, proof.kind === 'none' ? t.timeline.unlocated(proof.reason) : ''].filter(Boolean).join(' · ') ||
  undefined;

/** The visit as it went, first to last. */
export function momentsOf(detail: VisitDetail, t: VisitLogWords, locale: Locale): Moment[] {
  const { visit } = detail;
  const moments: Moment[] = [];
  if ('checkIn' in visit)
    moments.push({
      key: 'in',
      title: t.timeline.arrived(clockTime(visit.checkIn.at)),
      note: arrivalNote(visit.checkIn, t, locale),
      done: true,
    });
  const entries = [...detail.entries].sort((a, b) => Date.parse(a.entry.at) - Date.parse(b.entry.at));
  for (const { entry } of entries) moments.push(momentOf(detail, entry, t, locale));
  if ('checkOut' in visit)
    moments.push(
      withNote(
        { key: 'out', title: t.timeline.left(clockTime(visit.checkOut.at)), done: true },
        leavingNote(visit.summary, visit.checkOut, t),
      ),
    );
  return moments;
}

/** What became of it, in one sentence, where there is something to say. */
export function outcomeWords({ visit }: VisitDetail, t: VisitLogWords, moment: (at: Instant) => string) {
  switch (visit.status) {
    case 'confirmed': {
      const when =
        visit.confirmedBy === 'system'
          ? t.selfConfirmed
          : visit.confirmedBy === 'elder'
            ? t.elderConfirmed(moment(visit.confirmedAt))
            : t.confirmedOn(moment(visit.confirmedAt));
      const stars = visit.rating === undefined ? undefined : t.ratings[visit.rating - 1];
      return [when, stars && t.rated(stars), visit.comment].filter(Boolean).join(' · ');
    }
    case 'disputed':
      return t.disputedBody(visit.reason);
    case 'resolved':
      return t.resolvedBody(visit.note);
    case 'missed':
      return t.missedBody;
    case 'cancelled':
      return t.cancelledBody(visit.reason);
    case 'checked_out':
      return elderWords(visit, t);
    case 'scheduled':
    case 'checked_in':
      return undefined;
  }
}

/** What the elder said without a phone of their own, while the family still has its say. */
function elderWords(
  { elderWord }: Extract<VisitDetail['visit'], { status: 'checked_out' }>,
  t: VisitLogWords,
): string | undefined {
  if (elderWord === undefined) return undefined;
  return [t.elderWord[elderWord.how], elderWord.note && t.elderWords(elderWord.note)]
    .filter(Boolean)
    .join(' · ');
}

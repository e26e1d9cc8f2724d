import type { HelperId } from '@shared/kernel/ids';
import { type Instant, millisOf } from '@shared/kernel/instant';
import type { Position } from '@shared/kernel/position';
import { reasonText } from '@shared/matching/reason';
import type { Offer } from '@shared/offers/offer';
import type { OfferView, RequestDetail } from '@shared/service-requests/requests.contract';
import type { Locale } from '@/i18n';
import { said } from '@/i18n/said';
import { distanceName, minutesName, yuanName } from '@/platform/amounts';
import type { MapPerson } from '@/ui/map-sketch';
import type { Tone } from '@/ui/tone';
import type { RequestWords } from './requests.text';

export interface Asked {
  readonly key: string;
  readonly helperId: HelperId;
  readonly name: string;
  readonly tone: Tone;
  readonly about: string;
  readonly why: readonly { readonly text: string; readonly tone: Tone }[];
  readonly standing: string;
  /** Set while an answer is awaited. */
  readonly until?: Instant;
}

/** Earlier waves first, better ranks first; who said yes stands at the top. */
const order = (a: OfferView, b: OfferView): number =>
  Number(b.offer.status === 'accepted') - Number(a.offer.status === 'accepted') ||
  Number(b.offer.status === 'pending') - Number(a.offer.status === 'pending') ||
  a.offer.rank - b.offer.rank;

const tagTones: readonly Tone[] = ['pine', 'wheat', 'sky', 'persimmon', 'plum'];

const nameOf = ({ helper }: OfferView): string => helper.organizationName ?? helper.name;
const toneOf = ({ helper, offer }: OfferView): Tone =>
  helper.kind === 'provider'
    ? 'sky'
    : offer.status === 'pending' || offer.status === 'accepted'
      ? 'pine'
      : 'persimmon';

function standing(offer: Offer, t: RequestWords): string {
  switch (offer.status) {
    case 'pending':
      return t.invited;
    case 'accepted':
      return t.accepted;
    case 'declined':
      return t.declined;
    case 'expired':
      return t.expired;
    case 'withdrawn':
      return t.withdrawn;
  }
}

/** Who is asked and why, each a card: 李桂芬, 同村志愿者 · 340 米 · 步行 5 分钟, 来过 11 次, 守时 98% … */
export function askedPeople(offers: readonly OfferView[], t: RequestWords, locale: Locale): Asked[] {
  return [...offers].sort(order).map((view) => {
    const { offer, helper } = view;
    const told = (codes: readonly string[], wanted: boolean) =>
      offer.reasons
        .filter(({ code }) => codes.includes(code) === wanted)
        .map((reason) => said(reasonText(reason), locale));
    const place = told(['same_village', 'nearby', 'distance'], true);
    const about = [
      ...(helper.organizationName ? [helper.name] : []),
      ...(place.length > 0 ? place : [distanceName(offer.distanceMetres, locale)]),
      ...(helper.hourlyFee === undefined ? [] : [t.perHour(yuanName(helper.hourlyFee))]),
    ];
    return {
      key: offer.offerId,
      helperId: offer.helperId,
      name: nameOf(view),
      tone: toneOf(view),
      about: about.join(' · ').replaceAll(' · ', '·'),
      why: told(['same_village', 'nearby', 'distance'], false).map((text, index) => ({
        text,
        tone: tagTones[index % tagTones.length] ?? 'grey',
      })),
      standing: standing(offer, t),
      ...(offer.status === 'pending' ? { until: offer.expiresAt } : {}),
    };
  });
}

const METRES_A_DEGREE = 111_195;
/** The sketch needs points; these are made of bearing and distance around nowhere, so that no door is given away. */
const nowhere: Position = { lat: 0, lng: 0 };
const pointAt = (bearing: number, metres: number): Position => ({
  lat: (Math.cos((bearing * Math.PI) / 180) * metres) / METRES_A_DEGREE,
  lng: (Math.sin((bearing * Math.PI) / 180) * metres) / METRES_A_DEGREE,
});

export interface Sketch {
  readonly home: Position;
  readonly radiusMetres: number;
  readonly people: readonly MapPerson[];
  readonly caption: string;
}

/** The map of who is asked, as wide as the farthest of them, in whole kilometres. */
export function sketchOf(offers: readonly OfferView[], t: RequestWords, locale: Locale): Sketch {
  const farthest = Math.max(1000, ...offers.map(({ offer }) => offer.distanceMetres));
  const radiusMetres = Math.ceil(farthest / 1000) * 1000;
  return {
    home: nowhere,
    radiusMetres,
    people: offers.map((view) => ({
      key: view.offer.offerId,
      name: nameOf(view),
      position: pointAt(view.bearing, view.offer.distanceMetres),
      tone: toneOf(view),
    })),
    caption:
      offers.length === 0 ? t.lookingAround : t.asked(distanceName(radiusMetres, locale), offers.length),
  };
}

/** What happens next, so that nobody has to wonder. */
export function nextWords({ request, offers }: RequestDetail, t: RequestWords, locale: Locale): string {
  if (request.status !== 'matching') return t.next[request.status];
  const pending = offers.map(({ offer }) => offer).find(({ status }) => status === 'pending');
  const minutes = pending
    ? Math.round((millisOf(pending.expiresAt) - millisOf(pending.offeredAt)) / 60_000)
    : undefined;
  return minutes === undefined ? t.nextSoon : t.next.matching(minutesName(minutes, locale));
}

export const canChange = ({ request }: RequestDetail): boolean =>
  ['open', 'matching', 'unmet', 'taken_over', 'scheduled'].includes(request.status);
export const isEnded = ({ request }: RequestDetail): boolean =>
  ['confirmed', 'cancelled', 'closed_unmet'].includes(request.status);

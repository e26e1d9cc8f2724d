import { beijing, type Instant, millisOf } from '@shared/kernel/instant';
import type { RequestStatus } from '@shared/service-requests/request';
import type { RequestCard } from '@shared/service-requests/requests.contract';
import type { Locale } from '@/i18n';
import { dayName } from '@/platform/time';
import type { Tone } from '@/ui/tone';

export interface DayOfRequests {
  readonly day: string;
  readonly cards: readonly RequestCard[];
}

const over: ReadonlySet<RequestStatus> = new Set<RequestStatus>([
  'cancelled',
  'closed_unmet',
  'confirmed',
  'completed',
]);

/** What is still ahead, soonest first, under its Beijing day. */
export function comingByDay(cards: readonly RequestCard[], now: Instant, locale: Locale): DayOfRequests[] {
  const ahead = cards
    .filter(({ request }) => !over.has(request.status) && millisOf(request.endsAt) > millisOf(now))
    .sort((a, b) => millisOf(a.request.startsAt) - millisOf(b.request.startsAt));
  const days: { key: string; day: string; cards: RequestCard[] }[] = [];
  for (const card of ahead) {
    const key = beijing(card.request.startsAt).day;
    const last = days[days.length - 1];
    if (last?.key === key) last.cards.push(card);
    else days.push({ key, day: dayName(card.request.startsAt, now, locale), cards: [card] });
  }
  return days;
}

export const statusTone: Readonly<Record<RequestStatus, Tone>> = {
  open: 'sky',
  matching: 'sky',
  unmet: 'wheat',
  taken_over: 'plum',
  scheduled: 'pine',
  in_progress: 'pine',
  completed: 'persimmon',
  confirmed: 'pine',
  cancelled: 'grey',
  closed_unmet: 'grey',
};

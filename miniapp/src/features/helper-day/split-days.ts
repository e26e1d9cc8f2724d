import { addDays, beijing, type Instant } from '@shared/kernel/instant';
import type { VisitCard } from '@shared/visits/card';

export interface Days {
  readonly today: readonly VisitCard[];
  readonly tomorrow: readonly VisitCard[];
  readonly coming: readonly VisitCard[];
  readonly earlier: readonly VisitCard[];
}

/** A helper's visits as they plan by them: today and tomorrow in order, what comes, and what lies behind, newest first. */
export function splitDays(cards: readonly VisitCard[], now: Instant): Days {
  const dayOf = ({ visit }: VisitCard) => beijing(visit.startsAt).day;
  const today = beijing(now).day;
  const tomorrow = beijing(addDays(now, 1)).day;
  const inOrder = [...cards].sort((a, b) => (a.visit.startsAt < b.visit.startsAt ? -1 : 1));
  const lives = ({ visit }: VisitCard) => visit.status !== 'cancelled';
  return {
    today: inOrder.filter((card) => dayOf(card) === today && lives(card)),
    tomorrow: inOrder.filter((card) => dayOf(card) === tomorrow && lives(card)),
    coming: inOrder.filter((card) => dayOf(card) > tomorrow && lives(card)),
    earlier: inOrder.filter((card) => dayOf(card) < today).reverse(),
  };
}

import { addMinutes, type Instant, isBefore } from '@shared/kernel/instant';
import { CHECK_IN_EARLY_MINUTES } from '@shared/visits/arrive';
import type { VisitCard } from '@shared/visits/card';

/** The one visit that a helper opens the mini-program for now: under way, or so near that one may check in. */
export function visitAtHand(cards: readonly VisitCard[], now: Instant): VisitCard | undefined {
  const under = cards.find(({ visit }) => visit.status === 'checked_in');
  if (under) return under;
  return cards.find(
    ({ visit }) =>
      visit.status === 'scheduled' &&
      !isBefore(now, addMinutes(visit.startsAt, -CHECK_IN_EARLY_MINUTES)) &&
      isBefore(now, visit.endsAt),
  );
}

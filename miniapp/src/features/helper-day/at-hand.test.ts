import { describe, expect, it } from '@jest/globals';
import { addMinutes, type Instant } from '@shared/kernel/instant';
import type { VisitCard } from '@shared/visits/card';
import { visitAtHand } from './at-hand';

const start = '2026-11-24T02:00:00Z' as Instant;
const card = (status: string): VisitCard =>
  ({ visit: { status, startsAt: start, endsAt: addMinutes(start, 60) } }) as unknown as VisitCard;

describe('the visit at hand', () => {
  it('is the one under way, whatever the clock says', () => {
    const under = card('checked_in');
    expect(visitAtHand([card('scheduled'), under], addMinutes(start, 300))).toBe(under);
  });

  it('is a visit from the moment one may check in until it would be over', () => {
    const cards = [card('scheduled')];
    expect(visitAtHand(cards, addMinutes(start, -31))).toBeUndefined();
    expect(visitAtHand(cards, addMinutes(start, -30))).toBe(cards[0]);
    expect(visitAtHand(cards, addMinutes(start, 59))).toBe(cards[0]);
    expect(visitAtHand(cards, addMinutes(start, 60))).toBeUndefined();
    expect(visitAtHand([card('confirmed'), card('cancelled')], start)).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Instant } from '@shared/kernel/instant';
import type { VisitCard } from '@shared/visits/card';
import { splitDays } from './split-days';

const card = (startsAt: string, status = 'scheduled') => ({ visit: { startsAt, status } }) as VisitCard;
const starts = (cards: readonly VisitCard[]) => cards.map(({ visit }) => visit.startsAt);

describe("a helper's days", () => {
  it('puts the Beijing day first and tomorrow after it, each in order, without what was cancelled', () => {
    const days = splitDays(
      [
        card('2026-11-24T07:30:00.000Z'),
        card('2026-11-23T16:30:00.000Z'),
        card('2026-11-24T02:00:00.000Z', 'cancelled'),
        card('2026-11-25T07:00:00.000Z'),
        card('2026-11-26T01:00:00.000Z'),
        card('2026-11-25T01:00:00.000Z'),
        card('2026-11-22T01:00:00.000Z', 'confirmed'),
        card('2026-11-23T01:00:00.000Z', 'confirmed'),
      ],
      '2026-11-24T06:00:00.000Z' as Instant,
    );
    expect(starts(days.today)).toEqual(['2026-11-23T16:30:00.000Z', '2026-11-24T07:30:00.000Z']);
    expect(starts(days.tomorrow)).toEqual(['2026-11-25T01:00:00.000Z', '2026-11-25T07:00:00.000Z']);
    expect(starts(days.coming)).toEqual(['2026-11-26T01:00:00.000Z']);
    expect(starts(days.earlier)).toEqual(['2026-11-23T01:00:00.000Z', '2026-11-22T01:00:00.000Z']);
  });
});

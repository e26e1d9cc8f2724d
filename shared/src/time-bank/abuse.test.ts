import { describe, expect, it } from '@jest/globals';
import { addDays, addMinutes, type Instant } from '../kernel/instant';
import { type Favour, oddFavours, oddStays, type Stay } from './abuse';
import { issuanceAccount } from './account';
import { AT, HONGGUANG, holding, personIdOf, setAside, visitIdOf } from './factories';
import { decideFlag, type TimeFlag } from './flag';

const home = { lat: 46.25, lng: 126.27 };
const stay = (n: number, after: number, length = 60, position = home): Stay => ({
  visitId: visitIdOf(n),
  from: addMinutes(AT, after),
  to: addMinutes(AT, after + length),
  position,
});
const favour = (helper: number, confirmer: number, days = 0): Favour => ({
  helper: personIdOf(helper),
  confirmer: personIdOf(confirmer),
  at: addDays(AT, -days) as Instant,
});
const codes = (reasons: readonly { code: string }[]) => reasons.map((each) => each.code);
const times = (n: number, one: Favour): Favour[] => Array.from({ length: n }, () => one);

describe('what is odd', () => {
  it('is to be in two places at once, or to have flown from one to the other', () => {
    expect(codes(oddStays(stay(1, 0), [stay(2, 30)]))).toEqual(['overlapping_visits']);
    const harbin = { lat: 45.75, lng: 126.65 };
    expect(codes(oddStays(stay(1, 0), [stay(2, 70, 60, harbin)]))).toEqual(['impossible_place']);
    expect(oddStays(stay(1, 0), [stay(2, 60), stay(3, 200, 60, harbin)])).toEqual([]);
  });

  it('is a burst of visits', () => {
    const many = Array.from({ length: 7 }, (_, n) => stay(n + 2, (n + 1) * 60, 50));
    expect(codes(oddStays(stay(1, 0, 50), many))).toEqual(['burst']);
    expect(oddStays(stay(1, 0, 50), many.slice(1))).toEqual([]);
  });

  it('is the same pair back and forth, but not one who always helps the other', () => {
    const there = times(2, favour(1, 2, 3));
    expect(oddFavours(favour(1, 2), [...there, ...times(9, favour(1, 2, 4))])).toEqual([]);
    expect(codes(oddFavours(favour(1, 2), [...there, ...times(3, favour(2, 1, 5))]))).toEqual(['same_pair']);
    expect(oddFavours(favour(1, 2), [...there, ...times(3, favour(2, 1, 31))])).toEqual([]);
  });

  it('is a ring of three or four', () => {
    const ring = (...people: number[]) =>
      people.flatMap((one, n) => times(2, favour(one, people[(n + 1) % people.length] ?? 0, 2)));
    expect(oddFavours(favour(1, 2), ring(1, 2, 3))).toEqual([{ code: 'cycle', count: 3 }]);
    expect(oddFavours(favour(1, 2), ring(1, 2, 3, 4))).toEqual([{ code: 'cycle', count: 4 }]);
    expect(oddFavours(favour(1, 2), [...times(2, favour(1, 2, 2)), ...times(2, favour(2, 3, 2))])).toEqual(
      [],
    );
  });
});

describe('a flag', () => {
  const pending = setAside(60, holding(0, issuanceAccount('231222', 'v')), holding(0).accountId);
  const open: TimeFlag = {
    status: 'open',
    flagId: pending.transferId,
    personId: personIdOf(1),
    villageCode: HONGGUANG,
    reasons: [{ code: 'burst' }],
    pending,
    raisedAt: AT,
    decisions: [],
  };
  const by = (n: number) => ({ personId: personIdOf(n), role: 'coordinator' as const });
  const decide = (flag: TimeFlag, n: number, verdict: 'credit' | 'reject') => {
    const decided = decideFlag(flag, by(n), verdict, '看过', AT);
    if (!decided.ok) throw new Error(decided.refusal.code);
    return decided.value;
  };

  it('is decided by two of the same mind, and not before', () => {
    const once = decide(open, 2, 'credit');
    expect(once.status).toBe('open');
    expect(decide(once, 3, 'credit').status).toBe('credited');
    expect(decide(decide(open, 2, 'reject'), 3, 'reject').status).toBe('rejected');
    expect(decide(decide(once, 3, 'reject'), 4, 'reject').status).toBe('rejected');
  });

  it('is not decided by the one concerned, twice by one, or once it is closed', () => {
    const once = decide(open, 2, 'credit');
    expect(decideFlag(open, by(1), 'credit', '我', AT)).toMatchObject({
      refusal: { code: 'time_second_person_needed' },
    });
    expect(decideFlag(once, by(2), 'credit', '再', AT)).toMatchObject({
      refusal: { code: 'time_second_person_needed' },
    });
    expect(decideFlag(decide(once, 3, 'credit'), by(4), 'reject', '晚', AT)).toMatchObject({
      refusal: { code: 'time_flag_closed' },
    });
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Service } from '../catalogue/service';
import type { Helper } from '../helpers/helper';
import { addMinutes, type Day, type Instant } from '../kernel/instant';
import { type Booking, type Exclusion, exclusionOf, type Need } from './eligibility';
import { rank, scoreCandidate } from './score';
import { roadMinutes } from './travel';
import { nextAsked, waveDeadline } from './waves';

/** Ten o'clock on Wednesday 25 November 2026 in Beijing. */
const startsAt = '2026-11-25T02:00:00.000Z' as Instant;
const position = { lat: 46.25, lng: 126.27 };
const metresNorth = (metres: number) => ({ lat: position.lat + metres / 111_195, lng: position.lng });
const id = <Id>(kind: string, n: number): Id => `${kind}_${String(n).padStart(26, '0')}` as Id;

const service = {
  skills: ['escort'],
  credentials: [],
  byKinds: ['volunteer', 'provider'],
} as unknown as Service;
const need = (over: Partial<Need> = {}): Need => ({
  elder: { elderId: id('elder', 1), position, excludedHelperIds: [], villageCode: '231222107201' },
  service,
  startsAt,
  endsAt: addMinutes(startsAt, 60),
  wishes: {},
  payBy: 'free',
  heldBy: [],
  ...over,
});
const helper = (over: Partial<Helper> = {}): Helper => ({
  helperId: id('helper', 1),
  personId: id('person', 1),
  kind: 'volunteer',
  name: '李桂芬',
  gender: 'female',
  birthYear: 1962,
  villageCode: '231222107201',
  villageName: '红光村',
  home: metresNorth(340),
  credentials: [],
  stats: { offered: 0, answered: 0, visits: 0, onTime: 0 },
  skills: ['escort'],
  weeklyHours: [{ weekday: 3, from: 9 * 60, to: 12 * 60 }],
  daysOff: [],
  radiusMetres: 5_000,
  travel: 'walk',
  languages: ['northeastern'],
  excludedElderIds: [],
  available: true,
  ...over,
});
const nurse = (validFrom: string, validTo: string): Partial<Helper> => ({
  credentials: [{ kind: 'nurse', validFrom: validFrom as Day, validTo: validTo as Day }],
});
const needsNurse: Partial<Need> = { service: { ...service, credentials: ['nurse'] } };

describe('who may be asked', () => {
  test('one who meets every rule', () => {
    expect(exclusionOf(need(), helper(), [])).toBeUndefined();
  });

  const broken: readonly [string, Exclusion, Partial<Need>, Partial<Helper>][] = [
    ['suspended', 'suspended', {}, { suspended: { at: startsAt, why: '投诉' } }],
    ['not taking requests', 'unavailable', {}, { available: false }],
    [
      'of a kind that the service does not allow',
      'kind',
      { service: { ...service, byKinds: ['provider'] } },
      {},
    ],
    ['a provider paid in minutes', 'pay', { payBy: 'time' }, { kind: 'provider' }],
    ['a volunteer paid in money', 'pay', { payBy: 'money' }, {}],
    ['of another gender than asked', 'gender', { wishes: { gender: 'male' } }, {}],
    [
      'excluded by the elder',
      'excluded',
      { elder: { ...need().elder, excludedHelperIds: [id('helper', 1)] } },
      {},
    ],
    ['excluding the elder', 'excluded', {}, { excludedElderIds: [id('elder', 1)] }],
    ['holding the other place already', 'already_held', { heldBy: [id('helper', 1)] }, {}],
    ['one metre beyond their radius', 'radius', {}, { radiusMetres: 339 }],
    ['without the skill', 'skill', {}, { skills: ['chess'] }],
    ['without the credential', 'credential', needsNurse, {}],
    [
      'with a credential that ended the day before',
      'credential',
      needsNurse,
      nurse('2020-01-01', '2026-11-24'),
    ],
    ['with a credential from the next day on', 'credential', needsNurse, nurse('2026-11-26', '2030-01-01')],
    ['on a day off', 'day_off', {}, { daysOff: ['2026-11-25' as Day] }],
    ['off on that weekday', 'hours', {}, { weeklyHours: [{ weekday: 4, from: 0, to: 1440 }] }],
    ['gone before the visit ends', 'hours', {}, { weeklyHours: [{ weekday: 3, from: 540, to: 659 }] }],
  ];
  test.each(broken)('not one who is %s', (_, rule, asked, who) => {
    expect(exclusionOf(need(asked), helper(who), [])).toBe(rule);
  });

  test('one whose credential is in date on that day alone', () => {
    expect(exclusionOf(need(needsNurse), helper(nurse('2026-11-25', '2026-11-25')), [])).toBeUndefined();
  });

  test('another language than wished for only lowers the rank', () => {
    const asked = need({ wishes: { language: 'xibe' } });
    expect(exclusionOf(asked, helper(), [])).toBeUndefined();
    const speaks = helper({ helperId: id('helper', 2), languages: ['xibe'] });
    const candidates = [helper(), speaks].map((each) => ({ helper: each, bookings: [], visitsBefore: 0 }));
    expect(rank(asked, candidates)[0]?.candidate.helper).toBe(speaks);
  });

  test('nobody who could not walk over from the visit before, or on to the one after', () => {
    const far = metresNorth(1_390);
    const way = roadMinutes(far, position, 'walk');
    expect(way).toBe(26);
    const before = (gap: number): Booking => ({
      startsAt: addMinutes(startsAt, -gap - 60),
      endsAt: addMinutes(startsAt, -gap),
      position: far,
    });
    const after = (gap: number): Booking => ({
      startsAt: addMinutes(startsAt, 60 + gap),
      endsAt: addMinutes(startsAt, 120 + gap),
      position: far,
    });
    for (const booking of [before, after]) {
      expect(exclusionOf(need(), helper(), [booking(way)])).toBeUndefined();
      expect(exclusionOf(need(), helper(), [booking(way - 1)])).toBe('overlap');
      expect(exclusionOf(need(), helper({ travel: 'car' }), [booking(way - 1)])).toBeUndefined();
    }
    expect(exclusionOf(need(), helper(), [before(-30)])).toBe('overlap');
  });
});

describe('rank and waves', () => {
  const scored = (n: number, metres: number, over: Partial<Helper> = {}) =>
    scoreCandidate(need(), {
      helper: helper({ helperId: id('helper', n), home: metresNorth(metres), ...over }),
      bookings: [],
      visitsBefore: 0,
    });

  test('nearness, having been before and punctuality each raise the score, all else equal', () => {
    expect(scored(1, 100).score).toBeGreaterThan(scored(1, 900).score);
    const stats = { offered: 20, answered: 20, visits: 20, onTime: 20 };
    expect(scored(1, 100, { stats }).score).toBeGreaterThan(
      scored(1, 100, { stats: { ...stats, onTime: 5 } }).score,
    );
    const candidate = { helper: helper(), bookings: [] };
    const first = scoreCandidate(need(), { ...candidate, visitsBefore: 0 });
    const often = scoreCandidate(need(), { ...candidate, visitsBefore: 11 });
    expect(often.score).toBeGreaterThan(first.score);
    expect(often.reasons).toContainEqual({ code: 'been_before', times: 11 });
    expect(Object.values(often.parts).every((part) => part >= 0 && part <= 1)).toBe(true);
  });

  test('the next wave takes the best who were not asked, by urgency', () => {
    const ranked = [1, 2, 3, 4, 5, 6].map((n) => scored(n, n * 100));
    const asked = new Set([id<string>('helper', 1)]);
    expect(nextAsked(ranked, asked, 'routine', 0)).toEqual(ranked.slice(1, 4));
    expect(nextAsked(ranked, asked, 'soon', 0)).toEqual(ranked.slice(1, 5));
    expect(
      nextAsked(ranked, new Set(ranked.map((each) => each.candidate.helper.helperId)), 'routine', 0),
    ).toEqual([]);
  });

  test('who says no makes room for one more, and nobody is asked beside a full wave', () => {
    const ranked = [1, 2, 3, 4, 5, 6].map((n) => scored(n, n * 100));
    const asked = new Set([1, 2, 3].map((n) => id<string>('helper', n)));
    expect(nextAsked(ranked, asked, 'routine', 2)).toEqual(ranked.slice(3, 4));
    expect(nextAsked(ranked, asked, 'routine', 3)).toEqual([]);
  });

  test('silence lowers a rank as much as an answer raises it, and a newcomer is given credit', () => {
    const of = (answered: number, offered: number) =>
      scored(1, 100, { stats: { offered, answered, visits: 0, onTime: 0 } }).parts.reliable;
    expect(of(0, 0)).toBeGreaterThan(of(0, 1));
    expect(of(1, 1)).toBeGreaterThan(of(0, 0));
    expect(of(0, 1)).toBeGreaterThan(of(0, 0) - 0.02);
  });

  test('an emergency asks everyone who can be there in time, and widens when nobody can', () => {
    const near = scored(1, 100);
    const far = scored(2, 4_000);
    expect(far.travelMinutes).toBeGreaterThan(15);
    expect(nextAsked([near, far], new Set(), 'emergency', 0)).toEqual([near]);
    const many = Array.from({ length: 40 }, (_, n) => scored(n + 1, 100));
    expect(nextAsked(many, new Set(), 'emergency', 0)).toHaveLength(40);
    expect(nextAsked([near, far], new Set([near.candidate.helper.helperId]), 'emergency', 1)).toEqual([far]);
  });

  test('a wave never outlasts the start of the visit', () => {
    expect(waveDeadline(addMinutes(startsAt, -60), startsAt, 'routine')).toBe(addMinutes(startsAt, -45));
    expect(waveDeadline(addMinutes(startsAt, -4), startsAt, 'soon')).toBe(startsAt);
  });
});

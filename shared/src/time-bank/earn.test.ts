import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { confirm, resolve } from '../visits/answer';
import { confirmed, coordinator, disputed, ended, kin, START } from '../visits/factories';
import { beijing, firstVersion, nanjing, shanghai } from './city-rules';
import { creditAttendance, creditVisit, type Earner, verified } from './earn';
import { earnings } from './earnings';
import { AT, HARBIN, holding, nothingEarned, personIdOf, rules, withMinutes } from './factories';

const helper: Earner = { personId: personIdOf(1), kind: 'volunteer', isKin: false };
const service = { code: 'company', weight: 100 };
const given = {
  rules,
  service,
  balance: holding(0),
  earnings: nothingEarned(),
  suspicions: [],
  at: AT,
};
const credit = (visit = confirmed(), more: Partial<typeof given> = {}, who = helper) => {
  const seen = verified(visit, who);
  return seen.ok ? creditVisit(seen.value, who, { ...given, ...more }) : seen;
};
const minutesOf = (result: ReturnType<typeof credit>) =>
  result.ok
    ? result.value.transfers.map((t) => [t.code, t.step, 'minutes' in t ? t.minutes : 0])
    : result.refusal;

describe('earning', () => {
  it('credits a visit that the family confirmed, with the share of the pool on top', () => {
    expect(minutesOf(credit())).toEqual([
      ['earn', 'posted', 60],
      ['pool_share', 'posted', 3],
    ]);
  });

  it('makes the id of the transfer from the visit, so that the same visit is the same transfer', () => {
    const [first, again] = [credit(), credit()];
    expect(first.ok && again.ok && first.value.transfers[0]?.transferId).toBe(
      again.ok && again.value.transfers[0]?.transferId,
    );
  });

  it('refuses a visit that is not over, that the helper confirmed, that is of the own family or paid in money', () => {
    const self = { personId: helper.personId, role: 'family' as const };
    const bySelf = confirm(ended(), self, AT);
    const cases = [
      [ended(), helper, 'time_visit_unverified'],
      [disputed(), helper, 'time_visit_unverified'],
      [bySelf.ok ? bySelf.value : ended(), helper, 'time_helper_confirmed'],
      [confirmed(), { ...helper, isKin: true }, 'time_own_kin'],
      [confirmed({ payBy: 'money' }), helper, 'time_paid_in_money'],
      [confirmed(), { ...helper, kind: 'provider' as const }, 'time_paid_in_money'],
      [confirmed({ payBy: 'free' }), helper, 'time_nothing_to_credit'],
      [withMinutes(confirmed(), 0), helper, 'time_nothing_to_credit'],
    ] as const;
    for (const [visit, who, code] of cases)
      expect(verified(visit, who)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('refuses a visit with a fact that must be put right, unless a coordinator has settled it', () => {
    const wrong = { code: 'service_not_listed', kind: 'must_fix', at: 'visit' } as const;
    expect(verified({ ...confirmed(), exceptions: [wrong] }, helper)).toMatchObject({
      refusal: { code: 'time_visit_unverified' },
    });
    const settled = resolve({ ...disputed(), exceptions: [wrong] }, coordinator, AT, {
      outcome: 'partly',
      minutesCredited: 20 as never,
      note: '核实过',
    });
    expect(minutesOf(credit(settled.ok ? (settled.value as never) : confirmed()))).toEqual([
      ['earn', 'posted', 20],
      ['pool_share', 'posted', 1],
    ]);
  });

  it('keeps pending what nobody confirmed and what no place shows, and gives the pool nothing yet', () => {
    const unanswered = confirm(ended(), 'system', AT);
    const nowhere = confirmed();
    const noPlace = {
      ...nowhere,
      checkIn: { ...nowhere.checkIn, proof: { kind: 'none', reason: '没信号', verified: false } },
    } as typeof nowhere;
    for (const [visit, code] of [
      [unanswered.ok ? unanswered.value : nowhere, 'nobody_confirmed'],
      [noPlace, 'place_unverified'],
    ] as const) {
      const result = credit(visit);
      expect(minutesOf(result)).toEqual([['earn', 'pending', 60]]);
      expect(result.ok && result.value.reasons).toEqual([{ code }]);
    }
  });

  it('is cut to the caps and says by which and how much; at the cap it is refused', () => {
    const many = withMinutes(confirmed(), 300);
    const so = { ...nothingEarned(), byDay: { [START.slice(0, 10)]: 100 } } as ReturnType<
      typeof nothingEarned
    >;
    const cut = credit(many, { earnings: so });
    expect(cut.ok && cut.value.transfers[0]).toMatchObject({
      minutes: 260,
      about: { cutBy: 'day', cutMinutes: 40, servedMinutes: 300 },
    });
    const full = { ...so, byDay: { [START.slice(0, 10)]: 360 } } as typeof so;
    expect(credit(many, { earnings: full })).toMatchObject({ refusal: { code: 'time_cap_reached' } });
    expect(credit(many, { balance: holding(89_990) })).toMatchObject({
      value: { transfers: [{ minutes: 10, about: { cutBy: 'balance' } }, ...[]] },
    });
  });

  it('never credits beyond a cap, whatever was served and earned before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1440 }),
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.constantFrom(
          rules,
          ...[nanjing, beijing, shanghai].map((city) => firstVersion(city, '2026-01-01')),
        ),
        (served, before, held, city) => {
          const so = earnings.parse({ ...nothingEarned(), byDay: { '2026-03-02': before } });
          const result = credit(withMinutes(confirmed(), served), {
            rules: city,
            earnings: so,
            balance: holding(held),
          });
          if (!result.ok) return;
          const credited = result.value.transfers[0];
          const minutes = credited !== undefined && 'minutes' in credited ? credited.minutes : 0;
          expect(minutes).toBeLessThanOrEqual(served);
          if (city.caps.dayMinutes !== undefined)
            expect(before + minutes).toBeLessThanOrEqual(Math.max(before, city.caps.dayMinutes));
          if (city.caps.balanceMinutes !== undefined)
            expect(held + minutes).toBeLessThanOrEqual(Math.max(held, city.caps.balanceMinutes));
          if (result.value.transfers[0]?.about.cutBy === undefined)
            expect(minutes % city.stepMinutes).toBe(0);
        },
      ),
    );
  });

  it('weighs by service: the rules before the catalogue', () => {
    expect(minutesOf(credit(confirmed(), { service: { code: 'bathing', weight: 150 } }))).toContainEqual([
      'earn',
      'posted',
      90,
    ]);
    const heavier = { ...rules, weightPercent: [{ serviceCode: 'bathing', percent: 200 }] };
    expect(
      minutesOf(credit(confirmed(), { rules: heavier, service: { code: 'bathing', weight: 150 } })),
    ).toContainEqual(['earn', 'posted', 120]);
  });

  it('counts only whole hours where the rules say so', () => {
    const city = firstVersion(beijing, '2026-01-01');
    expect(minutesOf(credit(withMinutes(confirmed(), 90), { rules: city }))).toContainEqual([
      'earn',
      'posted',
      60,
    ]);
    expect(credit(withMinutes(confirmed(), 59), { rules: city })).toMatchObject({
      refusal: { code: 'time_nothing_to_credit' },
    });
  });

  it('credits group work by an attendance list that someone else kept', () => {
    const list = {
      attendanceId: 'festival-2026',
      personId: helper.personId,
      witnessedBy: kin.personId,
      villageCode: HARBIN,
      startsAt: START,
      minutes: 120,
    };
    expect(minutesOf(creditAttendance(list, given))).toContainEqual(['attend', 'posted', 120]);
    expect(creditAttendance({ ...list, witnessedBy: helper.personId }, given)).toMatchObject({
      refusal: { code: 'time_helper_confirmed' },
    });
  });
});

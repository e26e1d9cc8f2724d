import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RequestId } from '../kernel/ids';
import type { Minutes } from '../kernel/quantity';
import type { ServiceRequest } from '../service-requests/request';
import { upcoming } from '../visits/factories';
import { elderAccount, poolAccounts } from './account';
import { applyAll, available, type Balance, emptyBalance, posted } from './balance';
import { AT, elderIdOf, HONGGUANG, holding, mothers, personIdOf, rules } from './factories';
import { closePromise, promise } from './fund';
import { type Funding, giveBack, hold, settle } from './funding';
import { tierOf } from './tier';

const visit = upcoming();
const request = (over: Partial<ServiceRequest> = {}): ServiceRequest =>
  ({
    status: 'scheduled',
    requestId: visit.requestId,
    elderId: elderIdOf(1),
    villageCode: HONGGUANG,
    serviceCode: 'escort',
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    minutes: 60 as Minutes,
    places: [{ status: 'held', helperId: visit.helperId, visitId: visit.visitId }],
    urgency: 'routine',
    wishes: {},
    payBy: 'time',
    note: '',
    requestedBy: { personId: personIdOf(7), role: 'family' },
    createdAt: AT,
    waves: 1,
    ...over,
  }) as ServiceRequest;
const pools = (...minutes: number[]): Balance[] =>
  poolAccounts(HONGGUANG).map((id, index) => holding(minutes[index] ?? 0, id, HONGGUANG));
const given = (elder: number, pool: number[] = [], over: object = {}) => ({
  rules,
  service: { code: 'escort', weight: 100 },
  purse: { elder: mothers(elder), pool: pools(...pool), tier: 'first' as const, usedThisMonth: 0 },
  elderAge: 74,
  byFund: false,
  at: AT,
  ...over,
});
const must = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const parts = (result: ReturnType<typeof hold>) => must(result).transfers.map((t) => [t.debit, t.minutes]);

describe('what pays for a request', () => {
  it('is set aside from the elder, then from the pool, and what nobody has is written down', () => {
    const [first, second] = poolAccounts(HONGGUANG);
    expect(parts(hold(request(), given(60)))).toEqual([[elderAccount(elderIdOf(1)), 60]]);
    expect(parts(hold(request(), given(20, [30, 30])))).toEqual([
      [elderAccount(elderIdOf(1)), 20],
      [first, 30],
      [second, 10],
    ]);
    expect(must(hold(request(), given(20))).funding).toMatchObject({ priceMinutes: 60, shortMinutes: 40 });
  });

  it('comes from the pool first where the family asked for it, within the allowance and the reserve', () => {
    expect(parts(hold(request({ payBy: 'pool' }), given(60, [100])))).toEqual([
      [poolAccounts(HONGGUANG)[0], 60],
    ]);
    const third = given(60, [100], { purse: { ...given(60, [100]).purse, tier: 'third' } });
    expect(parts(hold(request({ payBy: 'pool' }), third))).toEqual([[elderAccount(elderIdOf(1)), 60]]);
    const used = given(60, [2000], {
      purse: { ...given(60, [2000]).purse, usedThisMonth: rules.pool.monthMinutes.first - 10 },
    });
    expect(parts(hold(request({ payBy: 'pool' }), used))).toEqual([
      [elderAccount(elderIdOf(1)), 50],
      [poolAccounts(HONGGUANG)[0], 10],
    ]);
  });

  it('costs the time of two where two come together, by the weight of the service', () => {
    const two = request({ places: [...request().places, ...request().places] });
    expect(
      must(hold(two, given(999, [], { service: { code: 'bathing', weight: 150 } }))).funding.priceMinutes,
    ).toBe(180);
  });

  it('refuses money, and elders too young to use time by the rules', () => {
    expect(hold(request({ payBy: 'money' }), given(60))).toMatchObject({
      refusal: { code: 'time_paid_in_money' },
    });
    expect(hold(request(), given(60, [], { elderAge: 59 }))).toMatchObject({
      refusal: { code: 'time_too_young' },
    });
  });

  it('is taken when the visit is over, the rest given back; a longer visit takes more as far as it goes', () => {
    const held = must(hold(request(), given(100))).funding;
    const settled = (minutes: number, left: number) =>
      must(settle(held, { minutes, stepMinutes: 1, elder: mothers(left) }, AT));
    expect(settled(45, 40).transfers).toMatchObject([{ step: 'post', minutes: 45, pendingMinutes: 60 }]);
    expect(settled(80, 40).transfers).toMatchObject([
      { step: 'post', minutes: 60 },
      { step: 'posted', minutes: 20 },
    ]);
    expect(settled(80, 5).funding).toMatchObject({ actualMinutes: 80, extraMinutes: 5, forgivenMinutes: 15 });
    expect(settled(0, 40).transfers).toMatchObject([{ step: 'void' }]);
  });

  it('is closed once', () => {
    const held = must(hold(request(), given(100))).funding;
    const closed = must(giveBack(held, 'void', AT)).funding;
    expect(giveBack(closed, 'expire', AT)).toMatchObject({ refusal: { code: 'time_hold_closed' } });
    expect(settle(closed, { minutes: 1, stepMinutes: 1, elder: mothers(1) }, AT)).toMatchObject({
      refusal: { code: 'time_hold_closed' },
    });
  });

  it('leaves the ledger whole whatever was there, asked and served', () => {
    const some = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(
        some,
        fc.array(some, { minLength: 4, maxLength: 4 }),
        some,
        fc.boolean(),
        fc.boolean(),
        (own, pool, served, void_, byPool) => {
          const asked = request({ payBy: byPool ? 'pool' : 'time' });
          const start = [mothers(own), ...pools(...pool)];
          const held = must(hold(asked, given(own, pool)));
          const sink = held.transfers[0]?.credit;
          if (sink === undefined) return;
          const book = new Map([...start, emptyBalance(sink, '231222')].map((b) => [b.accountId, b]));
          const during = must(applyAll(book, held.transfers));
          const elder = during.get(elderAccount(elderIdOf(1))) ?? mothers(0);
          const closed: { funding: Funding; transfers: readonly unknown[] } = void_
            ? must(giveBack(held.funding, 'void', AT))
            : must(settle(held.funding, { minutes: served, stepMinutes: 1, elder }, AT));
          const after = [...must(applyAll(during, closed.transfers as never)).values()];
          const total = start.reduce((sum, b) => sum + posted(b), 0);
          expect(after.reduce((sum, b) => sum + posted(b), 0)).toBe(total);
          for (const b of after) {
            expect(available(b)).toBeGreaterThanOrEqual(0);
            expect([b.debitsPending, b.creditsPending]).toEqual([0, 0]);
          }
          const taken = posted(after.find((b) => b.accountId === sink) ?? mothers(0));
          if (void_) expect(taken).toBe(0);
          else if (closed.funding.status === 'posted')
            expect(taken + closed.funding.forgivenMinutes).toBe(served);
        },
      ),
    );
  });

  it('puts the poorest and most dependent first', () => {
    const elder = { ability: 'intact' as const, livesAlone: false, birthYear: 1950 };
    expect(tierOf(elder, 'special_hardship', 2026)).toBe('first');
    expect(tierOf({ ...elder, ability: 'severe' }, 'none', 2026)).toBe('first');
    expect(tierOf({ ...elder, ability: 'mild' }, 'low_income', 2026)).toBe('first');
    expect(tierOf(elder, 'low_income', 2026)).toBe('second');
    expect(tierOf({ ...elder, livesAlone: true, birthYear: 1940 }, 'none', 2026)).toBe('second');
    expect(tierOf(elder, 'none', 2026)).toBe('third');
  });
});

describe('the county fund', () => {
  const year = { county: '231222', year: 2026, promisedFen: 0, drawnFen: 0 };
  const unmet = request({ status: 'unmet', unmetAt: AT } as never);

  it('buys a service that nobody could redeem, and says what it costs', () => {
    const bought = must(promise(unmet, year, rules));
    expect(bought).toMatchObject({ feeFen: 4000, year: { promisedFen: 4000 }, request: { payBy: 'money' } });
    const g = {
      requestId: visit.requestId as RequestId,
      county: '231222',
      year: 2026,
      feeFen: 4000,
      status: 'promised' as const,
      by: personIdOf(1),
      at: AT,
    };
    expect(closePromise(bought.year, g, 'drawn')).toMatchObject({ promisedFen: 0, drawnFen: 4000 });
    expect(closePromise(bought.year, g, 'released')).toMatchObject({ promisedFen: 0, drawnFen: 0 });
  });

  it('refuses what others can still take, what is paid in money, and when the money is used up', () => {
    expect(promise(request({ status: 'open' }), year, rules)).toMatchObject({
      refusal: { code: 'request_not_unmet' },
    });
    expect(promise(request({ payBy: 'money' }), year, rules)).toMatchObject({
      refusal: { code: 'time_paid_in_money' },
    });
    expect(promise(unmet, { ...year, drawnFen: rules.fund.yearFen - 3999 }, rules)).toMatchObject({
      refusal: { code: 'time_fund_empty' },
    });
  });
});

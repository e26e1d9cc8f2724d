import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { elderAccount, issuanceAccount, personAccount, poolAccounts } from './account';
import type { Amount } from './amount';
import { readAmount } from './amount';
import { applyAll, applyTo, available, type Balance, emptyBalance, posted } from './balance';
import { AT, elderIdOf, HARBIN, HONGGUANG, holding, mothers, moved, personIdOf, setAside } from './factories';
import { post, release } from './pending';
import { compare, recount } from './reconciliation';
import type { Transfer } from './transfer';

const how = { at: AT, by: 'system' as const, rules: 'county@1' };
const issuance = issuanceAccount('231222', 'x');
const must = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

describe('an amount', () => {
  it('is whole, positive and not huge; everything else is refused by name', () => {
    for (const wrong of [0, -1, -60, 1.5, 600_001, 1e12, Number.NaN, Number.POSITIVE_INFINITY])
      expect(readAmount(wrong, 'body.minutes')).toEqual({
        ok: false,
        refusal: { code: 'time_amount_invalid', field: 'body.minutes' },
      });
    expect(readAmount(1, 'body.minutes')).toEqual({ ok: true, value: 1 });
  });
});

describe('a balance', () => {
  it('gives what it has and not a minute more', () => {
    const mine = holding(60);
    const to = elderAccount(elderIdOf(1));
    expect(posted(must(applyTo(mine, moved(60, mine.accountId, to))))).toBe(0);
    expect(applyTo(mine, moved(61, mine.accountId, to))).toMatchObject({
      refusal: { code: 'time_not_enough' },
    });
  });

  it('cannot give to itself', () => {
    const mine = holding(60);
    expect(applyTo(mine, moved(1, mine.accountId, mine.accountId))).toMatchObject({
      refusal: { code: 'time_to_self' },
    });
  });

  it('does not spend what is set aside, and has it back when it is released', () => {
    const mine = mothers(60);
    const pending = setAside(50, mine, issuance);
    const held = must(applyTo(mine, pending));
    expect([posted(held), available(held)]).toEqual([60, 10]);
    expect(applyTo(held, moved(11, mine.accountId, personAccount(personIdOf(9))))).toMatchObject({
      refusal: { code: 'time_not_enough' },
    });
    const freed = must(applyTo(held, must(release(pending, 'void', how))));
    expect([posted(freed), available(freed)]).toEqual([60, 60]);
  });

  it('takes less than was set aside where less was used, and frees the rest', () => {
    const mine = mothers(60);
    const pending = setAside(50, mine, issuance);
    const after = must(applyTo(must(applyTo(mine, pending)), must(post(pending, 30 as Amount, how))));
    expect([posted(after), available(after), after.debitsPending]).toEqual([30, 30, 0]);
  });

  it('refuses to take more than was set aside, to close what is not pending, and to settle by other rules', () => {
    const mine = mothers(60);
    const pending = setAside(50, mine, issuance);
    expect(post(pending, 51 as Amount, how)).toMatchObject({ refusal: { code: 'time_not_enough' } });
    expect(applyTo(mine, must(release(pending, 'void', how)))).toMatchObject({
      refusal: { code: 'time_hold_closed' },
    });
    const later = { ...how, rules: 'county@2' };
    expect(post(pending, 1 as Amount, later)).toMatchObject({ refusal: { code: 'time_rules_changed' } });
    expect(release(pending, 'expire', later)).toMatchObject({ refusal: { code: 'time_rules_changed' } });
  });

  it('lets nobody owe but the account where minutes come from', () => {
    const pool = emptyBalance(poolAccounts(HONGGUANG)[0] ?? issuance, HONGGUANG);
    expect(applyTo(pool, moved(1, pool.accountId, personAccount(personIdOf(1))))).toMatchObject({
      refusal: { code: 'time_not_enough' },
    });
    const source = emptyBalance(issuance, '231222');
    expect(posted(must(applyTo(source, moved(5, issuance, personAccount(personIdOf(1))))))).toBe(-5);
  });

  it('sums to zero over all accounts, equals a recount of its postings, and never falls below zero', () => {
    const ids = [
      issuance,
      personAccount(personIdOf(1)),
      elderAccount(elderIdOf(1)),
      elderAccount(elderIdOf(2)),
    ];
    const step = fc.record({
      from: fc.nat(3),
      to: fc.nat(3),
      minutes: fc.integer({ min: 1, max: 200 }),
      what: fc.constantFrom('move', 'hold', 'post', 'void'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let balances: ReadonlyMap<string, Balance> = new Map(ids.map((id) => [id, emptyBalance(id, HARBIN)]));
        const done: Transfer[] = [];
        const open: ReturnType<typeof setAside>[] = [];
        for (const [n, { from, to, minutes, what }] of steps.entries()) {
          const [debit, credit] = [ids[from] ?? issuance, ids[to] ?? issuance];
          const source = balances.get(debit) ?? emptyBalance(debit, HARBIN);
          const pending = { ...setAside(minutes, source, credit), transferId: `spend.x.${n}` as never };
          const first = open[0];
          const made =
            what === 'move'
              ? moved(minutes, debit, credit)
              : what === 'hold' || first === undefined
                ? pending
                : what === 'post'
                  ? must(post(first, Math.min(minutes, first.minutes) as Amount, how))
                  : must(release(first, 'void', how));
          const applied = applyAll(balances as never, [made]);
          if (!applied.ok) continue;
          balances = applied.value;
          done.push(made);
          if (made.step === 'pending') open.push(made);
          else if (made.step !== 'posted') open.shift();
        }
        const all = [...balances.values()];
        expect(all.reduce((sum, each) => sum + posted(each), 0)).toBe(0);
        for (const each of all) {
          if (each.accountId !== issuance) expect(available(each)).toBeGreaterThanOrEqual(0);
          const own = done.filter((t) => t.debit === each.accountId || t.credit === each.accountId);
          expect(compare(each, recount(each, own), each.accountId === issuance)).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('that differs from its postings is named with the field and both numbers', () => {
    const mine = holding(60);
    expect(compare({ ...mine, creditsPosted: 70 }, mine, false)).toEqual([
      { accountId: mine.accountId, field: 'creditsPosted', stored: 70, counted: 60 },
    ]);
  });
});

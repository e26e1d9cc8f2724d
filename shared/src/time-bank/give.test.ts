import { describe, expect, it } from '@jest/globals';
import { elderAccount, issuanceAccount } from './account';
import { AT, commandIdOf, elderIdOf, HONGGUANG, holding, mothers, personIdOf, rules } from './factories';
import { crossingOf, giveEstate, giveToElder, giveToPool, grantToPool } from './give';

const by = { personId: personIdOf(1), role: 'family' as const };
const gift = (minutes: number, held = 600) => ({
  commandId: commandIdOf(1),
  giver: holding(held),
  minutes,
  by,
  at: AT,
});
const crossing = (minutes: number, village = 0) => ({
  county: { from: '230103', to: '231222', year: 2026, minutes },
  village: { from: '*', to: HONGGUANG, year: 2026, minutes: village },
});
const mother = { elderId: elderIdOf(1), relation: 'son' as const, crossing: crossing(0) };
const code = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code;

describe('giving', () => {
  it('moves minutes from a son in Harbin to his mother in the village, and counts them against the limit', () => {
    const given = giveToElder(gift(120), mother, rules);
    expect(given).toMatchObject({
      ok: true,
      value: {
        transfer: { code: 'gift', minutes: 120, credit: elderAccount(elderIdOf(1)) },
        crossing: { county: { minutes: 120 }, village: { minutes: 120 } },
      },
    });
  });

  it('refuses by name: amounts that are none, strangers, oneself, and more than one has', () => {
    for (const wrong of [0, -5, 1.5, 1e9])
      expect(code(giveToElder(gift(wrong), mother, rules))).toBe('time_amount_invalid');
    expect(code(giveToElder(gift(60), { ...mother, relation: undefined }, rules))).toBe('time_not_kin');
    expect(code(giveToElder(gift(601), mother, rules))).toBe('time_not_enough');
    const herself = { ...gift(60), giver: mothers(100) };
    expect(code(giveToElder(herself, mother, rules))).toBe('time_to_self');
    const strict = { ...rules, give: { ...rules.give, kin: ['daughter' as const] } };
    expect(code(giveToElder(gift(60), mother, strict))).toBe('time_not_kin');
  });

  it('refuses to cross a closed limit, and to cross an open one beyond the year', () => {
    const closed = {
      ...rules,
      corridors: { ...rules.corridors, from: [{ county: '230103', yearMinutes: 0 }] },
    };
    expect(code(giveToElder(gift(60), mother, closed))).toBe('time_region_closed');
    const nearly = { ...mother, crossing: crossing(rules.corridors.elsewhereMinutes - 59) };
    expect(code(giveToElder(gift(60), nearly, rules))).toBe('time_region_limit');
    const full = { ...mother, crossing: crossing(0, (rules.corridors.villageMinutes ?? 0) - 59) };
    expect(code(giveToElder(gift(60), full, rules))).toBe('time_region_limit');
    const home = { ...mother, crossing: { county: undefined, village: undefined } };
    expect(giveToElder(gift(60), home, closed).ok).toBe(true);
  });

  it('knows when minutes cross from one county into another', () => {
    expect(crossingOf('230103001001', HONGGUANG)).toEqual({ county: '230103', village: HONGGUANG });
    expect(crossingOf('231222107001', HONGGUANG)).toBeUndefined();
  });

  it('to the pool needs no kinship, and a rule that allows it', () => {
    const to = { villageCode: HONGGUANG, crossing: crossing(0) };
    expect(giveToPool(gift(60), to, rules)).toMatchObject({ value: { transfer: { code: 'pool_gift' } } });
    expect(code(giveToPool(gift(60), to, { ...rules, give: { ...rules.give, pool: false } }))).toBe(
      'time_give_closed',
    );
    expect(code(giveToPool(gift(-60), to, rules))).toBe('time_amount_invalid');
    expect(code(giveToPool(gift(999), to, rules))).toBe('time_not_enough');
  });

  it('hands on all that an elder left, once nothing is set aside any more', () => {
    const left = {
      commandId: commandIdOf(2),
      giver: mothers(90),
      by: { ...by, role: 'coordinator' as const },
      at: AT,
    };
    const near = { county: undefined, village: undefined };
    const father = { account: elderAccount(elderIdOf(2)), crossing: near, rules };
    const given = (more: object, to = father) => giveEstate({ ...left, ...more }, to, rules);
    expect(given({})).toMatchObject({ value: { transfer: { code: 'estate', minutes: 90 } } });
    expect(code(given({ giver: { ...mothers(90), debitsPending: 1 } }))).toBe('time_estate_held');
    expect(code(given({ giver: mothers(0) }))).toBe('time_not_enough');
    expect(code(given({}, { ...father, account: left.giver.accountId }))).toBe('time_to_self');
  });

  it('hands an estate to another county within the limits of a gift, and counts it', () => {
    const { elsewhereMinutes } = rules.corridors;
    const left = { commandId: commandIdOf(2), giver: mothers(90), by, at: AT };
    const to = (before: number) => ({
      account: elderAccount(elderIdOf(2)),
      crossing: crossing(before),
      rules,
    });
    expect(giveEstate(left, to(elsewhereMinutes - 90), rules)).toMatchObject({
      value: { crossing: { county: { minutes: elsewhereMinutes }, village: { minutes: 90 } } },
    });
    expect(code(giveEstate(left, to(elsewhereMinutes - 89), rules))).toBe('time_region_limit');
  });

  it('grants to a pool out of issuance, and not a fraction', () => {
    const grant = {
      commandId: commandIdOf(3),
      by: { personId: personIdOf(2), role: 'official' as const },
      at: AT,
      why: '冬季',
    };
    const from = issuanceAccount('231222', grant.commandId);
    expect(grantToPool({ ...grant, minutes: 6000 }, HONGGUANG, from, rules)).toMatchObject({
      value: { code: 'pool_grant' },
    });
    expect(code(grantToPool({ ...grant, minutes: 0.5 }, HONGGUANG, from, rules))).toBe('time_amount_invalid');
  });
});

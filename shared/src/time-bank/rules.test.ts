import { describe, expect, it } from '@jest/globals';
import type { Day } from '../kernel/instant';
import { expiryAccount } from './account';
import { beijing, cityRules, countyRules, firstVersion, nanjing, shanghai } from './city-rules';
import { lapse, lapsing, monthsBefore } from './expiry';
import { AT, holding, rules } from './factories';
import { publish, rulesOn, timeRules } from './rules';
import { inTwoSentences, project } from './solvency';

const on = (text: string) => text as Day;

describe('the rules', () => {
  it('of the three cities and of the county are whole, and say what is reported and what is assumed', () => {
    for (const city of [...cityRules, countyRules]) {
      expect(timeRules.safeParse(firstVersion(city, '2026-01-01')).success).toBe(true);
      expect(city.sources.some((each) => !each.certain)).toBe(true);
    }
  });

  it('of the three cities say what the cities say', () => {
    expect(nanjing.caps.balanceMinutes).toBe(1500 * 60);
    expect(nanjing.fund.yearFen).toBe(10_000_000 * 100);
    expect([beijing.stepMinutes, beijing.redeem.fromAge]).toEqual([60, 60]);
    expect(beijing.give.kin).toEqual(['son', 'daughter', 'grandchild']);
    expect([shanghai.caps.dayMinutes, shanghai.caps.balanceMinutes]).toEqual([2 * 60, 600 * 60]);
  });

  it('that hold on a day are the latest that had begun; what is to come changes nothing yet', () => {
    const next = { ...rules, version: 2, validFrom: on('2026-07-01') };
    expect(rulesOn([rules, next], on('2026-06-30'))?.version).toBe(1);
    expect(rulesOn([next, rules], on('2026-07-01'))?.version).toBe(2);
    expect(rulesOn([rules], on('2025-12-31'))).toBeUndefined();
  });

  it('begin tomorrow at the earliest, with the next number', () => {
    const { version: _, ...next } = { ...rules, validFrom: on('2026-03-03') };
    expect(publish([rules], next, on('2026-03-02'))).toMatchObject({ value: { version: 2 } });
    for (const past of ['2026-03-02', '2020-01-01'])
      expect(publish([rules], { ...next, validFrom: on(past) }, on('2026-03-02'))).toMatchObject({
        refusal: { code: 'time_rules_date' },
      });
  });
});

describe('lapsing', () => {
  it('takes what was credited before the cut and not used since, and never what is set aside', () => {
    expect(lapsing({ ...holding(100), debitsPosted: 30 }, 60)).toBe(30);
    expect(lapsing({ ...holding(100), debitsPosted: 30, debitsPending: 20 }, 60)).toBe(10);
    expect(lapsing({ ...holding(100), debitsPosted: 70 }, 60)).toBe(0);
    expect(lapsing(holding(50), 60)).toBe(50);
  });

  it('is one transfer an account and month', () => {
    const to = expiryAccount('230103', 'x');
    const once = lapse(holding(100), 60, to, rules, AT);
    expect(once).toMatchObject({
      code: 'expire',
      minutes: 60,
      transferId: lapse(holding(9), 60, to, rules, AT)?.transferId,
    });
    expect(lapse(holding(100), 0, to, rules, AT)).toBeUndefined();
  });

  it('counts months back to a day that exists', () => {
    expect(monthsBefore(on('2026-03-31'), 1)).toBe('2026-02-28');
    expect(monthsBefore(on('2026-01-15'), 13)).toBe('2024-12-15');
  });
});

describe('solvency', () => {
  it('projects what elders hold into two years, and what others hold from their seventieth on', () => {
    const years = project(
      [
        { minutes: 200, birthYear: 1950, kind: 'elder' },
        { minutes: 1000, birthYear: 1960, kind: 'person' },
      ],
      2026,
      500,
    );
    expect(years.map((each) => each.redeemMinutes)).toEqual([100, 100, 0, 0, 100, 100, 100, 100, 100, 100]);
    expect(years[0]).toMatchObject({ year: 2026, capacityMinutes: 500 });
  });

  it('is told to members in two sentences', () => {
    for (const s of [
      { outstandingMinutes: 6000, capacityMinutes: 12_000 },
      { outstandingMinutes: 60_000, capacityMinutes: 12_000 },
      { outstandingMinutes: 600, capacityMinutes: 0 },
    ]) {
      const { zh, en } = inTwoSentences(s);
      expect(zh.match(/。/g)).toHaveLength(2);
      expect(en.match(/\.( |$)/g)).toHaveLength(2);
    }
  });
});

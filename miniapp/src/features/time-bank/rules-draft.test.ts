import { describe, expect, it } from '@jest/globals';
import type { Day, Instant } from '@shared/kernel/instant';
import { cityRules, countyRules } from '@shared/time-bank/city-rules';
import { timeRules } from '@shared/time-bank/rules';
import { beginnings, draftOf, rulesFrom, wrongNumbers } from './rules-draft';
import { rulesDifferences, rulesRows } from './rules-words';

const FROM = '2026-12-01' as Day;

describe('new rules as they are typed', () => {
  it('are the rules one began from, where nothing was changed', () => {
    for (const city of [...cityRules, countyRules])
      expect(rulesFrom(draftOf(city), city, FROM)).toEqual({ ...city, validFrom: FROM });
  });

  it('are what the server takes, whatever example they began from', () => {
    for (const city of cityRules)
      expect(timeRules.safeParse({ ...rulesFrom(draftOf(city), city, FROM), version: 2 }).success).toBe(true);
  });

  it('keep half hours, let a limit go where its field is empty, and name what is no number', () => {
    const draft = draftOf(countyRules);
    const changed = { ...draft, numbers: { ...draft.numbers, day: '2.5', month: '', share: '7' } };
    expect(wrongNumbers(changed)).toEqual([]);
    const rules = rulesFrom(changed, countyRules, FROM);
    expect(rules.caps).toEqual({ dayMinutes: 150, balanceMinutes: 90_000 });
    const wrong = {
      ...draft,
      numbers: { ...draft.numbers, day: '-1', share: '', hold: '三天', month: '0.001' },
    };
    expect(wrongNumbers(wrong)).toEqual(['day', 'month', 'share', 'hold']);
  });

  it('are told by what is otherwise, before and after', () => {
    const next = { ...countyRules, caps: { ...countyRules.caps, dayMinutes: 120 } };
    expect(rulesDifferences(countyRules, next, 'zh-CN')).toEqual([
      { label: '每人每天最多', before: '6 小时', after: '2 小时' },
    ]);
    expect(rulesDifferences(countyRules, countyRules, 'en')).toEqual([]);
    expect(rulesRows(countyRules, 'zh-CN').map(({ value }) => value)).not.toContain('');
  });

  it('begin tomorrow, next month or next year, across the end of a year as well', () => {
    expect(beginnings('2026-12-31T02:00:00.000Z' as Instant)).toEqual({
      tomorrow: '2027-01-01',
      nextMonth: '2027-01-01',
      nextYear: '2027-01-01',
    });
    expect(beginnings('2026-11-25T02:00:00.000Z' as Instant)).toMatchObject({ nextMonth: '2026-12-01' });
  });
});

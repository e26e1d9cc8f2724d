import { describe, expect, it, test } from '@jest/globals';
import type { Day } from '../kernel/instant';
import type { Ability } from '../people/elder';
import { abilityLevel, checkCircumstances } from './ability-level';
import { bestBut, nothingElse } from './factories';
import { bandOf, fullScore, leastOf, mostOf } from './instrument';
import { currentInstrument, instrumentCodes, instruments } from './instruments';
import { abilityAssessment } from './instruments/ability';
import { barthelIndex } from './instruments/barthel';
import { depressionScreening } from './instruments/depression';
import { frailScreening } from './instruments/short-scales';
import { scoreOf } from './score';

describe.each(instruments.map((each) => [each.code, each] as const))('the instrument %s', (_, instrument) => {
  it('has items and answers of different names, each said in both languages', () => {
    const codes = instrument.items.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { options, zh, en } of instrument.items) {
      expect(zh).not.toBe('');
      expect(en).not.toMatch(/[\u4e00-\u9fff]/);
      expect(new Set(options.map(({ choice }) => choice)).size).toBe(options.length);
      for (const option of options)
        expect([option.zh === '', option.en]).toEqual([false, expect.not.stringMatching(/[\u4e00-\u9fff]/)]);
    }
  });
  it('has bands that meet without gap or overlap from the least to the full score', () => {
    const sorted = [...instrument.bands].sort((a, b) => a.from - b.from);
    expect(sorted[0]?.from).toBe(instrument.items.reduce((sum, item) => sum + leastOf(item), 0));
    expect(sorted.at(-1)?.to).toBe(fullScore(instrument));
    for (const [index, band] of sorted.slice(1).entries())
      expect(band.from).toBe((sorted[index]?.to ?? 0) + 1);
  });
});

test('the list of codes is the list of instruments, and each leads to its current version', () => {
  for (const code of instrumentCodes) expect(currentInstrument(code)?.code).toBe(code);
  expect(currentInstrument('zarit')).toBeUndefined();
  expect([...instrumentCodes]).toEqual(instruments.map(({ code }) => code));
});

describe('GB/T 42195-2022', () => {
  it('has 26 items in four domains of 32, 15, 28 and 15 points, 90 in all', () => {
    expect(abilityAssessment.items).toHaveLength(26);
    const most = abilityAssessment.domains.map(({ code }) =>
      abilityAssessment.items
        .filter(({ domain }) => domain === code)
        .reduce((sum, item) => sum + mostOf(item), 0),
    );
    expect(most).toEqual([32, 15, 28, 15]);
    expect(fullScore(abilityAssessment)).toBe(90);
  });

  it('gives each item the maximum of the standard', () => {
    const most = Object.fromEntries(abilityAssessment.items.map((item) => [item.code, mostOf(item)]));
    expect(most).toEqual({
      eating: 4,
      grooming: 4,
      bathing: 4,
      dressing_upper: 4,
      dressing_lower: 4,
      bladder: 4,
      bowel: 4,
      toileting: 4,
      turning: 4,
      transfer: 4,
      walking: 4,
      stairs: 3,
      time: 4,
      place: 4,
      person: 4,
      memory: 4,
      understanding: 4,
      expression: 4,
      aggression: 1,
      depression: 1,
      consciousness: 2,
      sight: 2,
      hearing: 2,
      daily_affairs: 4,
      transport: 3,
      contact: 4,
    });
  });

  test.each([
    [90, 'intact'],
    [89, 'mild'],
    [66, 'mild'],
    [65, 'moderate'],
    [46, 'moderate'],
    [45, 'severe'],
    [30, 'severe'],
    [29, 'complete'],
    [0, 'complete'],
  ] as const)('%d points are %s', (points, level) => {
    expect(bandOf(abilityAssessment, points).code).toBe(level);
  });

  /** A sheet by hand: what is lost at each item, and what remains of 90. */
  test.each([
    ['nothing is lost', {}, 90, 'intact', [32, 15, 28, 15]],
    ['one point at the stairs', { stairs: '2' }, 89, 'mild', [32, 14, 28, 15]],
    [
      'a widow of 81: washing, stairs, memory, mood, ears, company',
      {
        bathing: '2',
        dressing_lower: '3',
        bladder: '3',
        toileting: '3',
        walking: '3',
        stairs: '1',
        time: '3',
        memory: '2',
        depression: '0',
        sight: '1',
        hearing: '1',
        daily_affairs: '2',
        transport: '1',
        contact: '1',
      },
      90 - 2 - 1 - 1 - 1 - 1 - 2 - 1 - 2 - 1 - 1 - 1 - 2 - 2 - 3,
      'mild',
      [27, 12, 24, 6],
    ],
    [
      'everything by others but awake and talking',
      {
        eating: '1',
        grooming: '0',
        bathing: '0',
        dressing_upper: '0',
        dressing_lower: '0',
        bladder: '1',
        bowel: '1',
        toileting: '0',
        turning: '1',
        transfer: '0',
        walking: '0',
        stairs: '0',
        daily_affairs: '0',
        transport: '0',
        contact: '2',
      },
      90 - 3 - 4 - 4 - 4 - 4 - 3 - 3 - 4 - 3 - 4 - 4 - 3 - 4 - 3 - 2,
      'severe',
      [3, 1, 28, 6],
    ],
  ] as const)('a sheet worked by hand: %s', (_, but, points, level, domains) => {
    const score = scoreOf(abilityAssessment, bestBut(abilityAssessment, but));
    expect(score).toMatchObject({ kind: 'whole', score: points, band: level });
    expect(score.kind === 'whole' && score.domains.map((each) => each.score)).toEqual(domains);
  });
});

describe('the level after the modifiers', () => {
  const today = '2026-05-31' as Day;
  const fell = (on: string) => ({ kind: 'fall' as const, on: on as Day });
  const of = (level: Ability | undefined, given: Partial<typeof nothingElse>) =>
    abilityLevel(level, { ...nothingElse, ...given }, today);

  test.each([
    ['intact', 'mild'],
    ['mild', 'moderate'],
    ['moderate', 'severe'],
    ['severe', 'complete'],
    ['complete', 'complete'],
  ] as const)('dementia makes %s one level worse: %s', (before, after) => {
    expect(of(before, { dementia: true })).toEqual({ level: after, modifiers: ['dementia'] });
    expect(of(before, { mentalDisorder: true }).level).toBe(after);
  });

  it('is one level worse in all, even if everything applies', () => {
    const all = {
      dementia: true,
      mentalDisorder: true,
      riskEvents: [fell('2026-05-30'), fell('2026-05-29'), fell('2026-05-28')],
    };
    expect(of('mild', all)).toEqual({
      level: 'moderate',
      modifiers: ['dementia', 'mental_disorder', 'risk_events'],
    });
  });

  it('counts two events of any kind within thirty days, the thirtieth day included', () => {
    const choked = { kind: 'choking' as const, on: '2026-05-01' as Day };
    expect(of('mild', { riskEvents: [choked, fell('2026-05-20')] }).level).toBe('moderate');
    expect(of('mild', { riskEvents: [fell('2026-04-30'), fell('2026-05-20')] }).level).toBe('mild');
    expect(of('mild', { riskEvents: [fell('2026-05-20')] }).level).toBe('mild');
  });

  it('is complete in coma, whatever the score and even without one', () => {
    expect(of('intact', { coma: true }).level).toBe('complete');
    expect(of(undefined, { coma: true })).toEqual({ level: 'complete', modifiers: ['coma'] });
  });

  it('refuses coma in somebody who is awake, and events of tomorrow', () => {
    const coma = checkCircumstances({ ...nothingElse, coma: true }, '2', today);
    expect(coma).toMatchObject({
      refusal: { code: 'circumstances_impossible', field: 'circumstances.coma' },
    });
    expect(checkCircumstances({ ...nothingElse, coma: true }, '0', today).ok).toBe(true);
    expect(
      checkCircumstances({ ...nothingElse, riskEvents: [fell('2026-06-01')] }, '2', today),
    ).toMatchObject({
      refusal: { field: 'circumstances.riskEvents.0.on' },
    });
  });
});

describe('the other scales, against sheets worked by hand', () => {
  it('GDS-15 counts no at 1, 5, 7, 11, 13 and yes at the other ten', () => {
    const all = (choice: string) =>
      Object.fromEntries(depressionScreening.items.map(({ code }) => [code, { choice }]));
    expect(scoreOf(depressionScreening, all('yes'))).toMatchObject({ score: 10 });
    expect(scoreOf(depressionScreening, all('no'))).toMatchObject({ score: 5 });
    const counted = depressionScreening.items.filter(({ options }) =>
      options.some((o) => o.choice === 'no' && o.score === 1),
    );
    expect(counted.map(({ code }) => code)).toEqual(['g1', 'g5', 'g7', 'g11', 'g13']);
  });
  test.each([
    [0, 'usual'],
    [4, 'usual'],
    [5, 'low'],
    [8, 'low'],
    [9, 'lower'],
    [11, 'lower'],
    [12, 'lowest'],
    [15, 'lowest'],
  ] as const)('GDS-15 of %d is %s', (points, band) => {
    expect(bandOf(depressionScreening, points).code).toBe(band);
  });
  test.each([
    [0, 'heavy'],
    [40, 'heavy'],
    [45, 'medium'],
    [60, 'medium'],
    [65, 'light'],
    [95, 'light'],
    [100, 'none'],
  ] as const)('Barthel of %d is %s', (points, band) => {
    expect(bandOf(barthelIndex, points).code).toBe(band);
  });
  it('Barthel has ten items that add up to 100, and a sheet by hand', () => {
    expect([barthelIndex.items.length, fullScore(barthelIndex)]).toEqual([10, 100]);
    const sheet = { bathing: '0', dressing: '5', transfer: '10', walking: '10', stairs: '0' };
    expect(scoreOf(barthelIndex, bestBut(barthelIndex, sheet))).toMatchObject({ score: 70, band: 'light' });
  });
  test.each([
    [0, 'robust'],
    [1, 'prefrail'],
    [2, 'prefrail'],
    [3, 'frail'],
    [5, 'frail'],
  ] as const)('FRAIL of %d is %s', (points, band) => {
    expect(bandOf(frailScreening, points).code).toBe(band);
  });
});

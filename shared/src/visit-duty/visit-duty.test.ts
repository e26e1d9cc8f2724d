import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bestBut } from '../assessments/factories';
import { barthelIndex } from '../assessments/instruments/barthel';
import { depressionScreening } from '../assessments/instruments/depression';
import { resultOf } from '../assessments/result';
import type { AlertId, EntryId } from '../kernel/ids';
import { addDays, addMinutes, beijing, type Day, type Instant } from '../kernel/instant';
import { isDue, type VisitDuty, visitDuty } from './duty';
import { aloneAndOld, aWarning, due, rested, seenBy, sunLi, TUESDAY } from './factories';
import { mayTakeBack, notReached, seen, takeBack } from './outcome';
import { countedIn, countedOut, countVillage, percentOf } from './rate';
import { type Facts, newDuty, plusDays, review } from './review';
import { riskOf } from './risk';
import { festivals, visitRules } from './rules';
import { checkDays } from './warning';

const today = beijing(TUESDAY).day;
const quiet: Facts = { risk: aloneAndOld, livesAlone: true, warnings: [], crises: [] };
const causesOf = (d: VisitDuty) => (isDue(d) ? d.causes.map(({ kind, dueOn }) => [kind, dueOn]) : []);
const alertId = `alert_${'0'.repeat(26)}` as AlertId;
const record = (at: Instant, n = 1) => ({
  ...seenBy(sunLi, sunLi.name, TUESDAY),
  entryId: `entry_${String(n).padStart(26, '0')}` as EntryId,
  at,
});

describe('the tier of an elder', () => {
  const elder = { livesAlone: false, ability: 'intact', birthYear: 1956, phone: '13845550101' } as const;
  const barthel = (but: Record<string, string>, on = today) => ({
    code: 'barthel',
    result: resultOf(barthelIndex, bestBut(barthelIndex, but), undefined, on),
  });

  it('is the quarterly one for who lives with family and needs nothing', () => {
    expect(riskOf(elder, [], today)).toEqual({ tier: 'general', difficult: false, reasons: [] });
  });
  it('is the monthly one for who lives alone, and the weekly one from eighty on, with the stronger reason alone', () => {
    expect(riskOf({ ...elder, livesAlone: true }, [], today)).toEqual({
      tier: 'key',
      difficult: true,
      reasons: ['alone'],
    });
    expect(riskOf({ ...elder, livesAlone: true, birthYear: 1946 }, [], today)).toEqual({
      tier: 'high',
      difficult: true,
      reasons: ['alone_aged'],
    });
  });
  it('follows the latest Barthel, and an old one says nothing', () => {
    const heavy = Object.fromEntries(barthelIndex.items.map((item) => [item.code, '0']));
    expect(riskOf(elder, [barthel(heavy)], today)).toMatchObject({ tier: 'high', difficult: true });
    expect(riskOf(elder, [barthel({})], today)).toMatchObject({ tier: 'general' });
    expect(riskOf(elder, [barthel(heavy, plusDays(today, -366))], today)).toMatchObject({ tier: 'general' });
  });
  it('is high for very low spirits, without making somebody a case of special difficulty', () => {
    const sad = resultOf(depressionScreening, bestBut(depressionScreening, {}), undefined, today);
    expect(riskOf(elder, [{ code: 'gds-15', result: sad }], today)).toEqual({
      tier: 'high',
      difficult: false,
      reasons: ['very_low'],
    });
  });
});

describe('what is due', () => {
  it('is nothing while the elder was seen lately, and the usual visit from three days before its date', () => {
    expect(review(rested(3), quiet, TUESDAY).status).toBe('rested');
    expect(causesOf(review(rested(4), quiet, TUESDAY))).toEqual([['routine', plusDays(today, 3)]]);
    expect(causesOf(review(rested(9), quiet, TUESDAY))).toEqual([['routine', plusDays(today, -2)]]);
  });
  it('comes sooner when the tier rises and the visit was due later', () => {
    const seldom = review(
      rested(10),
      { ...quiet, risk: { tier: 'general', difficult: false, reasons: [] } },
      TUESDAY,
    );
    expect(seldom).toMatchObject({ status: 'rested', nextOn: plusDays(today, 80) });
    expect(review(seldom, quiet, TUESDAY)).toMatchObject({ status: 'due', dueOn: plusDays(today, -3) });
  });
  it('is a visit within a day after an SOS, however lately somebody was there', () => {
    const crises = [{ alertId, raisedAt: TUESDAY }];
    expect(causesOf(review(rested(1), { ...quiet, crises }, addMinutes(TUESDAY, 60)))).toEqual([
      ['crisis', plusDays(today, 1)],
    ]);
    const after = seen(rested(1), record(addMinutes(TUESDAY, 90)));
    expect(review(after, { ...quiet, crises }, addMinutes(TUESDAY, 120)).status).toBe('rested');
  });
  it('is one more before snow, again every two days while it lasts, and none when the warning is ended', () => {
    const warning = aWarning('231222107', sunLi.personId, TUESDAY);
    const facts = { ...quiet, warnings: [warning] };
    expect(causesOf(review(rested(1), facts, TUESDAY))).toEqual([['weather', plusDays(today, 1)]]);
    const gone = seen(rested(1), record(addMinutes(TUESDAY, 60)));
    expect(causesOf(review(gone, facts, addDays(TUESDAY, 1)))).toEqual([['weather', plusDays(today, 2)]]);
    const ended = { ...warning, ended: { by: sunLi.personId, at: TUESDAY } };
    expect(review(rested(1), { ...quiet, warnings: [ended] }, TUESDAY).status).toBe('rested');
    const elsewhere = { ...warning, regionCode: '231222999' };
    expect(review(rested(1), { ...quiet, warnings: [elsewhere] }, TUESDAY).status).toBe('rested');
  });
  it('is one more in the week before Spring Festival, once', () => {
    const eve = '2027-02-01T02:00:00.000Z' as Instant;
    const before = rested(3, eve);
    expect(causesOf(review({ ...before, lastSeen: undefined } as never, quiet, eve))).toContainEqual([
      'festival',
      '2027-02-06',
    ]);
    expect(review(seen(before, record(eve)), quiet, addDays(eve, 1)).status).toBe('rested');
  });
  it('that nobody did in time is counted as missed, once', () => {
    const warning = aWarning('231222107', sunLi.personId, TUESDAY);
    const waiting = review(rested(1), { ...quiet, warnings: [warning] }, TUESDAY);
    const over = review(waiting, { ...quiet, warnings: [warning] }, addDays(TUESDAY, 6));
    const again = review(over, quiet, addDays(TUESDAY, 6));
    expect(over.months.map(({ missed }) => missed)).toEqual([1]);
    expect(again.months).toEqual(over.months);
  });
  it('is spread over the interval for a village newly taken in', () => {
    const first = Array.from(
      { length: 60 },
      (_, n) =>
        newDuty(
          { elderId: `elder_${String(n).padStart(26, '0')}` as never, villageCode: '231222107201' },
          { risk: { tier: 'key', difficult: false, reasons: [] } },
          today,
        ).nextOn,
    );
    expect(new Set(first).size).toBeGreaterThan(20);
    for (const on of first) expect(on >= today && on < plusDays(today, 30)).toBe(true);
  });
  it('knows the lunar calendar', () => {
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
      month: 'numeric',
      day: 'numeric',
      timeZone: 'Asia/Shanghai',
    });
    // The new moon of February 2027 is four minutes before midnight in Beijing, and ICU takes it for the day after.
    const told = new Set(
      festivals
        .filter(({ code }) => code !== 'spring-2027')
        .map(({ code, on }) => {
          const parts = lunar.formatToParts(new Date(`${on}T04:00:00Z`));
          const of = (type: string) => parts.find((each) => each.type === type)?.value;
          return `${code.split('-')[0]} ${of('month')}/${of('day')}`;
        }),
    );
    expect([...told].sort()).toEqual([
      'double_ninth 9/9',
      'dragon_boat 5/5',
      'mid_autumn 8/15',
      'spring 1/1',
    ]);
  });
  it('whatever happens in whatever order: said twice is said once, every state fits, nobody unreached goes quiet', () => {
    const doing = fc.oneof(
      fc.record({ kind: fc.constant('night' as const), days: fc.integer({ min: 0, max: 40 }) }),
      fc.record({ kind: fc.constant('seen' as const), minutes: fc.integer({ min: 0, max: 3000 }) }),
      fc.record({ kind: fc.constant('tried' as const), minutes: fc.integer({ min: 0, max: 300 }) }),
      fc.record({ kind: fc.constant('snow' as const), days: fc.integer({ min: 0, max: 4 }) }),
      fc.record({ kind: fc.constant('sos' as const), minutes: fc.integer({ min: 0, max: 90 }) }),
    );
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 16 }), (steps) => {
        let now = TUESDAY;
        let facts = quiet;
        let d: VisitDuty = newDuty(rested(1), facts, today);
        for (const step of steps) {
          now = 'days' in step ? addDays(now, step.days) : addMinutes(now, step.minutes);
          if (step.kind === 'snow') facts = { ...facts, warnings: [aWarning('231222', sunLi.personId, now)] };
          if (step.kind === 'sos') facts = { ...facts, crises: [{ alertId, raisedAt: now }] };
          if (step.kind === 'seen') d = seen(d, record(now));
          if (step.kind === 'tried') {
            const tried = notReached(d, record(now), alertId);
            if (tried.ok) d = tried.value.duty;
          }
          const was = d;
          d = review(d, facts, now);
          expect(review(d, facts, now)).toEqual(d);
          expect(visitDuty.safeParse(d).error).toBeUndefined();
          if (was.status === 'unreached') expect(d.status).toBe('unreached');
          if (d.status === 'rested') expect(d.nextOn > beijing(now).day).toBe(true);
          if (isDue(d)) expect(d.dueOn).toBe(d.causes.map(({ dueOn }) => dueOn).sort()[0]);
        }
      }),
      { seed: 20261125, numRuns: 40 },
    );
  });
});

describe('an outcome', () => {
  it('seen answers every cause, sets the next date, and is what the elder’s card says', () => {
    const after = seen(due(), record(TUESDAY));
    expect(after).toMatchObject({
      status: 'rested',
      nextOn: plusDays(today, visitRules.everyDays.high),
      lastSeen: { byName: '孙丽', well: true },
      months: [{ month: '2026-11', home: 1 }],
    });
  });
  it('not reached begins the ladder at the second try, and two knocks in a few minutes are one', () => {
    const first = notReached(due(), record(TUESDAY), alertId);
    if (!first.ok) throw new Error('refused');
    expect(first.value).toMatchObject({ ladder: false, duty: { status: 'due' } });
    expect(notReached(first.value.duty, record(addMinutes(TUESDAY, 5)), alertId)).toMatchObject({
      refusal: { code: 'duty_tried_just_now' },
    });
    const second = notReached(first.value.duty, record(addMinutes(TUESDAY, 30)), alertId);
    expect(second).toMatchObject({ value: { ladder: true, duty: { status: 'unreached', alertId } } });
  });
  it('not reached is refused while nothing is due', () => {
    expect(notReached(rested(1), record(TUESDAY), alertId)).toMatchObject({
      refusal: { code: 'duty_not_due' },
    });
  });
  it('recorded by mistake is taken back by the same person within a day, and the visit is due again', () => {
    const before = review(rested(9), quiet, TUESDAY);
    const wrong = record(TUESDAY, 2);
    const earlier = record(addDays(TUESDAY, -9), 1);
    const after = seen(before, wrong);
    const later = addMinutes(TUESDAY, 20);
    const back = takeBack(after, wrong, [wrong, earlier], sunLi.personId, later);
    expect(back).toMatchObject({
      value: { status: 'due', dueOn: today, lastSeen: { at: earlier.at }, months: [{ home: 0 }] },
    });
    expect(mayTakeBack(after, wrong, `person_${'0'.repeat(26)}` as never, later)).toBe(false);
    expect(mayTakeBack(after, wrong, sunLi.personId, addDays(TUESDAY, 2))).toBe(false);
    expect(mayTakeBack(after, earlier, sunLi.personId, later)).toBe(false);
  });
});

describe('the rate of a village', () => {
  it('counts elders in special difficulty once a month, by night or by each visit alike', () => {
    const nobody = review(rested(40), quiet, TUESDAY);
    const family = {
      ...review(rested(40), { ...quiet, risk: { tier: 'general', difficult: false, reasons: [] } }, TUESDAY),
    };
    const row = countVillage('231222107201', '2026-11', [nobody, family], TUESDAY);
    expect(row).toMatchObject({ elders: 2, difficult: 1, difficultSeen: 0 });
    const once = seen(nobody, record(TUESDAY));
    const twice = seen(once, { ...record(addMinutes(TUESDAY, 60)), how: 'phone' });
    const counted = countedIn(countedIn(row, nobody, once, 'home'), once, twice, 'phone');
    expect(counted).toEqual(countVillage('231222107201', '2026-11', [twice, family], TUESDAY));
    expect(counted).toMatchObject({ difficultSeen: 1, home: 1, phone: 1 });
    expect(percentOf(counted)).toEqual({ percent: 100 });
    expect(countedOut(countedOut(counted, twice, once, 'phone'), once, nobody, 'home')).toEqual(row);
  });
  it('is one hundred only when everybody was seen, and nothing where nobody is counted', () => {
    expect(percentOf({ difficult: 300, difficultSeen: 299 })).toEqual({ percent: 99 });
    expect(percentOf({ difficult: 0, difficultSeen: 0 })).toEqual({});
  });
});

it('a warning is for days that can be', () => {
  const days = (from: string, to: string) => checkDays({ from: from as Day, to: to as Day }, today);
  expect(days(today, plusDays(today, 2)).ok).toBe(true);
  expect(days(plusDays(today, 2), today)).toMatchObject({ refusal: { code: 'time_order_invalid' } });
  expect(days('2026-11-01', '2026-11-02')).toMatchObject({ refusal: { code: 'warning_past' } });
  expect(days(today, plusDays(today, 14))).toMatchObject({ refusal: { code: 'warning_too_long' } });
});

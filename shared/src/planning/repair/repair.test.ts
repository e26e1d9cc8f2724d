import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Day, PlannedVisit } from '../day';
import type { Plan } from '../plan';
import { solve } from '../solve';
import { dayOf, wanted } from '../testing/factories';
import { faults } from '../testing/faults';
import { movedSentence } from './moved-sentence';
import { repair } from './repair';
import type { Upset } from './upset';

const planned = (seed: number, patients = 24, village = true) => {
  const day = dayOf({ seed, patients, caregivers: 7, pairs: 0.3, village });
  return { day, plan: solve(day, { seed, steps: 20_000 }).plan };
};
const helperOf = (plan: Plan, visit: number, place = 0): number =>
  plan.routes.findIndex((stops) => stops.some((stop) => stop.visit === visit && stop.place === place));
const helpers = (plan: Plan): Map<string, number> =>
  new Map(
    plan.routes.flatMap((stops, helper) => stops.map(({ visit, place }) => [`${visit}/${place}`, helper])),
  );
/** Places that both plans serve, by different helpers. */
const changedHands = (before: Plan, after: Plan): string[] => {
  const now = helpers(after);
  return [...helpers(before)]
    .filter(([name, helper]) => now.has(name) && now.get(name) !== helper)
    .map(([name]) => name);
};
const urgentVisit = (day: Day, over: Partial<PlannedVisit> = {}): PlannedVisit => ({
  id: 'urgent',
  site: day.helpers.length,
  opensAt: 200,
  dueBy: 320,
  latestStart: Number.POSITIVE_INFINITY,
  places: [{ service: 'any', minutes: 20, choices: day.helpers.map((_, helper) => ({ helper, cost: 0 })) }],
  unmetCost: 100_000,
  ...over,
});

const upsetOf = (day: Day, kind: Upset['kind'], pick: number): Upset => {
  const helper = pick % day.helpers.length;
  switch (kind) {
    case 'cancelled':
      return { kind, visit: pick % day.visits.length };
    case 'sick':
      return { kind, helper };
    case 'late':
      return { kind, helper, until: 100 + (pick % 300) };
    case 'urgent':
      return { kind, visit: urgentVisit(day) };
  }
};

describe('a plan that is upset', () => {
  test('keeps every hard rule after the repair, and leaves what has begun as it was', () => {
    fc.assert(
      fc.property(
        wanted,
        fc.constantFrom<Upset['kind']>('cancelled', 'sick', 'late', 'urgent'),
        fc.nat(1000),
        fc.constantFrom(0, 150, 300),
        (each, kind, pick, now) => {
          const day = dayOf(each);
          const { plan } = solve(day, { seed: each.seed, steps: 5_000 });
          const begun = plan.routes.flatMap((stops, helper) =>
            stops.filter(({ startsAt }) => startsAt < now).map((stop) => ({ ...stop, helper })),
          );
          const upset = upsetOf(day, kind, pick);
          // What has begun can neither be cancelled nor taken from whoever falls ill.
          fc.pre(upset.kind !== 'cancelled' || !begun.some(({ visit }) => visit === upset.visit));
          fc.pre(
            (upset.kind !== 'sick' && upset.kind !== 'late') ||
              !begun.some(({ helper }) => helper === upset.helper),
          );
          const mended = repair(day, plan, upset, now);
          // Of two places in order one may have begun when nobody is left for the other, and a visit may have
          // begun without the one it should have followed, which is still better met late than never.
          const started = begun.map(({ visit }) => day.visits[visit]?.id);
          const past = started.flatMap((id) => [`${id} is unmet and served`, `${id} starts before `]);
          // The same holds for one that somebody is on the way to, where the other was given up before.
          const givenUp = plan.unmet.map((visit) => `starts before ${day.visits[visit]?.id} has ended`);
          const wrong = faults(mended.day, mended.plan).filter(
            (fault) =>
              !past.some((each) => fault.startsWith(each)) && !givenUp.some((each) => fault.endsWith(each)),
          );
          expect(wrong).toEqual([]);
          for (const { helper, ...stop } of begun) expect(mended.plan.routes[helper]).toContainEqual(stop);
          expect(repair(day, plan, upset, now)).toEqual(mended);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('gives nobody another helper when a visit is cancelled', () => {
    for (const seed of [1, 2, 3]) {
      const { day, plan } = planned(seed);
      const visit = plan.routes.flat()[0]?.visit ?? 0;
      const mended = repair(day, plan, { kind: 'cancelled', visit }, 0);
      expect(changedHands(plan, mended.plan)).toEqual([]);
      expect(mended.plan.routes.flat().some((stop) => stop.visit === visit)).toBe(false);
      expect(mended.moved).toContainEqual(
        expect.objectContaining({ visit, kind: 'dropped', why: 'cancelled' }),
      );
    }
  });

  test('gives another helper to the visits of one who falls ill, and to hardly any other', () => {
    const { day, plan } = planned(4, 24, false);
    const helper = plan.routes.findIndex((stops) => stops.length > 2);
    const mended = repair(day, plan, { kind: 'sick', helper }, 0);
    expect(mended.plan.routes[helper]).toEqual([]);
    const theirs = new Set(plan.routes[helper]?.map(({ visit, place }) => `${visit}/${place}`));
    const others = changedHands(plan, mended.plan).filter((name) => !theirs.has(name));
    const reasons = mended.moved.filter(({ kind }) => kind === 'other_helper').map(({ why }) => why);
    expect(others.length).toBeLessThanOrEqual(1);
    expect(reasons).toContain('sick');
  });

  test('finds someone for an urgent visit and says who, when and why', () => {
    const { day, plan } = planned(5, 24, false);
    const mended = repair(day, plan, { kind: 'urgent', visit: urgentVisit(day) }, 100);
    const visit = day.visits.length;
    const helper = helperOf(mended.plan, visit);
    expect(changedHands(plan, mended.plan)).toEqual([]);
    expect(mended.moved).toContainEqual(
      expect.objectContaining({
        visit,
        kind: 'placed',
        why: 'urgent',
        after: expect.objectContaining({ helper }),
      }),
    );
  });

  test('names an urgent visit that nobody may do, and moves nothing for it', () => {
    const { day, plan } = planned(6);
    const visit = urgentVisit(day, { places: [{ service: 'any', minutes: 20, choices: [] }] });
    const mended = repair(day, plan, { kind: 'urgent', visit }, 0);
    expect(mended.plan.unmet).toContain(day.visits.length);
    expect(mended.plan.routes).toEqual(plan.routes);
    expect(mended.moved).toEqual([
      { visit: day.visits.length, place: 0, kind: 'unmet', before: undefined, why: 'urgent' },
    ]);
  });

  test('says in both languages what moved and why', () => {
    const names = { visit: () => '王大娘', helper: (index: number) => ['李桂芬', '赵守田'][index] ?? '' };
    const moved = {
      visit: 1,
      place: 0,
      kind: 'other_helper',
      why: 'sick',
      before: { helper: 0, startsAt: 600 },
      after: { helper: 1, startsAt: 625 },
    } as const;
    expect(movedSentence(moved, names)).toEqual({
      zh: '王大娘：10:25 改由赵守田去，原来是李桂芬，原来的帮手病了。',
      en: '王大娘: 赵守田 comes at 10:25 instead of 李桂芬; the helper who was to come is ill.',
    });
  });
});

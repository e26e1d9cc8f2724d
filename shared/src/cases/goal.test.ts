import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import type { RequestId } from '../kernel/ids';
import type { Day } from '../kernel/instant';
import { fen } from '../kernel/quantity';
import { checkConsent, type RepresentativeRank, representativeRank } from './consent';
import { arranged, setIntervention, takeOut } from './edit';
import { company, goalIdOf, interventionIdOf, planned, underWay } from './factories';
import { allLevels, attainmentScore } from './goal';
import { costsByPayer } from './plan';

describe('goal attainment', () => {
  // By hand with ρ = 0.3: one goal, T = 50 + 10·x; two equal goals at +1 and +1, T = 50 + 20 / √(1.4 + 1.2) = 62.4.
  test.each([
    [[{ weight: 1, level: 0 }], 50],
    [[{ weight: 3, level: 2 }], 70],
    [[{ weight: 1, level: -2 }], 30],
    [
      [
        { weight: 1, level: 1 },
        { weight: 1, level: 1 },
      ],
      62.4,
    ],
    [
      [
        { weight: 2, level: -1 },
        { weight: 1, level: 0 },
      ],
      42,
    ],
  ] as const)('of %j is %d', (goals, score) => {
    expect(attainmentScore([...goals])).toBe(score);
  });
  it('is absent without goals, 50 when all is as hoped, and rises with any goal', () => {
    expect(attainmentScore([])).toBeUndefined();
    const some = fc.array(
      fc.record({ weight: fc.integer({ min: 1, max: 5 }), level: fc.constantFrom(...allLevels) }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(some, (goals) => {
        expect(attainmentScore(goals.map((each) => ({ ...each, level: 0 as const })))).toBe(50);
        const [first, ...rest] = goals;
        if (!first || first.level === 2) return;
        const better = [{ ...first, level: (first.level + 1) as typeof first.level }, ...rest];
        expect(attainmentScore(better) ?? 0).toBeGreaterThan(attainmentScore(goals) ?? 0);
      }),
    );
  });
});

describe('a consent for somebody else', () => {
  const by = (
    rank: RepresentativeRank,
    passed: readonly RepresentativeRank[],
    more: { approvedBy?: string; until?: string } = {},
  ) =>
    checkConsent(
      {
        by: 'representative',
        name: '孙磊',
        rank,
        relation: '儿子',
        how: '视频里说的',
        basis: '县医院诊断重度痴呆',
        elderAssent: '点头',
        passedOver: passed.map((each) => ({ rank: each, why: '已过世' })),
        until: (more.until ?? '2027-05-06') as Day,
        ...(more.approvedBy ? { approvedBy: more.approvedBy } : {}),
      },
      '2026-05-06' as Day,
    );
  it('accounts for everybody who comes earlier in the order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...representativeRank.options),
        fc.subarray([...representativeRank.options].slice(0, 3)),
        (rank, passed) => {
          const earlier = representativeRank.options.slice(0, representativeRank.options.indexOf(rank));
          expect(by(rank, passed, { approvedBy: '红光村委会' }).ok).toBe(
            earlier.every((each) => passed.includes(each)),
          );
        },
      ),
    );
  });
  it('by another than kin needs the village committee, and nobody’s lasts for ever', () => {
    expect(by('approved_other', ['spouse', 'parent_or_child', 'other_kin'])).toMatchObject({
      refusal: { code: 'consent_order', field: 'consent.approvedBy' },
    });
    expect(by('spouse', [], { until: '2026-05-05' })).toMatchObject({ refusal: { code: 'consent_ended' } });
  });
});

describe('a plan', () => {
  it('adds up what a month costs by who pays', () => {
    const costs = planned().plan;
    const paid = { ...company, payer: 'government' as const, costFen: fen.parse(12_000) };
    const two = {
      ...costs,
      interventions: [
        ...costs.interventions,
        { interventionId: interventionIdOf(2), words: paid, requestIds: [] },
      ],
    };
    expect(costsByPayer(two)).toEqual([{ payer: 'government', costFen: 12_000 }]);
  });
  it('keeps the requests of an intervention, which then can no longer be taken out', () => {
    const requestIds = [`request_${'0'.repeat(26)}`] as RequestId[];
    const linked = arranged(underWay(), interventionIdOf(1), requestIds);
    expect(linked).toMatchObject({ value: { plan: { interventions: [{ requestIds }] } } });
    expect(linked.ok && takeOut(linked.value, interventionIdOf(1))).toMatchObject({
      refusal: { code: 'case_already_arranged' },
    });
    expect(linked.ok && takeOut(linked.value, goalIdOf(1))).toMatchObject({
      refusal: { code: 'case_already_arranged' },
    });
    expect(arranged(planned(), interventionIdOf(1), requestIds)).toMatchObject({
      refusal: { code: 'case_step_not_next' },
    });
    expect(takeOut(underWay(), interventionIdOf(1)).ok).toBe(true);
  });
  it('has no intervention without a goal that exists', () => {
    expect(
      setIntervention(planned(), interventionIdOf(3), { ...company, goalIds: [goalIdOf(9)] }),
    ).toMatchObject({ refusal: { code: 'case_goal_missing' } });
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leader, OPENED, worker } from '../groups/factories';
import { addDays, beijing } from '../kernel/instant';
import { checkActivityList, holdActivity, participationOf } from './activity';
import { checkEvidence } from './brief';
import { evidenceOf, type Need } from './evidence';
import { coalGoal, plannedActivity, planning, underWay } from './factories';
import {
  beginProgramme,
  closeProgramme,
  evaluateProgramme,
  measureGoal,
  type Programme,
  progressOf,
  reopenProgramme,
} from './programme';

const by = { by: leader, at: addDays(OPENED, 90) };
const today = beijing(by.at).day;
const measure = { on: today, value: 14, by: leader, note: '' };

describe('a programme', () => {
  it('begins with a goal that can be measured, and is evaluated when each goal was', () => {
    expect(beginProgramme(planning({ goals: [] }))).toMatchObject({
      refusal: { code: 'programme_goal_missing' },
    });
    expect(beginProgramme(planning())).toMatchObject({ value: { status: 'running' } });
    const words = { summary: '煤送到了', learned: '', ...by };
    expect(evaluateProgramme(underWay(), [], words)).toMatchObject({
      refusal: { code: 'programme_goal_unmeasured' },
    });
    const measured = measureGoal(underWay(), coalGoal.goalId, measure, today);
    const p = measured.ok ? measured.value : underWay();
    expect(evaluateProgramme(p, [plannedActivity(1)], words)).toMatchObject({
      refusal: { code: 'group_session_open' },
    });
    const evaluated = evaluateProgramme(p, [], words);
    expect(evaluated).toMatchObject({ value: { status: 'evaluated' } });
    const closed = evaluated.ok ? closeProgramme(evaluated.value, { ...by, why: '' }) : evaluated;
    expect(closed.ok && reopenProgramme(closed.value as Programme)).toMatchObject({
      value: { status: 'running', rounds: [{ summary: '煤送到了' }] },
    });
  });

  it('says how far a goal has come, upwards or downwards, and refuses a number of the future', () => {
    const up = { ...coalGoal, measures: [measure] };
    expect(progressOf(up)).toEqual({ now: 14, share: 0.5 });
    expect(progressOf({ ...up, baseline: 20, target: 8 })).toEqual({ now: 14, share: 0.5 });
    expect(
      measureGoal(underWay(), coalGoal.goalId, { ...measure, on: beijing(addDays(by.at, 1)).day }, today),
    ).toMatchObject({ refusal: { code: 'programme_measure_early' } });
  });

  it('counts who took part as numbers, and its list is not kept by whom it credits', () => {
    const volunteer = { ...worker, helperId: 'helper_00000000000000000000000001' as never };
    const activity = plannedActivity(1, { workers: [volunteer] });
    expect(checkActivityList(activity, [leader], leader, by.at)).toMatchObject({
      refusal: { code: 'time_helper_confirmed' },
    });
    const held = holdActivity(activity, {
      participation: { elders: 12, families: 3, neighbours: 5, officials: 1 },
      outcome: '送了十二户',
      workersCame: [],
      keptBy: { personId: leader, role: 'social_worker' },
      keptAt: by.at,
    });
    expect(participationOf([held, activity, held])).toMatchObject({ held: 2, elders: 24, officials: 2 });
  });
});

describe('the counts of a brief', () => {
  const need = (elder: number, village: number, what: string): Need => ({
    kind: 'unmet',
    elderId: `elder${elder}`,
    villageCode: `v${village}`,
    villageName: `村${village}`,
    what: { zh: what, en: what },
  });
  const needsOf = (counts: readonly (readonly [village: number, what: string, elders: number])[]) =>
    counts.flatMap(([village, what, elders]) =>
      Array.from({ length: elders }, (_, n) => need(n, village, what)),
    );

  it('count an elder once, however often they asked, and need five of them', () => {
    const often = Array.from({ length: 9 }, () => need(1, 1, '送煤'));
    expect(evidenceOf(often)).toMatchObject({ cells: [{ elders: 'few' }], sums: [] });
    expect(checkEvidence(evidenceOf(often))).toMatchObject({ refusal: { code: 'brief_evidence_empty' } });
    expect(evidenceOf(needsOf([[1, '送煤', 5]]))).toMatchObject({
      cells: [{ elders: 5 }],
      sums: [{ elders: 5, villages: 1 }],
    });
  });

  it('are the same whether one, two, three or four elders stand behind a small number', () => {
    const cell = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom('送煤', '洗澡', '取药'));
    const cells = fc.uniqueArray(
      fc.tuple(cell, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 4 })),
      {
        selector: ([[village, what]]) => `${village}${what}`,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(cells, (given) => {
        const counts = given.map(([[village, what], elders]) => [village, what, elders] as const);
        const others = given.map(
          ([[village, what], elders, other]) => [village, what, elders < 5 ? other : elders] as const,
        );
        const shown = evidenceOf(needsOf(counts));
        expect(evidenceOf(needsOf(others))).toEqual(shown);
        for (const { elders } of shown.sums) expect(elders).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});

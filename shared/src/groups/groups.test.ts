import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AssessmentIn } from '../assessments/assessment';
import { bestBut, opened } from '../assessments/factories';
import { currentInstrument, instrumentOf } from '../assessments/instruments';
import { resultOf } from '../assessments/result';
import type { CaseId, InterventionId, PersonId } from '../kernel/ids';
import { addDays, beijing, type Instant } from '../kernel/instant';
import type { Result } from '../kernel/result';
import { forming, invited, joined, leader, memberIdOf, OPENED, planned, running, worker } from './factories';
import { type Group, groupTransitions, type MemberMeasure } from './group';
import {
  type Attended,
  callsToMake,
  checkAttendance,
  type GroupSession,
  hold,
  mendAttendance,
  noteCall,
} from './group-session';
import { begin, close, evaluate, reopen, type Whole } from './lifecycle';
import { memberMeasures, reportOf } from './measures';
import { goAway, join } from './member';
import { suggest } from './suggest';

const LATER = addDays(OPENED, 60);
const came = (n: number): Attended => ({ elderId: memberIdOf(n), came: true, note: '' });
const absent = (n: number, why: Attended['why'] = 'unknown'): Attended => ({
  elderId: memberIdOf(n),
  came: false,
  ...(why ? { why } : {}),
  note: '',
});
const held = (n: number, list: readonly Attended[]): GroupSession =>
  hold(planned(n), list, [], { personId: leader, role: 'social_worker' }, LATER);
const words = { summary: '熟了，爱来了', memberWords: '', noAfter: {} };
const by = { by: leader, at: LATER };

const lonely = currentInstrument('loneliness');
if (!lonely) throw new Error('no scale');
const asked = (n: number, lonelyChoice: string, at: Instant): AssessmentIn<'completed'> => {
  const answers = bestBut(lonely, { lonely: lonelyChoice });
  const { status: _, ...base } = opened(lonely, answers, { elderId: memberIdOf(n), startedAt: at });
  return {
    ...base,
    status: 'completed',
    completedAt: at,
    result: resultOf(lonely, answers, undefined, beijing(at).day),
  };
};
const choices = lonely.items[0]?.options.map(({ choice }) => choice) ?? [];

describe('a group', () => {
  it('begins with two who said yes, a planned session, and each duty in somebody’s hands', () => {
    const whole = (over: Partial<Whole>): Whole => ({
      group: forming(),
      members: [joined(1), joined(2)],
      sessions: [planned(1)],
      ...over,
    });
    const codes = [
      whole({ members: [joined(1), invited(2)] }),
      whole({ sessions: [] }),
      whole({ sessions: [planned(1, { workers: [{ ...worker, duties: ['enabling'] }] })] }),
    ].map((each) => begin(each, OPENED));
    expect(codes).toMatchObject([
      { refusal: { code: 'group_too_few' } },
      { refusal: { code: 'group_session_missing' } },
      { refusal: { code: 'group_duty_missing' } },
    ]);
    expect(begin(whole({}), OPENED)).toMatchObject({ value: { status: 'running', begunAt: OPENED } });
  });

  it('takes no step that its table of transitions does not have, in whatever order steps are tried', () => {
    const steps = fc.array(fc.constantFrom('begin', 'evaluate', 'close', 'reopen'), { maxLength: 12 });
    fc.assert(
      fc.property(steps, fc.boolean(), (tried, ready) => {
        let group: Group = forming();
        const sessions = ready ? [held(1, [came(1), came(2)])] : [planned(1)];
        for (const step of tried) {
          const whole: Whole = {
            group,
            members: [joined(1), joined(2)],
            sessions: [...sessions, planned(9)],
          };
          const done: Whole = { ...whole, sessions };
          const measures: MemberMeasure[] = [];
          const report = reportOf(group, [], sessions, [], lonely.version);
          const result: Result<Group> =
            step === 'begin'
              ? begin(whole, OPENED)
              : step === 'evaluate'
                ? evaluate(done, { words, measures, ...by })
                : step === 'close'
                  ? close(group, { ...by, reason: 'ended', why: '', report })
                  : reopen(group);
          if (!result.ok) continue;
          expect(groupTransitions[group.status]).toContain(result.value.status);
          group = result.value;
        }
      }),
    );
  });

  it('is evaluated when every session is kept or called off and every scale is asked again or explained', () => {
    const group = running();
    const members = [joined(1), joined(2)];
    const measures: MemberMeasure[] = [
      { elderId: memberIdOf(1), name: '老人1', before: asked(1, choices[0] ?? '', OPENED).result },
    ];
    const sessions = [held(1, [came(1), absent(2)])];
    const tryIt = (more: Partial<Whole>, noAfter: Record<string, string> = {}) =>
      evaluate(
        { group, members, sessions, ...more },
        { words: { ...words, noAfter: noAfter as typeof words.noAfter }, measures, ...by },
      );
    expect(tryIt({ sessions: [...sessions, planned(2)] })).toMatchObject({
      refusal: { code: 'group_session_open' },
    });
    expect(tryIt({})).toMatchObject({
      refusal: { code: 'group_after_missing', field: `body.noAfter.${memberIdOf(1)}` },
    });
    expect(tryIt({}, { [memberIdOf(1)]: '住院了' })).toMatchObject({ value: { status: 'evaluated' } });
  });

  it('keeps an earlier evaluation when it goes on, and one that never began goes back to forming', () => {
    const evaluated = evaluate(
      { group: running(), members: [], sessions: [held(1, [])] },
      { words, measures: [], ...by },
    );
    const again = evaluated.ok ? reopen(evaluated.value) : evaluated;
    expect(again).toMatchObject({ value: { status: 'running', rounds: [{ summary: words.summary }] } });
    const report = reportOf(forming(), [], [], [], lonely.version);
    expect(close(forming(), { ...by, reason: 'too_few', why: '', report })).toMatchObject({
      refusal: { code: 'group_words_missing' },
    });
    const given = close(forming(), { ...by, reason: 'too_few', why: '只有一位想来', report });
    expect(given.ok && reopen(given.value)).toMatchObject({ value: { status: 'forming' } });
  });
});

describe('a member', () => {
  const yes = { witnessedBy: leader, how: '当面', shareWithFamily: false, at: OPENED };
  it('joins by a yes that whoever heard it reports, and leaves at any time', () => {
    expect(join(invited(1), { ...yes, witness: 'elder' }, 'social_worker')).toMatchObject({
      refusal: { code: 'witness_not_you' },
    });
    const yesSaid = join(invited(1), { ...yes, witness: 'social_worker' }, 'social_worker');
    expect(yesSaid).toMatchObject({ value: { status: 'joined' } });
    expect(goAway(invited(1), '腿疼', OPENED)).toMatchObject({ value: { status: 'declined' } });
    const left = goAway(joined(1), '搬走了', OPENED);
    expect(left).toMatchObject({ value: { status: 'left' } });
    expect(left.ok && goAway(left.value, '', OPENED)).toMatchObject({
      refusal: { code: 'group_member_settled' },
    });
  });
});

describe('attendance', () => {
  const members = [joined(1), joined(2)];
  const volunteer = {
    ...worker,
    personId: 'person_00000000000000000000000003' as PersonId,
    helperId: 'helper_00000000000000000000000001' as never,
  };
  const session = planned(1, { workers: [worker, volunteer] });
  const check = (
    attendance: readonly Attended[],
    workersCame: readonly PersonId[] = [],
    who: PersonId = leader,
    at: Instant = LATER,
  ) => checkAttendance(session, members, { attendance, workersCame }, who, at);
  const all = [came(1), absent(2, 'ill')];

  it('has every member once, nobody else, and a reason for who was absent', () => {
    for (const list of [[came(1)], [came(1), came(1)], [came(1), came(3)], [...all, came(3)]])
      expect(check(list)).toMatchObject({ refusal: { code: 'group_list_incomplete' } });
    const { why: _, ...silent } = absent(2);
    expect(check([came(1), silent])).toMatchObject({
      refusal: { code: 'group_absence_unexplained', field: 'body.attendance.1.why' },
    });
    expect(check(all).ok).toBe(true);
  });

  it('is kept once it has begun, and never by the volunteer whom it credits', () => {
    expect(check(all, [], leader, OPENED)).toMatchObject({ refusal: { code: 'group_session_ahead' } });
    const { personId } = volunteer;
    expect(check(all, [personId], personId)).toMatchObject({ refusal: { code: 'time_helper_confirmed' } });
    expect(check(all, [leader], personId).ok).toBe(true);
    expect(check(all, [personId]).ok).toBe(true);
  });

  it('may be put right for members, and keeps the telephone call to who stays absent', () => {
    const one = held(1, [came(1), absent(2)]);
    const called = noteCall(one, memberIdOf(2), { ...by, note: '感冒了' });
    const mended = called.ok ? mendAttendance(called.value, [absent(1), absent(2, 'ill')]) : called;
    expect(mended).toMatchObject({
      value: { attendance: [{ came: false }, { why: 'ill', called: { note: '感冒了' } }] },
    });
  });

  it('suggests a call to who was absent last, longest away first, until somebody has called', () => {
    const sessions = [
      held(1, [came(1), absent(2), absent(3)]),
      held(2, [absent(1), absent(2), came(3)]),
      held(3, [absent(1), absent(2), came(3)]),
    ];
    const three = [joined(1), joined(2), joined(3)];
    expect(callsToMake(sessions, three).map(({ elderId, missed }) => [elderId, missed])).toEqual([
      [memberIdOf(2), 3],
      [memberIdOf(1), 2],
    ]);
    const called = noteCall(sessions[2] as GroupSession, memberIdOf(2), { ...by, note: '' });
    const now = called.ok ? [sessions[0], sessions[1], called.value] : sessions;
    expect(callsToMake(now as GroupSession[], three)).toHaveLength(1);
  });
});

describe('before and after', () => {
  it('are the last result until the first session and the last since, and say who is better', () => {
    const [a = '', b = ''] = [choices.at(-1), choices[0]];
    const scoreOf = (choice: string) => {
      const { score } = asked(1, choice, OPENED).result;
      return score.kind === 'whole' ? score.score : 0;
    };
    const [worse, better] = scoreOf(a) > scoreOf(b) === (lonely.better === 'lower') ? [a, b] : [b, a];
    const members = [joined(1), joined(2)];
    const sessions = [held(1, [came(1), came(2)]), held(2, [came(1), absent(2)])];
    const found = memberMeasures(running(), members, sessions, [
      asked(1, better, addDays(OPENED, 1)),
      asked(1, worse, addDays(OPENED, 2)),
      asked(1, better, addDays(OPENED, 20)),
      asked(2, worse, addDays(OPENED, 1)),
    ]);
    expect(found.map(({ before, after }) => [before?.on, after?.on])).toEqual([
      [beijing(addDays(OPENED, 2)).day, beijing(addDays(OPENED, 20)).day],
      [beijing(addDays(OPENED, 1)).day, undefined],
    ]);
    expect(reportOf(running(), members, sessions, found, lonely.version)).toMatchObject({
      members: 2,
      held: 2,
      expected: 4,
      came: 3,
      better: 1,
      worse: 0,
    });
    expect(instrumentOf({ code: lonely.code, version: lonely.version })).toBe(lonely);
  });
});

describe('suggested members', () => {
  const elder = (n: number, more = {}) => ({
    elderId: memberIdOf(n),
    name: `老人${n}`,
    callName: `${n}大娘`,
    livesAlone: false,
    ability: 'mild' as const,
    ...more,
  });
  const scoreOf = (choice: string) => asked(1, choice, OPENED).result.band;
  const sad = choices.find((choice) => scoreOf(choice) === 'lonely') ?? '';

  it('are led by plans that ask for a group, then by scales, then by living alone, each with its reason', () => {
    const found = suggest('papercut', [
      { elder: elder(1, { livesAlone: true }), assessments: [] },
      { elder: elder(2), assessments: [asked(2, sad, OPENED)] },
      {
        elder: elder(3),
        assessments: [],
        planned: { caseId: 'c' as CaseId, interventionId: 'i' as InterventionId, what: '去剪纸小组' },
      },
      { elder: elder(4), assessments: [] },
      { elder: elder(5, { livesAlone: true, ability: 'severe' }), assessments: [] },
    ]);
    expect(found.map(({ elderId }) => elderId)).toEqual([3, 2, 1].map(memberIdOf));
    expect(found[0]?.reason.zh).toContain('去剪纸小组');
    expect(found[1]?.reason.zh).toMatch(/：/);
  });
});

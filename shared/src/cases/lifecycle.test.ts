import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, beijing, type Day, type Instant } from '../kernel/instant';
import { type CaseFile, caseFile, isOpen, transitions } from './case-file';
import { doStep, evaluate, giveConsent, markGoal, setGoal, setIntervention, sign, writeText } from './edit';
import {
  aGoal,
  colleagueId,
  company,
  elderSaysYes,
  evaluated,
  goalIdOf,
  interventionIdOf,
  measured,
  nothingDelivered,
  OPENED,
  planned,
  referred,
  soon,
  supervisorId,
  takenUp,
  underWay,
  workerId,
} from './factories';
import { caseKind, templateOf } from './kind';
import {
  beginAssessment,
  beginEvaluation,
  beginIntervention,
  beginPlanning,
  close,
  decline,
  reopen,
  takeUp,
} from './lifecycle';
import { answerTransfer, mayRead, mayWrite, offerTransfer, setNext } from './responsibility';

const step = { by: workerId, at: OPENED, next: soon };
const refused = (code: string, field?: string) => ({ refusal: field ? { code, field } : { code } });
const closing = {
  reason: 'goals_met' as const,
  note: '',
  measures: measured(true),
  delivered: nothingDelivered,
  followUps: [],
};

describe('a case goes from stage to stage', () => {
  it('only with the elder’s consent and a reason', () => {
    const { consent: _, ...unasked } = takenUp().intake;
    expect(beginAssessment(takenUp({ intake: unasked }), step)).toMatchObject(
      refused('case_consent_missing', 'intake.consent'),
    );
    expect(beginAssessment(takenUp({ intake: { ...takenUp().intake, presenting: '' } }), step)).toMatchObject(
      refused('case_words_missing', 'intake.presenting'),
    );
    expect(beginAssessment(takenUp(), step)).toMatchObject({ value: { status: 'assessment' } });
  });

  it('to planning when its scales have been asked and a step that may not be left out was taken', () => {
    const begun = beginAssessment(takenUp({ done: planned().done }), step);
    if (!begun.ok) throw new Error('refused');
    const told = { ...begun.value, estimate: planned().estimate };
    expect(beginPlanning({ ...told, done: {} }, measured(false), step)).toMatchObject(
      refused('case_step_undone', 'done.despair'),
    );
    expect(beginPlanning(told, [], step)).toMatchObject(
      refused('case_assessment_missing', 'assessments.gds-15'),
    );
    expect(beginPlanning(begun.value, measured(false), step)).toMatchObject(
      refused('case_words_missing', 'estimate.needs'),
    );
    expect(beginPlanning(told, measured(false), step)).toMatchObject({
      value: { status: 'planning', plan: { goals: [] } },
    });
  });

  it('to intervention when the plan is agreed to as it stands: a change asks for a new yes', () => {
    expect(beginIntervention(planned(), step)).toMatchObject({
      value: { status: 'intervention', helpSince: OPENED },
    });
    const { agreed: _, ...unagreed } = planned().plan;
    expect(beginIntervention(planned({ plan: unagreed }), step)).toMatchObject(
      refused('case_consent_missing'),
    );
    const changed = setGoal(planned(), goalIdOf(1), { ...aGoal, weight: 5 });
    expect(changed.ok && beginIntervention(changed.value, step)).toMatchObject(refused('case_plan_changed'));
    const again = changed.ok ? giveConsent(changed.value, 'plan', elderSaysYes, step) : changed;
    expect(again.ok && beginIntervention(again.value, step).ok).toBe(true);
  });

  it('of hospice only with the signature of a supervisor who is somebody else, and after the elder’s yes', () => {
    const done = {
      wishes: { by: workerId, at: OPENED, note: '想在家' },
      doctor: { by: workerId, at: OPENED, note: '商量过' },
    };
    const hospice = planned({ kind: 'hospice', done });
    const week = { ...step, next: { ...soon } };
    expect(beginIntervention(hospice, week)).toMatchObject(refused('case_sign_off_needed'));
    expect(sign(hospice, 'plan', '', step)).toMatchObject(refused('case_sign_off_own'));
    const { agreed: _, ...unagreed } = hospice.plan;
    expect(sign({ ...hospice, plan: unagreed }, 'plan', '', { by: supervisorId, at: OPENED })).toMatchObject(
      refused('case_consent_missing'),
    );
    const signed = sign(hospice, 'plan', '同意', { by: supervisorId, at: OPENED });
    expect(signed.ok && beginIntervention(signed.value, week)).toMatchObject({
      value: { status: 'intervention' },
    });
  });

  it('to its end when scales, goals, the elder’s words and the summary are there, and back to planning instead', () => {
    expect(close(evaluated(), closing, step)).toMatchObject({
      value: {
        status: 'closed',
        closing: { attainment: { before: 40, now: 60 } },
        rounds: [{ satisfaction: 5 }],
      },
    });
    expect(close(evaluated(), { ...closing, measures: measured(false) }, step)).toMatchObject(
      refused('case_assessment_missing', 'assessments.gds-15'),
    );
    const excused = {
      ...evaluated(),
      evaluation: { ...evaluated().evaluation, noAfter: { 'gds-15': '不想再答', loneliness: '不想再答' } },
    };
    expect(close(excused, { ...closing, measures: measured(false) }, step).ok).toBe(true);
    const unmarked = { ...evaluated(), plan: underWay().plan };
    expect(close(unmarked, closing, step)).toMatchObject(refused('case_goal_unmarked'));
    const silent = { ...evaluated(), evaluation: { ...evaluated().evaluation, elderWords: '' } };
    expect(close(silent, closing, step)).toMatchObject(
      refused('case_words_missing', 'evaluation.elderWords'),
    );
    expect(beginPlanning(evaluated(), [], step)).toMatchObject({
      value: { status: 'planning', rounds: [{ satisfaction: 5 }] },
    });
  });

  it('early only because life ended it, with a note, and never as achieved', () => {
    expect(close(planned(), closing, step)).toMatchObject(refused('case_not_evaluated'));
    expect(close(planned(), { ...closing, reason: 'moved' }, step)).toMatchObject(
      refused('case_words_missing', 'note'),
    );
    expect(close(planned(), { ...closing, reason: 'moved', note: '跟儿子去了大庆' }, step)).toMatchObject({
      value: { status: 'closed' },
    });
    expect(close(referred(), { ...closing, reason: 'moved', note: '搬走' }, step)).toMatchObject(
      refused('case_step_not_next'),
    );
  });

  it('of suspected abuse not past intake before safety and the report have been seen to', () => {
    const abuse = takenUp({ kind: 'abuse', restricted: true });
    expect(beginAssessment(abuse, step)).toMatchObject(refused('case_step_undone', 'done.safety'));
    const safe = doStep(abuse, 'safety', '见到了，眼下安全', step);
    expect(safe.ok && beginAssessment(safe.value, step)).toMatchObject(
      refused('case_step_undone', 'done.report'),
    );
  });

  it('never goes quiet: the next day is today or later and within the days of its kind', () => {
    const on = (days: number): Day => beijing(addDays(OPENED, days)).day;
    const at = (days: number) => setNext(takenUp(), { on: on(days), what: '电话' }, OPENED);
    expect(at(-1)).toMatchObject(refused('case_next_past'));
    expect([at(0).ok, at(templateOf('grief').reviewDays).ok]).toEqual([true, true]);
    expect(at(templateOf('grief').reviewDays + 1)).toMatchObject(refused('case_next_too_far'));
  });
});

describe('two workers and one case', () => {
  it('do not overwrite each other’s words: the refusal carries both', () => {
    const seen = takenUp().intake.presenting;
    const first = writeText(takenUp(), 'intake.presenting', seen, '想找人说话');
    if (!first.ok) throw new Error('refused');
    expect(writeText(first.value, 'intake.presenting', seen, '夜里害怕')).toMatchObject({
      refusal: {
        code: 'case_field_conflict',
        field: 'intake.presenting',
        values: { yours: '夜里害怕', theirs: '想找人说话' },
      },
    });
    expect(writeText(first.value, 'intake.presenting', seen, '想找人说话').ok).toBe(true);
    expect(writeText(first.value, 'estimate.needs', '', '陪伴')).toMatchObject(refused('case_step_not_next'));
  });

  it('hand it over with an offer that leaves it where it is until it is accepted', () => {
    const offered = offerTransfer(takenUp(), { personId: colleagueId, name: '周雨' }, '休产假', step);
    if (!offered.ok) throw new Error('refused');
    expect(offered.value.responsible).toBe(workerId);
    expect(answerTransfer(offered.value, true, step)).toMatchObject(refused('case_transfer_none'));
    expect(answerTransfer(offered.value, true, { by: colleagueId, at: OPENED })).toMatchObject({
      value: { responsible: colleagueId },
    });
    const kept = answerTransfer(offered.value, false, { by: colleagueId, at: OPENED });
    expect(kept.ok && [kept.value.responsible, kept.value.transfer]).toEqual([workerId, undefined]);
  });

  it('see the cases of their region, a restricted one only when it is theirs or they supervise', () => {
    const abuse = takenUp({ kind: 'abuse', restricted: true });
    const who = (personId: typeof workerId, supervises = false, regionCode = '231222') => ({
      personId,
      supervises,
      regionCode,
    });
    expect(mayRead(takenUp(), who(colleagueId))).toBe(true);
    expect(mayWrite(takenUp(), who(colleagueId))).toBe(false);
    expect(mayRead(takenUp(), who(workerId, false, '230103'))).toBe(false);
    expect([
      mayRead(abuse, who(colleagueId)),
      mayRead(abuse, who(workerId)),
      mayRead(abuse, who(supervisorId, true)),
    ]).toEqual([false, true, true]);
  });
});

test('every template has scales that exist, goals of five levels, and steps before a stage that there is', () => {
  for (const kind of caseKind.options) {
    const template = templateOf(kind);
    expect(template.instruments.length).toBeGreaterThan(0);
    expect(template.goals.every((goal) => goal.levels.length === 5)).toBe(true);
    for (const each of template.steps) expect(Object.values(transitions).flat()).toContain(each.before);
  }
});

/** Whatever is tried, by whomever, in whatever order and with whatever delay. */
describe('in any order of doing, a case', () => {
  type Try = (c: CaseFile, at: Instant) => { ok: true; value: CaseFile } | { ok: false };
  const next = (at: Instant) => ({ on: beijing(addDays(at, 5)).day, what: '再看看' });
  const tries: Record<string, Try> = {
    takeUp: (c, at) => takeUp(c, 'soon', { by: colleagueId, at, next: next(at) }),
    decline: (c, at) => decline(c, workerId, at, '已有人照看'),
    consent: (c, at) => giveConsent(c, 'service', elderSaysYes, { by: workerId, at }),
    assessment: (c, at) => beginAssessment(c, { by: workerId, at, next: next(at) }),
    words: (c) => writeText(c, 'estimate.needs', '', '陪伴'),
    strengths: (c) => writeText(c, 'estimate.strengths', '', '会剪纸'),
    despair: (c, at) => doStep(c, 'despair', '没有', { by: workerId, at }),
    planning: (c, at) => beginPlanning(c, measured(true), { by: workerId, at, next: next(at) }),
    goal: (c) => setGoal(c, goalIdOf(1), aGoal),
    intervention: (c) => setIntervention(c, interventionIdOf(1), company),
    agree: (c, at) => giveConsent(c, 'plan', elderSaysYes, { by: workerId, at }),
    begin: (c, at) => beginIntervention(c, { by: workerId, at, next: next(at) }),
    mark: (c, at) => markGoal(c, goalIdOf(1), 1, '', { by: workerId, at }),
    evaluation: (c, at) => beginEvaluation(c, { by: workerId, at, next: next(at) }),
    evaluate: (c) => evaluate(c, { satisfaction: 4, noAfter: {} }),
    said: (c) => writeText(c, 'evaluation.elderWords', '', '好多了'),
    summary: (c) => writeText(c, 'evaluation.summary', '', '平稳'),
    close: (c, at) => close(c, closing, { by: workerId, at }),
    closeEarly: (c, at) => close(c, { ...closing, reason: 'moved', note: '搬走了' }, { by: workerId, at }),
    reopen: (c, at) => reopen(c, { by: colleagueId, at, next: next(at) }),
    transfer: (c, at) =>
      offerTransfer(c, { personId: colleagueId, name: '周雨' }, '换片区', { by: workerId, at }),
    accept: (c, at) => answerTransfer(c, true, { by: colleagueId, at }),
  };
  const inOrder = Object.keys(tries);

  it('makes no illegal jump, and while open always has a person responsible and a day to come', () => {
    const stages = new Set<string>();
    fc.assert(
      fc.property(
        // Mostly the way of practice, with anything thrown in, so that the late stages are reached too.
        fc.array(fc.tuple(fc.constantFrom(...inOrder), fc.integer({ min: 0, max: 3 })), { maxLength: 30 }),
        fc.integer({ min: 0, max: inOrder.length }),
        (strays, lead) => {
          const script = [
            ...inOrder
              .slice(0, lead)
              .filter((name) => name !== 'decline')
              .map((name) => [name, 0] as const),
            ...strays,
          ];
          let now: CaseFile = referred();
          let at = OPENED;
          for (const [name, days] of script) {
            at = addDays(at, days);
            const tried: ReturnType<Try> | undefined = tries[name]?.(now, at);
            if (!tried?.ok) continue;
            const from: CaseFile['status'] = now.status;
            now = tried.value;
            stages.add(now.status);
            if (now.status !== from) expect(transitions[from]).toContain(now.status);
            expect(now.responsible).toMatch(/^person_/);
            if (isOpen(now)) {
              expect(now.next.what).not.toBe('');
              if (now.status !== from) expect(now.next.on >= beijing(at).day).toBe(true);
            }
            expect(caseFile.safeParse(now).error?.issues).toBeUndefined();
          }
        },
      ),
      // The whole way, and the one turned away at once, so that no stage is left to luck.
      {
        numRuns: 300,
        examples: [
          [[], inOrder.length],
          [[['decline', 0]], 0],
        ],
      },
    );
    expect(stages).toEqual(new Set(Object.keys(transitions)));
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Day } from '../kernel/instant';
import { addMinutes } from '../kernel/instant';
import {
  type Assessment,
  abandon,
  confirmAssessment,
  record,
  sendBack,
  assessment as shape,
  submit,
} from './assessment';
import { assessorId, BEGAN, bestBut, nothingElse, opened, secondAssessorId } from './factories';
import type { Instrument } from './instrument';
import { instruments } from './instruments';
import { abilityAssessment } from './instruments/ability';
import { depressionScreening } from './instruments/depression';
import { abilityFrom, changeSince, resultOf, resultSentence } from './result';
import { type Answers, scoreOf } from './score';

const first = { by: assessorId, at: addMinutes(BEGAN, 30) };
const other = { by: secondAssessorId, at: addMinutes(BEGAN, 60) };
const on = (text: string) => text as Day;

const someAnswers = (instrument: Instrument): fc.Arbitrary<Answers> =>
  fc
    .tuple(
      ...instrument.items.map((item) =>
        fc.option(fc.constantFrom(...item.options.map(({ choice }) => choice)), { nil: undefined }),
      ),
    )
    .map((choices) =>
      Object.fromEntries(
        instrument.items.flatMap((item, index) => {
          const choice = choices[index];
          return choice === undefined ? [] : [[item.code, { choice }]];
        }),
      ),
    );

describe('a score', () => {
  it('with questions left out is a span that every way of answering them lies in', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...instruments)
          .chain((instrument) =>
            fc.tuple(fc.constant(instrument), someAnswers(instrument), someAnswers(instrument)),
          ),
        ([instrument, given, later]) => {
          const partly = scoreOf(instrument, given);
          const whole = scoreOf(instrument, { ...bestBut(instrument), ...later, ...given });
          if (whole.kind !== 'whole') throw new Error('every question was answered');
          if (partly.kind === 'whole') return expect(partly.score).toBe(whole.score);
          expect(whole.score).toBeGreaterThanOrEqual(partly.atLeast);
          expect(whole.score).toBeLessThanOrEqual(partly.atMost);
          if (partly.band !== undefined) expect(whole.band).toBe(partly.band);
        },
      ),
    );
  });
});

describe('an assessment', () => {
  it('takes answers in any order, keeps who gave them, and refuses what cannot be', () => {
    const saved = record(
      opened(depressionScreening),
      { answers: [{ item: 'g7', answer: { choice: 'no' } }] },
      first,
    );
    expect(saved).toMatchObject({ value: { answers: { g7: { answer: { choice: 'no' }, by: assessorId } } } });
    const wrong = (item: string, choice: string) =>
      record(opened(depressionScreening), { answers: [{ item, answer: { choice } }] }, first);
    expect(wrong('g7', 'perhaps')).toMatchObject({
      refusal: { code: 'answer_impossible', field: 'answers.0.answer.choice' },
    });
    expect(wrong('g16', 'yes')).toMatchObject({
      refusal: { code: 'answer_impossible', field: 'answers.0.item' },
    });
  });

  it('does not let one worker overwrite what another answered unseen, and says both answers', () => {
    const half = opened(depressionScreening, { g1: { choice: 'yes' } });
    const answers = [{ item: 'g1', answer: { choice: 'no' } }];
    expect(record(half, { answers }, other)).toMatchObject({
      refusal: { code: 'answer_conflict', field: 'answers.0', values: { yours: '不是', theirs: '是' } },
    });
    const seen = record(
      half,
      { answers: [{ item: 'g1', was: { choice: 'yes' }, answer: { choice: 'no' } }] },
      other,
    );
    expect(seen).toMatchObject({
      value: { answers: { g1: { answer: { choice: 'no' }, by: secondAssessorId } } },
    });
  });

  it('is not handed in half-finished, but may be with a reason beside each gap', () => {
    const { g15: _, ...half } = bestBut(depressionScreening);
    expect(submit(opened(depressionScreening, half), first)).toMatchObject({
      refusal: { code: 'assessment_incomplete', field: 'answers.g15' },
    });
    const told = submit(opened(depressionScreening, { ...half, g15: { skipped: 'rather_not' } }), first);
    expect(told).toMatchObject({
      value: {
        status: 'completed',
        result: { score: { kind: 'range', atLeast: 14, atMost: 15 }, band: 'lowest' },
      },
    });
  });

  it('of ability needs a second assessor, who is another person, before there is a result', () => {
    const handed = submit(opened(abilityAssessment, bestBut(abilityAssessment)), first);
    if (!handed.ok) throw new Error('refused');
    expect(handed.value.status).toBe('second');
    expect(confirmAssessment(handed.value, first, '')).toMatchObject({
      refusal: { code: 'second_assessor_needed' },
    });
    expect(record(handed.value, { answers: [] }, first)).toMatchObject({
      refusal: { code: 'assessment_not_open' },
    });
    const back = sendBack(handed.value, other, '走路再看一遍');
    expect(back).toMatchObject({ value: { status: 'open', answers: handed.value.answers } });
    expect(confirmAssessment(handed.value, other, '一致')).toMatchObject({
      value: {
        status: 'completed',
        result: { band: 'intact', byScore: 'intact' },
        second: { personId: secondAssessorId },
      },
    });
  });

  it('of somebody in coma can be handed in unanswered, and is complete dependence', () => {
    const asleep = opened(
      abilityAssessment,
      { consciousness: { choice: '0' } },
      { circumstances: { ...nothingElse, coma: true } },
    );
    const handed = submit(asleep, first);
    expect(handed.ok && confirmAssessment(handed.value, other, '')).toMatchObject({
      value: { result: { band: 'complete' } },
    });
    expect(
      submit({ ...asleep, answers: opened(abilityAssessment, bestBut(abilityAssessment)).answers }, first),
    ).toMatchObject({
      refusal: { code: 'circumstances_impossible' },
    });
  });

  it('never leaves its shape nor forgets an answer, whatever is done with it in whatever order', () => {
    const step = fc.constantFrom('record', 'submit', 'confirm', 'back', 'abandon');
    fc.assert(
      fc.property(
        fc
          .constantFrom(...instruments)
          .chain((instrument) => fc.tuple(fc.constant(instrument), someAnswers(instrument))),
        fc.array(step, { maxLength: 12 }),
        ([instrument, answers], steps) => {
          let now: Assessment = opened(instrument, answers);
          for (const each of steps) {
            const [item] = instrument.items;
            const next = {
              record: () =>
                record(
                  now,
                  {
                    answers: item
                      ? [
                          {
                            item: item.code,
                            was: now.answers[item.code]?.answer,
                            answer: { skipped: 'cannot_say' },
                          },
                        ]
                      : [],
                  },
                  first,
                ),
              submit: () => submit(now, first),
              confirm: () => confirmAssessment(now, other, ''),
              back: () => sendBack(now, other, '再看看'),
              abandon: () => abandon(now, first, '老人累了'),
            }[each]();
            if (!next.ok) continue;
            const before = Object.keys(now.answers);
            now = next.value;
            expect(Object.keys(now.answers)).toEqual(expect.arrayContaining(before));
            expect(shape.safeParse(now).success).toBe(true);
            if (now.status === 'completed') expect(now.second !== undefined).toBe(instrument.assessors === 2);
          }
        },
      ),
    );
  });
});

describe('a result in words', () => {
  const of = (yes: number, day: string) => {
    const counting = (instrument: Instrument): Answers =>
      Object.fromEntries(
        instrument.items.map((item, index) => [
          item.code,
          { choice: item.options.find(({ score }) => score === (index < yes ? 1 : 0))?.choice ?? '' },
        ]),
      );
    return resultOf(depressionScreening, counting(depressionScreening), undefined, on(day));
  };

  it('says the level, the score, what changed since last time and what it means', () => {
    expect(resultSentence(depressionScreening, of(4, '2026-08-01'), of(9, '2026-05-06'))).toEqual({
      zh: '心情平稳，4 分（满分 15 分）。比上次（2026年5月6日）好了 5 分。最近心情还好。',
      en: 'Usual, 4 of 15. Better by 5 than on 2026-05-06. The mood is all right lately.',
    });
  });

  it('knows that more points of ability are better and more of low mood are worse', () => {
    expect(changeSince(depressionScreening, of(4, '2026-05-06'), of(9, '2026-08-01'))).toEqual({
      by: 5,
      direction: 'worse',
    });
    const able = (but: Record<string, string>) =>
      resultOf(abilityAssessment, bestBut(abilityAssessment, but), nothingElse, on('2026-05-06'));
    expect(changeSince(abilityAssessment, able({ stairs: '1' }), able({}))).toEqual({
      by: 2,
      direction: 'better',
    });
  });

  it('of ability, and of no other scale, says the level that the record of the elder takes over', () => {
    const able = resultOf(abilityAssessment, bestBut(abilityAssessment), nothingElse, on('2026-05-06'));
    expect(abilityFrom(abilityAssessment, able)).toBe('intact');
    expect(abilityFrom(depressionScreening, of(4, '2026-05-06'))).toBeUndefined();
  });

  it('says why the level is not the one of the score', () => {
    const result = resultOf(
      abilityAssessment,
      bestBut(abilityAssessment),
      { ...nothingElse, dementia: true },
      on('2026-05-06'),
    );
    expect(resultSentence(abilityAssessment, result).zh).toBe(
      '轻度失能，90 分（满分 90 分）。按分数是能力完好，因为诊断有痴呆，定为现在的等级。大多能自理，有几样要人帮着点。',
    );
  });
});

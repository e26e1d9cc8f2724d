import { describe, expect, test } from '@jest/globals';
import type { Answer } from '@shared/assessments/score';
import fc from 'fast-check';
import { firstOpen, keepMine, leaveTheirs, put, type Shelf, sent, shownAnswers } from './answer-shelf';

const yes: Answer = { choice: 'yes' };
const no: Answer = { choice: 'no' };

describe('answers on the phone', () => {
  test('remember what the server had, and are nothing when they say the same', () => {
    expect(put([], 'g1', yes, undefined)).toEqual([{ item: 'g1', answer: yes }]);
    expect(put([], 'g1', yes, no)).toEqual([{ item: 'g1', answer: yes, was: no }]);
    expect(put(put([], 'g1', yes, no), 'g1', no, no)).toEqual([]);
  });
  test('leave the shelf when accepted, unless changed again on the way', () => {
    const shelf = put([], 'g1', yes, undefined);
    expect(sent(shelf, shelf)).toEqual([]);
    const again = put(shelf, 'g1', no, undefined);
    expect(sent(again, shelf)).toEqual([{ item: 'g1', answer: no, was: yes }]);
  });
  test('of two workers are settled by keeping mine or leaving theirs', () => {
    const shelf = put([], 'g1', yes, undefined);
    expect(keepMine(shelf, 'g1', no)).toEqual([{ item: 'g1', answer: yes, was: no }]);
    expect(leaveTheirs(shelf, 'g1')).toEqual([]);
  });
  test('are never lost or doubled, whatever is tapped and however often sending fails', () => {
    const tap = fc.record({
      item: fc.constantFrom('a', 'b', 'c'),
      answer: fc.constantFrom(yes, no),
      arrives: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(tap, { maxLength: 30 }), (taps) => {
        let server: Record<string, Answer> = {};
        let shelf: Shelf = [];
        const wanted: Record<string, Answer> = {};
        for (const { item, answer, arrives } of taps) {
          wanted[item] = answer;
          shelf = put(shelf, item, answer, server[item]);
          expect(shownAnswers(server, shelf)).toEqual({ ...server, ...wanted });
          if (!arrives) continue;
          for (const each of shelf) expect(each.was).toEqual(server[each.item]);
          server = { ...server, ...Object.fromEntries(shelf.map((each) => [each.item, each.answer])) };
          shelf = sent(shelf, shelf);
        }
        expect(shownAnswers(server, shelf)).toEqual(wanted);
      }),
    );
  });
  test('lead to the first question that is still open', () => {
    expect(firstOpen(['a', 'b'], { a: yes })).toBe(1);
    expect(firstOpen(['a', 'b'], { a: yes, b: no })).toBe(2);
  });
});

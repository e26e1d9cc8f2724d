import { describe, expect, test } from '@jest/globals';
import { addMinutes } from '../kernel/instant';
import { confirm } from './answer';
import { checkIn, checkOut } from './arrive';
import { confirmed, disputed, ended, homeDoor, kin, noteOf, START, underWay, upcoming } from './factories';
import type { LogEntry } from './log';
import type { Evidence } from './proof';
import { trustOf } from './trust';
import { shown, type Visit } from './visit';

const entries = (count: number): Pick<LogEntry, 'entry'>[] =>
  Array.from({ length: count }, (_, n) => ({ entry: noteOf(n + 1, 5) }));
const scoreOf = (v: Visit, count = 3) => trustOf(shown(v), entries(count))?.score;
const door = { ...homeDoor, homeCodesAt: () => ['123456'] };
const must = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
/** Arrived and left with this evidence. */
const shownBy = (evidence: Evidence) => {
  const here = must(checkIn(upcoming(), { at: START, receivedAt: START, evidence }, door));
  const at = addMinutes(START, 60);
  return must(checkOut(here, { at, receivedAt: at, evidence, summary: '' }, door, true));
};

describe('how well a visit is shown', () => {
  test('is not said before it has an end', () => {
    expect(trustOf(shown(underWay()), [])).toBeUndefined();
  });
  test('is the sum of its parts, each with a sentence, and a hundred at most', () => {
    const v = must(confirm(shownBy({ kind: 'home_code', code: '123456' }), kin, addMinutes(START, 90)));
    const told = trustOf(shown(v), entries(5));
    expect(told?.score).toBe(100);
    expect(told?.parts.reduce((sum, { most }) => sum + most, 0)).toBe(100);
    expect(told?.parts.map(({ sentence }) => sentence.zh)).toEqual([
      '到达：到场码',
      '离开：到场码',
      '时间：当时就传到',
      '时长：和约定差不多',
      '记录：5 条',
      '号码：没有输错',
      '例外：没有',
      '确认：家里人确认',
    ]);
  });
  test('falls with every fact that is shown less well', () => {
    const scores = [
      scoreOf(confirmed()),
      scoreOf(ended()),
      scoreOf(shownBy({ kind: 'none', reason: '没有信号' })),
      scoreOf(shownBy({ kind: 'none', reason: '没有信号' }), 0),
    ];
    expect(scores).toEqual([...scores].sort((a, b) => (b ?? 0) - (a ?? 0)));
    expect(new Set(scores).size).toBe(4);
  });
  test('counts an answer of the household, and not a silence or a dispute', () => {
    const silent = must(confirm(ended(), 'system', addMinutes(START, 5_000)));
    expect(scoreOf(silent)).toBeLessThan(scoreOf(confirmed()) ?? 0);
    expect(scoreOf(disputed())).toBe(scoreOf(ended()));
  });
});

describe('the rotating code', () => {
  test('shows the place when it is the one of that moment, and is refused otherwise', () => {
    const arriving = (code: string) =>
      checkIn(upcoming(), { at: START, receivedAt: START, evidence: { kind: 'home_code', code } }, door);
    expect(arriving('123456')).toMatchObject({
      ok: true,
      value: { checkIn: { proof: { kind: 'home_code', verified: true } } },
    });
    expect(arriving('654321')).toMatchObject({
      refusal: { code: 'home_code_wrong', field: 'evidence.code' },
    });
  });
});

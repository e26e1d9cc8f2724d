import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes } from '../kernel/instant';
import { ended, entryIdOf, noteOf, START, underWay, upcoming } from './factories';
import { inOrder, keepLog } from './keep-log';
import type { LogEntry, NewEntry } from './log';

const now = addMinutes(START, 50);
const vitals = (
  given: Partial<Record<'systolic' | 'diastolic' | 'pulse' | 'glucose', number>>,
): NewEntry => ({
  entryId: entryIdOf(1),
  at: addMinutes(START, 5),
  kind: 'vitals',
  ...given,
});

describe('keeping the log', () => {
  test('an entry that is sent again stays one entry', () => {
    const first = keepLog(underWay(), [], [noteOf(1, 5)], now);
    expect(first.ok && first.value).toHaveLength(1);
    const again = keepLog(underWay(), first.ok ? first.value : [], [noteOf(1, 5), noteOf(2, 6)], now);
    expect(again.ok && again.value.map((each) => each.entry.entryId)).toEqual([entryIdOf(2)]);
  });

  test('one entry twice in the same command is one entry', () => {
    const result = keepLog(underWay(), [], [noteOf(1, 5), noteOf(1, 5)], now);
    expect(result.ok && result.value).toHaveLength(1);
  });

  test('another text under the same id is refused, since a log is never rewritten', () => {
    const first = keepLog(underWay(), [], [noteOf(1, 5)], now);
    const other = { ...noteOf(1, 5), text: '别的话' } as NewEntry;
    expect(keepLog(underWay(), first.ok ? first.value : [], [other], now)).toEqual({
      ok: false,
      refusal: { code: 'command_reused', field: 'entries.0.entryId' },
    });
  });

  test.each([
    [{ systolic: 400, diastolic: 80 }, 'systolic'],
    [{ systolic: 120, diastolic: 130 }, 'diastolic'],
    [{ pulse: 0 }, 'pulse'],
    [{ glucose: 900 }, 'glucose'],
    [{}, 'systolic'],
  ])('%j is refused at %s', (given, field) => {
    expect(keepLog(underWay(), [], [vitals(given)], now)).toEqual({
      ok: false,
      refusal: { code: 'vitals_impossible', field: `entries.0.${field}` },
    });
  });

  test('an entry from before the arrival or after the leaving is refused', () => {
    const early = keepLog(underWay(), [], [noteOf(1, -11)], now);
    const late = keepLog(ended(60), [], [noteOf(1, 71)], addMinutes(START, 300));
    for (const result of [early, late])
      expect(result).toEqual({ ok: false, refusal: { code: 'entry_time_invalid', field: 'entries.0.at' } });
  });

  test('what was written during the visit may arrive after it', () => {
    expect(keepLog(ended(60), [], [noteOf(1, 30)], addMinutes(START, 300)).ok).toBe(true);
  });

  test('a phone whose clock is an hour ahead still keeps its log', () => {
    const ahead = keepLog(underWay(), [], [noteOf(1, 90)], addMinutes(START, 30));
    expect(ahead.ok && ahead.value[0]?.entry.at).toBe(addMinutes(START, 90));
  });

  test('nothing is logged before the arrival', () => {
    expect(keepLog(upcoming(), [], [noteOf(1, 5)], now)).toEqual({
      ok: false,
      refusal: { code: 'visit_not_checked_in' },
    });
  });

  test('repeated and reordered commands neither lose nor double an entry', () => {
    const sent = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(sent, fc.array(fc.nat(), { maxLength: 60 }), (numbers, order) => {
        const commands = numbers.map((n) => [noteOf(n, n), noteOf(41 + n, n)]);
        let kept: LogEntry[] = [];
        const deliver = (command: NewEntry[]): void => {
          const result = keepLog(underWay(), kept, command, now);
          expect(result.ok).toBe(true);
          if (result.ok) kept = [...kept, ...result.value];
        };
        for (const pick of order) deliver(commands[pick % commands.length] ?? []);
        for (const command of [...commands].reverse()) deliver(command);
        const ids = inOrder(kept).map((each) => each.entry.entryId);
        expect(ids).toHaveLength(commands.flat().length);
        expect(new Set(ids)).toEqual(new Set(commands.flat().map((each) => each.entryId)));
        const times = inOrder(kept).map((each) => each.entry.at);
        expect(times).toEqual([...times].sort());
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes, beijing, type Instant, isBefore, minutesBetween } from '../kernel/instant';
import type { Result } from '../kernel/result';
import { type Alert, alert, alertKind, isOpen, part } from './alert';
import { acknowledge, advance, callOff, canCallOff, foundWell, handle } from './climb';
import {
  answered,
  answerOf,
  climbed,
  coordinator,
  daughter,
  elderActor,
  everybody,
  neighbour,
  RAISED,
  raised,
  son,
} from './factories';
import { notWhileQuiet } from './ladder';

const later = (minutes: number): Instant => addMinutes(RAISED, minutes);

describe('the ladder', () => {
  it('tells family, neighbours and coordinator of an SOS at once, then the second contact, then telephones ring', () => {
    let a: Alert = raised();
    const told: string[] = [];
    for (let minute = 0; minute <= 9; minute += 1)
      for (let up = advance(a, later(minute)); up !== undefined; up = advance(a, later(minute))) {
        told.push(`${minute} ${up.rung.by} ${up.rung.audience.join('+')}`);
        a = up.alert;
      }
    expect(told).toEqual([
      '0 message first_contact+neighbour+coordinator',
      '1 message second_contact',
      '2 call first_contact+coordinator',
      '4 call first_contact+second_contact+coordinator',
      '9 call first_contact+second_contact+coordinator',
    ]);
  });

  it('loses no time on a rung for which there is nobody', () => {
    const { ladder } = raised('not_arrived', [coordinator]);
    expect(ladder.map(({ at, audience }) => [minutesBetween(RAISED, at), audience])).toEqual([
      [0, ['coordinator']],
      [30, ['coordinator']],
    ]);
  });

  it('holds everything but an SOS until seven in the morning, and then keeps its steps apart', () => {
    const night = '2026-03-03T15:30:00.000Z' as Instant;
    expect(raised('sos', everybody, night).nextAt).toBe(night);
    const held = raised('vitals_unusual', everybody, night);
    expect(held.ladder.map(({ at }) => beijing(at).hour * 60 + beijing(at).minute)).toEqual([
      420, 450, 480, 540,
    ]);
    expect(beijing(held.nextAt).day).toBe('2026-03-04');
  });
});

describe('answers', () => {
  it('several people may go, and each is said once', () => {
    const first = answered(climbed(raised(), RAISED).alert, son, later(1), false);
    const both = answered(answered(first, neighbour, later(2)), son, later(3));
    expect(both.answers.map(({ name, going }) => [name, going])).toEqual([
      ['李桂芬', true],
      ['王建国', true],
    ]);
  });

  it('stop the ladder, and it goes on when nothing more is heard', () => {
    const seen = answered(climbed(raised(), RAISED).alert, son, later(1), false);
    expect(advance(seen, later(15))).toBeUndefined();
    const on = climbed(seen, later(16));
    expect([on.step, on.alert.status, on.alert.answers.length]).toEqual([1, 'told', 1]);
  });

  it('are refused once it is over', () => {
    const over = handle(raised(), { ...elderActor, role: 'family' }, later(1), '扶起来了');
    if (!over.ok) throw new Error(over.refusal.code);
    const refused = { ok: false, refusal: { code: 'alert_closed' } };
    expect(acknowledge(over.value, answerOf(son, later(2)))).toEqual(refused);
    expect(handle(over.value, 'system', later(2), '又一次')).toEqual(refused);
    expect(callOff(over.value, elderActor, later(1))).toEqual(refused);
    expect(foundWell(over.value, elderActor, later(1))).toEqual(refused);
  });
});

describe('taking it back', () => {
  it('is for the one who pressed, within a minute', () => {
    expect(callOff(raised(), elderActor, later(1))).toMatchObject({ value: { status: 'false_alarm' } });
    expect(callOff(raised(), elderActor, later(1.1))).toEqual({
      ok: false,
      refusal: { code: 'alert_undo_over' },
    });
    expect(canCallOff(raised(), son.personId, RAISED)).toBe(false);
  });
});

const act = fc.oneof(
  fc.record({ kind: fc.constant('sweep' as const), wait: fc.double({ min: 0, max: 90, noNaN: true }) }),
  fc.record({
    kind: fc.constantFrom('answer' as const, 'handle' as const, 'callOff' as const),
    who: fc.constantFrom(son, daughter, neighbour, coordinator),
    wait: fc.double({ min: 0, max: 5, noNaN: true }),
  }),
);

describe('whatever happens in whatever order', () => {
  it('an open alert always has a next deadline, each step is told once and in order, and the end stays the end', () => {
    fc.assert(
      fc.property(
        alertKindOf(),
        fc.subarray(everybody),
        fc.integer({ min: 0, max: 1439 }),
        fc.array(act, { maxLength: 30 }),
        (kind, people, minuteOfDay, acts) => {
          const begin = addMinutes('2026-03-02T16:00:00.000Z' as Instant, minuteOfDay);
          let a: Alert = raised(kind, people, begin);
          let now = begin;
          const steps: number[] = [];
          for (const one of acts) {
            now = addMinutes(now, one.wait);
            const wasOpen = isOpen(a);
            if (one.kind === 'sweep')
              for (let up = advance(a, now); up !== undefined; up = advance(a, now)) {
                steps.push(up.step);
                expect(up.rung.audience.every((each) => part.options.includes(each))).toBe(true);
                a = up.alert;
              }
            else {
              const next: Result<Alert> =
                one.kind === 'answer'
                  ? acknowledge(a, answerOf(one.who, now))
                  : one.kind === 'handle'
                    ? handle(a, 'system', now, '好了')
                    : callOff(a, elderActor, now);
              if (next.ok) a = next.value;
              if (!wasOpen) expect(next.ok).toBe(false);
            }
            alert.parse(a);
            if (isOpen(a)) {
              // Swept up to now, nothing is overdue; and nothing waits longer than a night and the longest patience.
              if (one.kind === 'sweep') expect(isBefore(now, a.nextAt)).toBe(true);
              expect(minutesBetween(now, a.nextAt)).toBeLessThanOrEqual(9 * 60 + 240);
              if (a.kind === 'sos') expect(minutesBetween(now, a.nextAt)).toBeLessThanOrEqual(15);
              if (a.status === 'acknowledged') expect(a.answers.length).toBeGreaterThan(0);
            }
          }
          expect(steps).toEqual([...new Set(steps)].sort((x, y) => x - y));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('quiet hours move a moment to seven at the latest, never back, and leave the day alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 525_600 }), (minute) => {
        const at = addMinutes('2026-01-01T00:00:00.000Z' as Instant, minute);
        const moved = notWhileQuiet('not_arrived', at);
        const { minuteOfDay } = beijing(moved);
        expect(minuteOfDay >= 420 && minuteOfDay < 1320).toBe(true);
        expect(minutesBetween(at, moved)).toBeGreaterThanOrEqual(0);
        expect(minutesBetween(at, moved)).toBeLessThanOrEqual(540);
        expect(notWhileQuiet('sos', at)).toBe(at);
      }),
    );
  });
});

function alertKindOf() {
  return fc.constantFrom(...alertKind.options);
}

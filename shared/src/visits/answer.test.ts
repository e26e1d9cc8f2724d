import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMinutes, type Instant } from '../kernel/instant';
import type { Minutes } from '../kernel/quantity';
import type { Result } from '../kernel/result';
import { advance, cancel, confirm, dispute, reschedule, resolve } from './answer';
import { checkIn, checkOut } from './arrive';
import {
  confirmed,
  coordinator,
  disputed,
  ended,
  homeDoor,
  kin,
  START,
  underWay,
  upcoming,
} from './factories';
import { transitions, type Visit, visit } from './visit';

const code = { kind: 'door_code', code: '4821' } as const;

describe('answering a visit', () => {
  test('a confirmation carries who, when, rating and comment', () => {
    const result = confirm(ended(), kin, addMinutes(START, 90), { rating: 4, comment: '很细心' });
    expect(result).toMatchObject({
      ok: true,
      value: { status: 'confirmed', confirmedBy: kin, rating: 4, comment: '很细心' },
    });
  });

  test('a visit is answered once', () => {
    for (const answered of [confirmed(), disputed()])
      for (const result of [confirm(answered, kin, START), dispute(answered, kin, START, '晚')])
        expect(result).toEqual({ ok: false, refusal: { code: 'visit_already_answered' } });
  });

  test('a visit that is still going on cannot be answered', () => {
    expect(confirm(underWay(), kin, START)).toEqual({
      ok: false,
      refusal: { code: 'visit_not_checked_out' },
    });
  });

  test('settling in part needs minutes, and no more than were served', () => {
    const settle = (minutesCredited?: Minutes) =>
      resolve(disputed(), coordinator, START, { outcome: 'partly', minutesCredited, note: '核实过' });
    expect(settle(undefined).ok).toBe(false);
    expect(settle(61 as Minutes).ok).toBe(false);
    expect(settle(30 as Minutes)).toMatchObject({ ok: true, value: { minutesCredited: 30 } });
  });

  test('a void visit counts nothing and one that stands counts all', () => {
    const settle = (outcome: 'stands' | 'void') =>
      resolve(disputed(), coordinator, START, { outcome, note: '核实过' });
    expect(settle('void')).toMatchObject({ ok: true, value: { minutesCredited: 0 } });
    expect(settle('stands')).toMatchObject({ ok: true, value: { minutesCredited: 60 } });
  });

  test('a visit moves to a later time with its length and without its lateness', () => {
    const late = upcoming({ lateSince: addMinutes(START, 30) });
    const to = addDays(START, 1);
    const result = reschedule(late, to, START);
    expect(result).toMatchObject({ ok: true, value: { startsAt: to, endsAt: addMinutes(to, 60) } });
    expect(result.ok && 'lateSince' in result.value).toBe(false);
    expect(reschedule(late, addDays(START, -1), START)).toMatchObject({ refusal: { code: 'time_past' } });
    expect(reschedule(late, addDays(START, 61), START)).toMatchObject({ refusal: { code: 'time_too_far' } });
  });
});

describe('what time alone does', () => {
  test('half an hour without an arrival asks for attention, the end makes it missed', () => {
    expect(advance(upcoming(), addMinutes(START, 29))).toBeUndefined();
    expect(advance(upcoming(), addMinutes(START, 30))).toMatchObject({
      status: 'scheduled',
      lateSince: addMinutes(START, 30),
    });
    expect(advance(upcoming(), addMinutes(START, 60))).toMatchObject({ status: 'missed' });
  });

  test('a visit nobody has left two hours after its end asks for attention', () => {
    expect(advance(underWay(), addMinutes(START, 179))).toBeUndefined();
    expect(advance(underWay(), addMinutes(START, 180))).toMatchObject({
      status: 'checked_in',
      overdueSince: addMinutes(START, 180),
    });
  });

  test('three days without an answer confirm by themselves', () => {
    expect(advance(ended(), addDays(addMinutes(START, 60), 2))).toBeUndefined();
    expect(advance(ended(), addDays(addMinutes(START, 60), 3))).toMatchObject({
      status: 'confirmed',
      confirmedBy: 'system',
    });
  });

  test('a second look changes nothing', () => {
    for (const v of [upcoming(), underWay(), ended()]) {
      const later = addMinutes(START, 10_000);
      const once = advance(v, later);
      expect(once).toBeDefined();
      expect(once === undefined ? undefined : advance(once, later)).toBeUndefined();
    }
  });
});

test('whatever is done in whatever order, a visit makes no illegal jump and keeps its shape', () => {
  const acts: ((v: Visit, now: Instant) => Result<Visit>)[] = [
    (v, now) => checkIn(v, { at: now, receivedAt: now, evidence: code }, homeDoor),
    (v, now) => checkOut(v, { at: now, receivedAt: now, evidence: code, summary: '' }, homeDoor, true),
    (v, now) => confirm(v, kin, now, { rating: 5 }),
    (v, now) => dispute(v, kin, now, '有问题'),
    (v, now) => resolve(v, coordinator, now, { outcome: 'stands', note: '核实过' }),
    (v, now) => cancel(v, kin, now, '不用了'),
    (v, now) => reschedule(v, addMinutes(now, 30), now),
    (v, now) => {
      const next = advance(v, now);
      return next === undefined
        ? { ok: false, refusal: { code: 'changed_meanwhile' } }
        : { ok: true, value: next };
    },
  ];
  const steps = fc.array(
    fc.record({ act: fc.nat(acts.length - 1), wait: fc.integer({ min: 0, max: 600 }) }),
    { maxLength: 25 },
  );
  const seen = new Set<string>();
  fc.assert(
    fc.property(steps, (chosen) => {
      let v = upcoming() as Visit;
      let now = addMinutes(START, -60);
      for (const { act, wait } of chosen) {
        now = addMinutes(now, wait);
        const result: Result<Visit> | undefined = acts[act]?.(v, now);
        if (result === undefined || !result.ok) continue;
        expect(transitions[v.status]).toContain(result.value.status);
        expect(visit.safeParse(result.value).success).toBe(true);
        seen.add(result.value.status);
        v = result.value;
      }
    }),
    { numRuns: 2_000, seed: 20261125 },
  );
  expect(seen.size).toBe(8);
});

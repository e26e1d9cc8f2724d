import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instant } from '../kernel/instant';
import { millisOf } from '../kernel/instant';
import type { Result } from '../kernel/result';
import { at, CALLED, elder, helper, must, ringing, son, sonKey, talking } from './factories';
import {
  addSeconds,
  advance,
  decline,
  GONE_SECONDS,
  join,
  leave,
  presentIn,
  RING_SECONDS,
} from './lifecycle';
import { isOpen, type MemberKey, secondsOf, secondsTalked, type VideoCall, videoCall } from './video-call';

const code = (result: { ok: boolean; refusal?: { code: string } }): string | undefined =>
  result.refusal?.code;
const heardAll =
  (when: Instant) =>
  (_key: MemberKey): Instant =>
    when;

describe('a call that is answered', () => {
  it('begins when the second comes in and ends when fewer than two are left, with how long each was there', () => {
    const call = talking();
    expect(call).toMatchObject({ status: 'joined', startedAt: at(10) });
    const over = must(leave(call, 'helper', at(190)));
    expect(over).toMatchObject({ status: 'ended', endedAt: at(190) });
    if (over.status !== 'ended') throw new Error('it is over');
    expect(secondsTalked(over)).toBe(180);
    expect(over.members.map(secondsOf)).toEqual([189, 180, 0]);
  });

  it('goes on for those who stay, lets a third in and one who left back', () => {
    let call = must(join(talking(), 'elder', at(20)));
    call = must(leave(call, 'helper', at(30))) as typeof call;
    expect(call.status).toBe('joined');
    call = must(join(call, 'helper', at(40)));
    expect(presentIn(call)).toHaveLength(3);
    expect(call.members[1]?.presence).toHaveLength(2);
  });

  it('ends at the moment at which a phone that died was last heard of', () => {
    const heard = (key: MemberKey): Instant => (key === 'helper' ? at(60) : at(75));
    expect(advance(talking(), heard, at(60 + GONE_SECONDS - 1))).toBeUndefined();
    const over = advance(talking(), heard, at(60 + GONE_SECONDS));
    expect(over).toMatchObject({ status: 'ended', endedAt: at(60) });
  });

  it('ends too when both phones die at once', () => {
    expect(advance(talking(), () => undefined, at(300))).toMatchObject({ status: 'ended' });
  });
});

describe('a call that is not answered', () => {
  it('rings for three quarters of a minute and is missed then', () => {
    const call = must(join(ringing(), sonKey, at(1)));
    expect(advance(call, heardAll(at(44)), at(RING_SECONDS - 1))).toBeUndefined();
    const over = advance(call, heardAll(at(44)), at(RING_SECONDS + 3));
    expect(over).toMatchObject({ status: 'missed', endedAt: at(RING_SECONDS) });
    expect(code(join(call, 'helper', at(RING_SECONDS)))).toBe('video_call_over');
  });

  it('is missed when the caller gives up or dies, and declined when everybody says no', () => {
    expect(must(leave(ringing(), sonKey, at(5)))).toMatchObject({ status: 'missed', endedAt: at(5) });
    const there = must(join(ringing(), sonKey, at(1)));
    expect(advance(there, heardAll(at(3)), at(25))).toMatchObject({
      status: 'missed',
      endedAt: at(3),
    });
    const one = must(decline(there, 'helper', at(6)));
    expect(one.status).toBe('invited');
    expect(must(decline(one, 'elder', at(7)))).toMatchObject({ status: 'declined', endedAt: at(7) });
  });

  it('lets in who declined and thought better of it', () => {
    const call = must(decline(talking(), 'elder', at(20)));
    expect(must(join(call, 'elder', at(30))).members[2]).not.toHaveProperty('declinedAt');
  });
});

describe('what is refused', () => {
  it('strangers find no call, and nobody leaves or declines what they are not or already in', () => {
    const stranger = sonKey.replace(/.$/, '9') as typeof sonKey;
    for (const act of [join, leave, decline])
      expect(code(act(talking(), stranger, at(20)))).toBe('not_found');
    expect(code(leave(talking(), 'elder', at(20)))).toBe('video_not_joined');
    expect(code(decline(talking(), 'helper', at(20)))).toBe('video_joined_already');
    expect(code(decline(ringing(), sonKey, at(20)))).toBe('video_joined_already');
  });

  it('a call that is over stays as it is: hanging up once more changes nothing, nobody comes in', () => {
    const over = must(leave(talking(), 'helper', at(60)));
    expect(must(leave(over, sonKey, at(61)))).toBe(over);
    expect(code(join(over, 'elder', at(61)))).toBe('video_call_over');
    expect(code(decline(over, 'elder', at(61)))).toBe('video_call_over');
    expect(advance(over, () => undefined, at(600))).toBeUndefined();
  });
});

const keys: readonly MemberKey[] = [sonKey, 'helper', 'elder'];
const next: Readonly<Record<VideoCall['status'], readonly VideoCall['status'][]>> = {
  invited: ['invited', 'joined', 'missed', 'declined'],
  joined: ['joined', 'ended'],
  ended: ['ended'],
  missed: ['missed'],
  declined: ['declined'],
};

/** What is true of a call whatever happened to it. */
function holds(c: VideoCall, now: Instant): void {
  videoCall.parse(c);
  expect(c.status === 'joined').toBe(isOpen(c) && presentIn(c).length >= 2);
  if (!isOpen(c)) expect(presentIn(c)).toEqual([]);
  for (const { presence } of c.members) {
    let before = millisOf(CALLED);
    for (const { from, to } of presence) {
      expect(millisOf(from)).toBeGreaterThanOrEqual(before);
      before = millisOf(to ?? now);
      expect(before).toBeGreaterThanOrEqual(millisOf(from));
      if (c.status === 'ended') expect(before).toBeLessThanOrEqual(millisOf(c.endedAt));
    }
  }
  if (c.status === 'ended') expect(millisOf(c.endedAt)).toBeGreaterThanOrEqual(millisOf(c.startedAt));
}

const act = fc.record({
  what: fc.constantFrom('join', 'leave', 'decline', 'beat', 'look'),
  who: fc.integer({ min: 0, max: keys.length - 1 }),
  seconds: fc.integer({ min: 0, max: 20 }),
});

it('whatever members and the clock do in whatever order, a call is sound at every step and never comes back', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 50 }), (acts) => {
      let call: VideoCall = ringing([son, helper, elder]);
      let now = CALLED;
      const heard = new Map<MemberKey, Instant>();
      for (const { what, who, seconds } of acts) {
        now = addSeconds(now, seconds);
        const key = keys[who] ?? sonKey;
        const before = call;
        if (what === 'beat') heard.set(key, now);
        else if (what === 'look') call = advance(call, (each) => heard.get(each), now) ?? call;
        else {
          const result: Result<VideoCall> = { join, leave, decline }[what](call, key, now);
          if (result.ok) call = result.value;
        }
        expect(next[before.status]).toContain(call.status);
        if (!isOpen(before)) expect(call).toEqual(before);
        holds(call, now);
      }
      // Left alone, every call ends by the clock.
      const end = addSeconds(now, RING_SECONDS + GONE_SECONDS);
      const last = advance(call, (each) => heard.get(each), end) ?? call;
      expect(isOpen(last)).toBe(false);
      holds(last, end);
    }),
    { numRuns: 100 },
  );
});

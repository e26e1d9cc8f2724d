import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PersonId } from '../kernel/ids';
import { MOST_MEMBERS } from './video-call';
import { type Around, type Caller, membersOfCall } from './whom-to-call';

const person = (n: number): PersonId => `person_${'0'.repeat(24)}${String(n).padStart(2, '0')}` as PersonId;
const relatives = (many: number): Around['family'] =>
  Array.from({ length: many }, (_, n) => ({ personId: person(n), name: `孩子${n}` }));
const around = (over: Partial<Around> = {}): Around => ({
  callName: '王大娘',
  ownPhone: false,
  family: relatives(2),
  ...over,
});
const son: Caller = { as: 'family', personId: person(0), name: '孩子0' };
const keysOf = (caller: Caller, of: Around): unknown => {
  const members = membersOfCall(caller, of);
  return members.ok ? members.value.map(({ key }) => key) : members.refusal.code;
};

describe('who is called by whom', () => {
  it('family reaches the helper who is there and the elder’s own phone, never another relative', () => {
    expect(keysOf(son, around({ ownPhone: true, helperName: '李桂芬' }))).toEqual([
      person(0),
      'helper',
      'elder',
    ]);
    expect(keysOf(son, around({ helperName: '李桂芬' }))).toEqual([person(0), 'helper']);
    expect(keysOf(son, around({ ownPhone: true }))).toEqual([person(0), 'elder']);
    expect(keysOf(son, around())).toBe('video_nobody_there');
  });

  it('the elder and the helper reach the family, the helper only from a visit under way', () => {
    expect(keysOf({ as: 'elder' }, around())).toEqual(['elder', person(0), person(1)]);
    expect(keysOf({ as: 'helper' }, around({ helperName: '李桂芬' }))).toEqual([
      'helper',
      person(0),
      person(1),
    ]);
    expect(keysOf({ as: 'helper' }, around())).toBe('video_visit_not_running');
    expect(keysOf({ as: 'elder' }, around({ family: [] }))).toBe('video_nobody_to_call');
  });

  it('a call has two to ten members, each once, the caller first, however large the family', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 40 }),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom<Caller['as']>('family', 'elder', 'helper', 'coordinator'),
        (many, ownPhone, visiting, as) => {
          const caller: Caller =
            as === 'elder' || as === 'helper' ? { as } : { as, personId: person(77), name: '刘芳' };
          const of = around({
            ownPhone,
            family: relatives(many),
            helperName: visiting ? '李桂芬' : undefined,
          });
          const members = membersOfCall(caller, of);
          if (!members.ok) return;
          const keys = members.value.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          expect(keys.length).toBeGreaterThanOrEqual(2);
          expect(keys.length).toBeLessThanOrEqual(MOST_MEMBERS);
          expect(members.value[0]?.as).toBe(as);
        },
      ),
      { numRuns: 200 },
    );
  });
});

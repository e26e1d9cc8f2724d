import { describe, expect, test } from '@jest/globals';
import { addMinutes, type Instant } from '@shared/kernel/instant';
import { createKept } from './kept-core';

const phone = () => {
  const kept = new Map<string, string>();
  let at = '2026-11-24T01:00:00.000Z' as Instant;
  const copies = createKept(
    {
      read: (name) => kept.get(name),
      write: (name, text) => void kept.set(name, text),
      remove: (name) => void kept.delete(name),
    },
    () => at,
  );
  return {
    kept,
    copies,
    wait: (hours: number) => {
      at = addMinutes(at, hours * 60);
    },
  };
};

describe('copies of replies on the phone', () => {
  test('are there again without network, with the time they are from', () => {
    const { copies, wait } = phone();
    copies.keep('today', { visits: [1] });
    wait(3);
    expect(copies.read('today')).toEqual({ at: '2026-11-24T01:00:00.000Z', reply: { visits: [1] } });
    expect(copies.read('tomorrow')).toBeUndefined();
  });
  test('end after two days, and the next one kept clears them away', () => {
    const { copies, kept, wait } = phone();
    copies.keep('an address', { address: '红光村三组' });
    wait(49);
    expect(copies.read('an address')).toBeUndefined();
    copies.keep('today', {});
    expect([...kept.values()].join()).not.toContain('红光村');
  });
  test('are forty at most, and the oldest goes first', () => {
    const { copies, kept } = phone();
    for (let n = 0; n < 60; n += 1) copies.keep(`visit ${n}`, { n });
    expect(copies.read('visit 19')).toBeUndefined();
    expect(copies.read('visit 20')?.reply).toEqual({ n: 20 });
    expect(kept.size).toBe(41);
  });
  test('are all gone after signing out', () => {
    const { copies, kept } = phone();
    copies.keep('today', {});
    copies.forgetAll();
    expect(kept.size).toBe(0);
  });
  test.each(['no json', '{"at":1}', '[]'])('one that is damaged (%s) is as if it were not there', (text) => {
    const { copies, kept } = phone();
    kept.set('kept.today', text);
    kept.set('kept', text);
    expect(copies.read('today')).toBeUndefined();
    copies.keep('today', { fresh: true });
    expect(copies.read('today')?.reply).toEqual({ fresh: true });
  });
});

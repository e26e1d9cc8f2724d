import { describe, expect, test } from '@jest/globals';
import { commandId } from '@shared/kernel/ids';
import { ulid } from './random-id';

describe('ids made on the phone', () => {
  test('a command id made here is one that the server accepts', () => {
    for (let turn = 0; turn < 200; turn += 1) {
      expect(commandId.safeParse(`command_${ulid(Date.now(), Math.random)}`).success).toBe(true);
    }
  });

  test('an id made later sorts after one made earlier', () => {
    const early = ulid(1_700_000_000_000, () => 0.99);
    const late = ulid(1_700_000_000_001, () => 0);
    expect(early < late).toBe(true);
  });

  test('the time can be read back from the first ten characters', () => {
    expect(ulid(0, () => 0)).toBe('0'.repeat(26));
    expect(ulid(32, () => 0).slice(0, 10)).toBe('0000000010');
  });

  test('ten thousand ids of one millisecond are all different', () => {
    const ids = new Set(Array.from({ length: 10_000 }, () => ulid(1_700_000_000_000, Math.random)));
    expect(ids.size).toBe(10_000);
  });
});

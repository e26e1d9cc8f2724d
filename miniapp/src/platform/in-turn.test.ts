import { expect, test } from '@jest/globals';
import { inTurn } from './in-turn';

test('an answer that comes after the answer to a later question does not count', () => {
  const turns = inTurn();
  const [first, second, third] = [turns.ask(), turns.ask(), turns.ask()];
  expect(turns.counts(second)).toBe(true);
  expect(turns.counts(first)).toBe(false);
  expect(turns.counts(third)).toBe(true);
  expect(turns.counts(second)).toBe(false);
  expect(turns.counts(turns.ask())).toBe(true);
});

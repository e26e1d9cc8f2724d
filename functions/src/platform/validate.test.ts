import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { validate } from './validate';

const either = z.strictObject({
  answer: z.union([
    z.strictObject({ choice: z.string() }),
    z.strictObject({ skipped: z.enum(['rather_not']) }),
  ]),
});

describe('input with alternatives', () => {
  const field = (answer: unknown) => {
    const checked = validate('body', either, { answer });
    return checked.ok ? undefined : [checked.refusal.code, checked.refusal.field];
  };
  it('is told the field of the alternative that it fits best', () => {
    expect(field({ choice: 7 })).toEqual(['input_invalid', 'body.answer.choice']);
    expect(field({ skipped: 'why' })).toEqual(['input_invalid', 'body.answer.skipped']);
    expect(field({})).toEqual(['input_invalid', 'body.answer.choice']);
    expect(field({ choice: 'yes' })).toBeUndefined();
  });
  it('is told the key that none of them knows', () => {
    expect(field({ choice: 'yes', more: 1 })).toEqual(['input_unknown_key', 'body.answer.more']);
  });
});

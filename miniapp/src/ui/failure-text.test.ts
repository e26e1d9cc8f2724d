import { describe, expect, test } from '@jest/globals';
import { refusalSentences } from '@shared/kernel/refusal';
import { failureText } from './failure-text';

describe('failures as sentences', () => {
  test('a refusal speaks its own sentence in the language of the reader', () => {
    const failure = { kind: 'refused', refusal: { code: 'offer_taken' } } as const;
    expect(failureText(failure, 'zh-CN').advice).toBe(refusalSentences.offer_taken[0]);
    expect(failureText(failure, 'en').advice).toContain('Someone else has taken this');
  });
  test('being offline says what to do, without a code', () => {
    expect(failureText({ kind: 'offline' }, 'zh-CN').advice).toContain('再试一次');
    expect(failureText({ kind: 'unreadable' }, 'en').advice).not.toMatch(/[{}_]/);
  });
});

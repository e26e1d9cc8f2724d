import { describe, expect, it } from '@jest/globals';
import { refusalSentences, spoken } from './refusal';

describe('refusals', () => {
  it('each say a Chinese and an English sentence that ends like one', () => {
    for (const [zh, en] of Object.values(refusalSentences)) {
      expect(zh).toMatch(/^[^a-zA-Z_]+[。？]$/);
      expect(en).toMatch(/^[A-Z].+\.$/);
    }
  });

  it('carry the field they are about', () => {
    expect(spoken({ code: 'time_past', field: 'body.startsAt' })).toMatchObject({
      code: 'time_past',
      field: 'body.startsAt',
    });
  });
});

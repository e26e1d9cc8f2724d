import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { minutes } from '../kernel/quantity';
import { checkService, type Service } from './service';

const company: Omit<Service, 'code'> = {
  class: 'spirit',
  zh: '陪伴聊天',
  en: 'Company',
  usualMinutes: minutes.parse(60),
  minMinutes: minutes.parse(30),
  maxMinutes: minutes.parse(120),
  skills: ['company'],
  credentials: [],
  byKinds: ['volunteer', 'provider'],
  helpers: 1,
  weight: 100,
  daytimeOnly: false,
  checklistZh: ['聊聊家常'],
  checklistEn: ['Talk'],
};

describe('a row of the catalogue', () => {
  test('is sound exactly when the usual length lies between the least and the most', () => {
    const length = fc.integer({ min: 1, max: 600 }).map((n) => minutes.parse(n));
    fc.assert(
      fc.property(length, length, length, (minMinutes, usualMinutes, maxMinutes) => {
        const sound = minMinutes <= usualMinutes && usualMinutes <= maxMinutes;
        expect(checkService({ ...company, minMinutes, usualMinutes, maxMinutes }).ok).toBe(sound);
      }),
    );
  });

  test('has every task in both languages', () => {
    expect(checkService({ ...company, checklistEn: [] })).toEqual({
      ok: false,
      refusal: { code: 'input_invalid', field: 'body.service.checklistEn' },
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { repeatWords } from './repeat-words';

describe('a repeat in words', () => {
  it('is said as people say it, the week beginning on Monday', () => {
    expect(repeatWords(undefined, 'zh-CN')).toBe('只这一次');
    expect(repeatWords({ freq: 'weekly', interval: 2, byDay: ['WE'], count: 8 }, 'zh-CN')).toBe(
      '每两周 · 周三 · 共 8 次',
    );
    expect(repeatWords({ freq: 'weekly', interval: 1, byDay: ['SU', 'MO'], count: 4 }, 'zh-CN')).toBe(
      '每周 · 周一、日 · 共 4 次',
    );
    expect(repeatWords({ freq: 'daily', interval: 1, byDay: [], count: 7 }, 'en')).toBe(
      'Every day · 7 times',
    );
  });
});

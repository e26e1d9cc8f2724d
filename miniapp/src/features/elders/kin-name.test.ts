import { describe, expect, it } from '@jest/globals';
import { kinName } from './kin-name';

describe('how the family calls the elder', () => {
  it('is mother or father for a child, and what the village says for others', () => {
    const wang = { gender: 'female' as const, callName: '王大娘' };
    expect(kinName({ ...wang, relation: 'son' }, 'zh-CN')).toBe('妈妈');
    expect(kinName({ ...wang, relation: 'daughter', gender: 'male' }, 'zh-CN')).toBe('爸爸');
    expect(kinName({ ...wang, relation: 'in_law' }, 'zh-CN')).toBe('王大娘');
    expect(kinName({ ...wang, relation: 'son' }, 'en')).toBe('Mum');
  });
});

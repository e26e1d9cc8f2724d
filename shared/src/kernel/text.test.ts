import { describe, expect, it } from '@jest/globals';
import { line, paragraph, phoneNumber } from './text';

describe('text that people type', () => {
  it('is trimmed, bounded and never empty where a line is asked for', () => {
    expect(line(4).parse('  王大娘 ')).toBe('王大娘');
    expect(line(4).safeParse('    ').success).toBe(false);
    expect(line(4).safeParse('五个字太长了').success).toBe(false);
    expect(paragraph(4).parse('  ')).toBe('');
  });

  it('holds no control characters and no direction overrides', () => {
    for (const code of [0, 7, 27, 127, 0x202e, 0x2066])
      expect(line(10).safeParse(`a${String.fromCharCode(code)}b`).success).toBe(false);
    expect(line(10).safeParse('a\nb').success).toBe(true);
  });

  it('knows mainland mobile and landline numbers', () => {
    for (const good of ['13812345678', '0455-5621234', '04555621234'])
      expect(phoneNumber.safeParse(good).success).toBe(true);
    for (const bad of ['12345', '23812345678', '1381234567', '+8613812345678'])
      expect(phoneNumber.safeParse(bad).success).toBe(false);
  });
});

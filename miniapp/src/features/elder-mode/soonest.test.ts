import { describe, expect, it } from '@jest/globals';
import { beijing, beijingInstant, type Day } from '@shared/kernel/instant';
import { soonest } from './soonest';

const at = (hour: number, minute = 0) => beijingInstant('2026-11-24' as Day, hour * 60 + minute);
const told = (hour: number, minute = 0) => {
  const { day, hour: h, minute: m } = beijing(soonest(at(hour, minute)));
  return `${day} ${h}:${m}`;
};

describe('the soonest help for an elder', () => {
  it('is in the afternoon for a call in the morning, and tomorrow at nine for one in the evening', () => {
    expect(told(9, 20)).toBe('2026-11-24 11:0');
    expect(told(17, 30)).toBe('2026-11-25 9:0');
    expect(told(23, 30)).toBe('2026-11-25 9:0');
    expect(told(3)).toBe('2026-11-24 9:0');
  });
});

import { describe, expect, it } from '@jest/globals';
import { hourPresets, presetOf } from './hour-presets';

describe('the usual weeks of a helper', () => {
  it('are recognised whatever the order of their days, and nothing else is', () => {
    expect(presetOf([...hourPresets.day].reverse())).toBe('day');
    expect(presetOf(hourPresets.day.slice(1))).toBeUndefined();
  });
});

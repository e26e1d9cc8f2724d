import { describe, expect, it } from '@jest/globals';
import { noReadings, readingsOf } from './readings';

describe('readings', () => {
  it('are whole numbers, glucose in tenths, without the boxes left empty', () => {
    expect(readingsOf({ ...noReadings, systolic: '132', diastolic: ' 84 ', glucose: '6.1' })).toEqual({
      systolic: 132,
      diastolic: 84,
      glucose: 61,
    });
    expect(readingsOf({ ...noReadings, pulse: 'x' })).toEqual({});
  });
});

import { describe, expect, test } from '@jest/globals';
import { countdownName, distanceName, minutesName, wayName, yuanName } from './amounts';

describe('amounts as people say them', () => {
  test('service time is said in hours and minutes', () => {
    expect(minutesName(40, 'zh-CN')).toBe('40 分钟');
    expect(minutesName(120, 'zh-CN')).toBe('2 小时');
    expect(minutesName(150, 'zh-CN')).toBe('2 小时 30 分');
    expect(minutesName(150, 'en')).toBe('2 h 30 min');
  });
  test('money is said in yuan, with fen only where there are some', () => {
    expect(yuanName(4500)).toBe('￥45');
    expect(yuanName(4505)).toBe('￥45.05');
    expect(yuanName(0)).toBe('￥0');
  });
  test('distances are rounded as people do', () => {
    expect(distanceName(20, 'zh-CN')).toBe('就在附近');
    expect(distanceName(343, 'zh-CN')).toBe('340 米');
    expect(distanceName(1_234, 'zh-CN')).toBe('1.2 公里');
    expect(distanceName(2_040, 'zh-CN')).toBe('2 公里');
    expect(distanceName(12_480, 'en')).toBe('12 km');
    expect(distanceName(998, 'zh-CN')).toBe('1 公里');
  });
  test('a way is a distance and how long it takes, never zero minutes', () => {
    expect(wayName(340, 4.2, 'walk', 'zh-CN')).toBe('340 米 · 步行 5 分钟');
    expect(wayName(60, 0, 'bicycle', 'en')).toBe('60 m · 1 min by bicycle');
  });
  test('a countdown never goes below zero', () => {
    expect(countdownName(892_000)).toBe('14:52');
    expect(countdownName(3_723_000)).toBe('1:02:03');
    expect(countdownName(-5_000)).toBe('00:00');
  });
});

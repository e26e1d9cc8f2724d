import { describe, expect, test } from '@jest/globals';
import { runSchedule } from './schedule';

describe('visits kept on a phone that is killed, over a network that fails', () => {
  test('of 300 schedules every command takes effect once and in order', async () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const { wrong } = await runSchedule(seed);
      expect({ seed, wrong }).toEqual({ seed, wrong: [] });
    }
  }, 120_000);

  test('the simulation notices a command that was taken for sent and was not', async () => {
    const { wrong } = await runSchedule(1, { loseOne: true });
    expect(wrong).not.toEqual([]);
  });
});

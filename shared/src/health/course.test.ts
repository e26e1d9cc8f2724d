import { describe, expect, test } from '@jest/globals';
import { farFromUsual } from '../alerts/far-from-usual';
import { addDays } from '../kernel/instant';
import { entryIdOf, START, upcoming } from '../visits/factories';
import type { LogEntry } from '../visits/log';
import { measures } from '../visits/vitals';
import { coursesOf } from './course';

const { visitId, elderId } = upcoming();
const reading = (day: number, values: Readonly<Record<string, number>>): LogEntry => ({
  visitId,
  elderId,
  receivedAt: START,
  entry: { entryId: entryIdOf(day + 1), at: addDays(START, day), kind: 'vitals', ...values },
});
const pressures = (...values: readonly number[]) => values.map((systolic, day) => reading(day, { systolic }));

describe('readings over time', () => {
  test('stand in the order in which they were taken, each measure by itself', () => {
    const courses = coursesOf([
      reading(2, { weight: 612 }),
      reading(1, { systolic: 140, pulse: 72 }),
      reading(0, { systolic: 138 }),
    ]);
    expect(courses.map(({ name, points }) => [name, points.map(({ value }) => value)])).toEqual([
      ['systolic', [138, 140]],
      ['pulse', [72]],
      ['weight', [612]],
    ]);
  });

  test('say that more are needed before anything is usual', () => {
    expect(coursesOf(pressures(130, 180, 131))[0]).toMatchObject({
      explanation: { zh: '再量几次，满 3 次以后才说得出平时是多少。' },
      points: [{ far: false }, { far: false }, { far: false }],
    });
  });

  test('say what is usual, and the newest one is not part of it', () => {
    expect(coursesOf(pressures(138, 136, 140, 138, 132))[0]).toMatchObject({
      usual: { middle: 138, low: 128, high: 148 },
      sentence: { zh: '高压 132，比平时低 6' },
      explanation: { zh: '按最近几次算，平时多在 128 到 148 之间。' },
    });
  });

  test('call far exactly what an alert is raised for', () => {
    for (const newest of [95, 107, 108, 109, 138, 167, 168, 169, 200]) {
      const all = pressures(138, 136, 140, 138, newest);
      const last = all.slice(-1);
      const raised = farFromUsual(measures(last, all.slice(0, -1))) !== undefined;
      expect([newest, coursesOf(all)[0]?.points.at(-1)?.far]).toEqual([newest, raised]);
    }
  });

  test('describe and never judge', () => {
    const words = JSON.stringify(coursesOf(pressures(138, 136, 140, 138, 190)));
    expect(words).toContain('差得比较多');
    expect(words).not.toMatch(/正常|异常|偏高|偏低|危险|高血压|诊断/);
  });
});

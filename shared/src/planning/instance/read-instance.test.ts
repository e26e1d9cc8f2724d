import { describe, expect, test } from '@jest/globals';
import { generateInstance } from './generate';
import type { Instance } from './instance';
import { nobodyCan } from './nobody-can';
import { readInstance } from './read-instance';

const good = generateInstance({ seed: 1, patients: 6, caregivers: 3, pairs: 1, village: false });
type Change = (instance: Mutable) => void;
// biome-ignore lint/suspicious/noExplicitAny: a test that breaks an instance in every way
type Mutable = any;
const broken = (change: Change): string => {
  const copy: Mutable = structuredClone(good);
  change(copy);
  return JSON.stringify(copy);
};
const sentence = (text: string): string => {
  const read = readInstance(text);
  return read.ok ? 'fine' : `${read.problem.zh} ${read.problem.en}`;
};

const wrongs: readonly (readonly [string, Change, RegExp])[] = [
  ['an ability that is no service', (i) => i.caregivers[0].abilities.push('s9'), /c1.*s9.*c1.*s9/],
  [
    'a needed service that is none',
    (i) => (i.patients[1].required_caregivers[0].service = 'x'),
    /p2.*x.*p2.*x/,
  ],
  [
    'a window that ends before it begins',
    (i) => (i.patients[2].time_window = [300, 200]),
    /p3.*\[300, 200\]/,
  ],
  ['a window before the day', (i) => (i.patients[2].time_window = [-30, -5]), /p3/],
  ['a window that is no pair', (i) => (i.patients[2].time_window = [300]), /patients\.2\.time_window/],
  ['a matrix without a row', (i) => i.distances.pop(), /7.*6.*7.*6/],
  ['a matrix with a short row', (i) => i.distances[3].pop(), /7.*6/],
  ['a negative way', (i) => (i.distances[1][2] = -4), /1.*2.*-4/],
  ['a negative duration', (i) => (i.patients[0].required_caregivers[0].duration = -1), /p1.*-1/],
  ['a negative usual duration', (i) => (i.services[0].default_duration = -1), /s1.*-1/],
  ['two patients of one id', (i) => (i.patients[3].id = 'p1'), /p1.*appears twice/],
  ['two caregivers of one id', (i) => (i.caregivers[1].id = 'c1'), /c1.*appears twice/],
  [
    'a gap that contradicts itself',
    (i) => (i.patients[0].synchronization = { type: 'sequential', distance: [30, 10] }),
    /p1.*\[30, 10\]/,
  ],
  [
    'an order that goes in a circle',
    (i) => {
      i.patients[0].after = ['p2'];
      i.patients[1].after = ['p3'];
      i.patients[2].after = ['p1'];
    },
    /p1 等 p2 等 p3 等 p1.*circle.*p1 waits for p2/,
  ],
  ['an order after nobody', (i) => (i.patients[0].after = ['p99']), /p99/],
  ['nobody at all', (i) => (i.caregivers = []), /caregivers/],
  ['no distances', (i) => delete i.distances, /distances/],
  [
    'hours that end before they begin',
    (i) => (i.caregivers[0].working_hours = [[500, 400]]),
    /c1.*\[500, 400\]/,
  ],
];

describe('an instance', () => {
  test('that is good can be planned, and every service of it is a place', () => {
    const read = readInstance(JSON.stringify(good));
    expect(read.ok && read.day.visits.flatMap(({ places }) => places)).toHaveLength(12);
  });

  test.each(wrongs)('with %s is refused in a sentence of both languages', (_name, change, says) => {
    expect(sentence(broken(change))).toMatch(says);
    expect(sentence(broken(change))).toMatch(/[\u4e00-\u9fff].*[。] [A-Z].*\.$/);
  });

  test.each(['', '{', 'null', '[]', '42', '{}'])('that reads %j is refused', (text) => {
    expect(sentence(text)).not.toBe('fine');
  });

  test('takes the usual duration of a service where a patient has none', () => {
    const read = readInstance(broken((i) => delete i.patients[0].required_caregivers[0].duration));
    expect(read.ok && read.day.visits[0]?.places[0]?.minutes).toBe(15);
  });

  test('gives a service that is not timed together with another a visit of its own', () => {
    const read = readInstance(broken((i) => delete i.patients[0].synchronization));
    expect(read.ok && read.day.visits.filter(({ id }) => id === 'p1')).toHaveLength(2);
  });

  test('names the visits that nobody can do', () => {
    const lonely = broken((i: Mutable) => {
      const skills: string[] =
        (i as Instance).patients[4]?.required_caregivers.map(({ service }) => service) ?? [];
      for (const one of i.caregivers)
        one.abilities = one.abilities.filter((each: string) => !skills.includes(each));
    });
    const read = readInstance(lonely);
    expect(read.ok && nobodyCan(read.day)).toContain(4);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Service } from '../catalogue/service';
import type { Helper } from '../helpers/helper';
import { addMinutes, beijingInstant, type Day as CalendarDay } from '../kernel/instant';
import { exclusionOf, type Need } from '../matching/eligibility';
import { type Available, countyDay, type Wanted } from './county-day';
import { createRandom } from './random';
import { solve } from './solve';
import { faults } from './testing/faults';

const on = '2026-11-25' as CalendarDay;
const { below, unit } = createRandom(8);
const id = <Id>(kind: string, n: number): Id => `${kind}_${String(n).padStart(26, '0')}` as Id;
const near = () => ({ lat: 46.25 + unit() * 0.03, lng: 126.27 + unit() * 0.03 });
const service = (helpers: 1 | 2): Service =>
  ({
    code: 'escort',
    skills: ['escort'],
    credentials: [],
    byKinds: ['volunteer'],
    helpers,
  }) as unknown as Service;

const helper = (n: number): Helper => ({
  helperId: id('helper', n),
  personId: id('person', n),
  kind: 'volunteer',
  name: `帮手${n}`,
  gender: 'female',
  birthYear: 1962,
  villageCode: '231222107201',
  villageName: '红光村',
  home: near(),
  credentials: [],
  stats: { offered: 0, answered: 0, visits: 0, onTime: 0 },
  skills: n % 4 === 0 ? ['cooking'] : ['escort'],
  weeklyHours: [
    { weekday: 3, from: 7 * 60, to: 11 * 60 + 30 },
    { weekday: 3, from: 13 * 60, to: 18 * 60 },
  ],
  daysOff: n === 5 ? [on] : [],
  radiusMetres: 4_000,
  travel: n % 2 === 0 ? 'bicycle' : 'walk',
  languages: ['northeastern'],
  excludedElderIds: n === 1 ? [id('elder', 1)] : [],
  available: n !== 6,
});
const wanted = (n: number): Wanted => {
  const startsAt = beijingInstant(on, 8 * 60 + below(16) * 30);
  const need: Need = {
    elder: { elderId: id('elder', n), position: near(), excludedHelperIds: [], villageCode: '231222107201' },
    service: service(n % 5 === 0 ? 2 : 1),
    startsAt,
    endsAt: addMinutes(startsAt, 30 + below(3) * 15),
    wishes: {},
    payBy: 'time',
    heldBy: [],
  };
  return { id: id('request', n), need, places: n % 5 === 0 ? [{}, {}] : [{}], earlier: 60, later: 60 };
};
const village = {
  on,
  helpers: Array.from(
    { length: 12 },
    (_, n): Available => ({
      helper: helper(n),
      mostVisits: 3,
      visitsBefore: (elderId) => (n === 3 && elderId === id('elder', 2) ? 20 : 0),
    }),
  ),
  visits: Array.from({ length: 16 }, (_, n) => wanted(n)),
};

describe('the day of a village', () => {
  const day = countyDay(village);

  test('lets a visit be taken by those and only those whom online matching would ask, hours aside', () => {
    village.visits.forEach(({ need }, visit) => {
      const asked = village.helpers.flatMap((each, index) => {
        const why = exclusionOf(need, each.helper, []);
        return why === undefined || why === 'hours' ? [index] : [];
      });
      for (const place of day.visits[visit]?.places ?? [])
        expect(place.choices.map((choice) => choice.helper)).toEqual(asked);
    });
  });

  test('would rather send whom the elder knows', () => {
    const choices = day.visits[2]?.places[0]?.choices ?? [];
    const costs = new Map(choices.map((choice) => [choice.helper, choice.cost]));
    expect(costs.get(3)).toBeLessThan(costs.get(7) ?? 0);
  });

  test('is planned within hours, leeway, radius and what each takes on; two come together', () => {
    const { plan } = solve(day, { seed: 1, steps: 200_000 });
    expect(faults(day, plan)).toEqual([]);
    expect(plan.routes.flat().length).toBeGreaterThan(12);
  });
});

import { expect, test } from '@jest/globals';
import type { Helper } from '@shared/helpers/helper';
import type { HelperId } from '@shared/kernel/ids';
import { addMinutes, type Instant } from '@shared/kernel/instant';
import type { Need } from '@shared/matching/eligibility';
import { bookingDay, type HelperDay, helperDayItem, helperDayKey } from '../offers/items';
import { testDeps } from '../platform/test-support';
import { createMemoryTable, type MemoryTable } from '../table/memory-table';
import { elder } from '../visits/test-village';
import { findCandidates } from './find-candidates';
import { keepRoster } from './roster/keep';
import { helperOf, NOW, plant, plantNeighbours, STARTS, serviceOf } from './test-neighbours';

const need: Need = {
  elder,
  service: serviceOf(),
  startsAt: STARTS,
  endsAt: addMinutes(STARTS, 60),
  wishes: {},
  payBy: 'time',
  heldBy: [],
};
/** Drivers who come from anywhere, `metres` apart on a line to the north. */
const drivers = (count: number, metres: number): Helper[] =>
  Array.from({ length: count }, (_, index) =>
    helperOf(index + 1, {
      home: { lat: elder.position.lat + ((index + 1) * metres) / 111_195, lng: elder.position.lng },
      radiusMetres: 30_000,
      travel: 'car',
    }),
  );
/** A table that only the stream's own consumer has kept the roster of. */
async function stage(helpers: readonly Helper[], plantDays: (table: MemoryTable) => void = () => undefined) {
  const table = createMemoryTable({ clock: () => NOW });
  const deps = { ...testDeps({ now: NOW }), table };
  plantNeighbours(table, { helpers });
  plantDays(table);
  await keepRoster(deps, new Map(helpers.map(({ helperId }) => [helperId, new Set<string>()])));
  return deps;
}

test('who has a day that cannot be read may be busy and is not found, and the others are', async () => {
  const helpers = drivers(3, 50);
  const [, busy] = helpers.map(({ helperId }) => helperId);
  const key = helperDayKey(busy as HelperId, bookingDay(STARTS));
  const deps = await stage(helpers, (table) =>
    table.plant({ ...key, kind: helperDayItem.name, version: 1, body: { bookings: 'torn' } }),
  );
  const found = (await findCandidates(deps, need)).map(({ candidate }) => candidate.helper.helperId);
  expect(found).toHaveLength(2);
  expect(found).not.toContain(busy);
});

test('who has more visits than the roster holds is looked up for the day, and only they', async () => {
  const helpers = drivers(3, 50);
  const [, full] = helpers.map(({ helperId }) => helperId as HelperId);
  const page = (day: string, count: number, at: Instant): HelperDay => ({
    helperId: full as HelperId,
    day: day as HelperDay['day'],
    bookings: Array.from({ length: count }, () => ({
      visitId: `visit_${'0'.repeat(26)}` as HelperDay['bookings'][number]['visitId'],
      startsAt: at,
      endsAt: addMinutes(at, 60),
      position: elder.position,
    })),
  });
  const days = [page('2026-11-24', 20, NOW), page('2026-11-25', 5, STARTS)];
  const deps = await stage(helpers, (table) => {
    for (const day of days) plant(table, helperDayItem, day);
  });
  await findCandidates(deps, need);
  deps.table.units.reset();
  const found = (await findCandidates(deps, need)).map(({ candidate }) => candidate.helper.helperId);
  expect(found).toHaveLength(2);
  expect(found).not.toContain(full);
  expect(deps.table.units.trips).toBe(2);
});

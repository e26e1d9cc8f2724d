import { describe, expect, test } from '@jest/globals';
import type { Helper } from '@shared/helpers/helper';
import type { HelperId } from '@shared/kernel/ids';
import { addMinutes } from '@shared/kernel/instant';
import type { Need } from '@shared/matching/eligibility';
import { bookingDay, helperDayItem, helperDayKey } from '../offers/items';
import { testDeps } from '../platform/test-support';
import { elder } from '../visits/test-village';
import { findCandidates } from './find-candidates';
import { helperOf, NOW, plantNeighbours, STARTS, serviceOf } from './test-neighbours';

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
const search = async (helpers: readonly Helper[]) => {
  const deps = testDeps({ now: NOW });
  plantNeighbours(deps.table, { helpers });
  deps.table.units.reset();
  const found = await findCandidates(deps, need);
  return { found: found.length, trips: deps.table.units.trips };
};

test('who has a day that cannot be read may be busy and is not found, and the others are', async () => {
  const deps = testDeps({ now: NOW });
  const helpers = drivers(3, 50);
  plantNeighbours(deps.table, { helpers });
  const [, busy] = helpers.map(({ helperId }) => helperId);
  const key = helperDayKey(busy as HelperId, bookingDay(STARTS));
  deps.table.plant({ ...key, kind: helperDayItem.name, version: 1, body: { bookings: 'torn' } });
  const found = (await findCandidates(deps, need)).map(({ candidate }) => candidate.helper.helperId);
  expect(found).toHaveLength(2);
  expect(found).not.toContain(busy);
});

/** Each search also asks once for the calendars of a look with anyone in it, and once who has been there before. */
describe('what a search asks of the table', () => {
  test('where many can come, the two rows of cells that four kilometres touch', async () => {
    expect(await search(drivers(40, 50))).toEqual({ found: 30, trips: 2 + 1 + 1 });
  });

  test('where few can come, every row out to thirty kilometres, and no cell twice', async () => {
    expect(await search(drivers(20, 1_400))).toEqual({ found: 20, trips: 28 + 3 + 1 });
    expect(await search([])).toEqual({ found: 0, trips: 28 + 1 });
  });
});

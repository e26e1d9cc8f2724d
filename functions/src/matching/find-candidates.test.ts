import { describe, expect, test } from '@jest/globals';
import type { Helper } from '@shared/helpers/helper';
import { addMinutes } from '@shared/kernel/instant';
import type { Need } from '@shared/matching/eligibility';
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

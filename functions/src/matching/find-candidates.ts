import type { Helper } from '@shared/helpers/helper';
import type { Position } from '@shared/kernel/position';
import { type Booking, exclusionOf, type Need } from '@shared/matching/eligibility';
import { nearestEligible } from '@shared/matching/nearest';
import { type Candidate, rank, type Scored } from '@shared/matching/score';
import { isServed } from '@shared/visits/visit';
import { helperItem } from '../helpers/items';
import { bookingDay, helperDayItem, helperDayKey } from '../offers/items';
import type { Deps } from '../platform/deps';
import { visitItem } from '../visits/items';

/** Enough to rank well: the best of the thirty nearest who can come. */
export const POOL_SIZE = 30;

interface Found {
  readonly home: Position;
  readonly helper: Helper;
  readonly bookings: readonly Booking[];
}

/** Helpers who live in these cells. A record that cannot be read is left out; who keeps it is told by its key. */
async function helpersIn(deps: Deps, cells: readonly string[]): Promise<readonly Found[]> {
  const pages = await Promise.all(cells.map((cell) => allOf(deps, `CELL#${cell}`)));
  return pages.flat().map((helper) => ({ home: helper.home, helper, bookings: [] }));
}

async function allOf(deps: Deps, pk: string): Promise<readonly Helper[]> {
  const helpers: Helper[] = [];
  let after: string | undefined;
  do {
    const page = await deps.table.list(helperItem, {
      index: 'byCell',
      pk,
      ...(after === undefined ? {} : { after }),
    });
    helpers.push(...page.items.map((item) => item.value));
    after = page.next;
  } while (after !== undefined);
  return helpers;
}

/** The days of those who pass every rule but the calendar's, in one batch read. */
export async function withBookings(
  deps: Deps,
  need: Need,
  found: readonly Found[],
): Promise<readonly Found[]> {
  const day = bookingDay(need.startsAt);
  const days = await deps.table.getMany(
    helperDayItem,
    found.map(({ helper }) => helperDayKey(helper.helperId, day)),
  );
  return found.map((one, index) => ({ ...one, bookings: days[index]?.value.bookings ?? [] }));
}

/** Everyone near who can come, best first, with reasons: exact among the nearest, every hard rule applied. */
export async function findCandidates(deps: Deps, need: Need, wanted = POOL_SIZE): Promise<readonly Scored[]> {
  const near = await nearestEligible<Found>({
    centre: need.elder.position,
    wanted,
    read: (cells) => helpersIn(deps, cells),
    eligible: async (found) => {
      const possible = found.filter(({ helper }) => exclusionOf(need, helper, []) === undefined);
      const booked = await withBookings(deps, need, possible);
      return booked.filter(({ helper, bookings }) => exclusionOf(need, helper, bookings) === undefined);
    },
  });
  const before = await visitsBefore(deps, need.elder.elderId);
  return rank(
    need,
    near.map(
      ({ helper, bookings }): Candidate => ({
        helper,
        bookings,
        visitsBefore: before.get(helper.helperId) ?? 0,
      }),
    ),
  );
}

/** How often each helper has been with this elder, over the latest two hundred visits. */
export async function visitsBefore(deps: Deps, elderId: string): Promise<ReadonlyMap<string, number>> {
  const page = await deps.table.list(visitItem, {
    index: 'byElder',
    pk: `ELDER#${elderId}`,
    prefix: 'VISIT#',
    descending: true,
  });
  const counts = new Map<string, number>();
  for (const { value } of page.items) {
    if (isServed(value)) counts.set(value.helperId, (counts.get(value.helperId) ?? 0) + 1);
  }
  return counts;
}

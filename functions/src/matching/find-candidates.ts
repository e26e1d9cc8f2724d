import type { Helper } from '@shared/helpers/helper';
import type { Position } from '@shared/kernel/position';
import { type RowSpan, spansAround } from '@shared/matching/cell';
import { type Booking, exclusionOf, type Need } from '@shared/matching/eligibility';
import { type Look, nearestEligible } from '@shared/matching/nearest';
import { type Candidate, rank, type Scored } from '@shared/matching/score';
import { isServed } from '@shared/visits/visit';
import { cellRange, helperItem } from '../helpers/items';
import { bookingDay, helperDayItem, helperDayKey } from '../offers/items';
import type { Deps } from '../platform/deps';
import type { Key } from '../table/port';
import { visitItem } from '../visits/items';

/** Enough to rank well: the best of the thirty nearest who can come. */
export const POOL_SIZE = 30;

interface Found {
  readonly home: Position;
  readonly helper: Helper;
  readonly bookings: readonly Booking[];
}

/**
 * Helpers who live in a look around a place: one range query for each row of cells, all at once. A record that
 * cannot be read is named and left out.
 */
export async function helpersNear(deps: Deps, centre: Position, { beyond, within }: Look) {
  const pages = await Promise.all(spansAround(centre, beyond, within).map((span) => helpersIn(deps, span)));
  return {
    found: pages
      .flatMap((page) => page.helpers)
      .map((helper): Found => ({ home: helper.home, helper, bookings: [] })),
    unreadable: pages.flatMap((page) => page.unreadable),
  };
}

async function helpersIn(deps: Deps, span: RowSpan) {
  const helpers: Helper[] = [];
  const unreadable: Key[] = [];
  let after: string | undefined;
  do {
    const page = await deps.table.list(helperItem, {
      ...cellRange(span),
      ...(after === undefined ? {} : { after }),
    });
    helpers.push(...page.items.map((item) => item.value));
    unreadable.push(...page.unreadable);
    after = page.next;
  } while (after !== undefined);
  return { helpers, unreadable };
}

/** The days of those who pass every rule but the calendar's, in one batch read. */
export async function withBookings(
  deps: Deps,
  need: Need,
  found: readonly Found[],
): Promise<readonly Found[]> {
  if (found.length === 0) return [];
  const day = bookingDay(need.startsAt);
  const days = await deps.table.getMany(
    helperDayItem,
    found.map(({ helper }) => helperDayKey(helper.helperId, day)),
  );
  // Whose day cannot be read may be busy: left out, like a helper who cannot be read.
  const unknown = new Set(days.unreadable.map(({ pk }) => pk));
  return found.flatMap((one, index) =>
    unknown.has(helperDayKey(one.helper.helperId, day).pk)
      ? []
      : [{ ...one, bookings: days.items[index]?.value.bookings ?? [] }],
  );
}

/**
 * Everyone near who can come, best first, with reasons: exact among the `wanted` nearest and everyone within
 * `everyoneWithin` metres, every hard rule applied.
 */
export async function findCandidates(
  deps: Deps,
  need: Need,
  wanted = POOL_SIZE,
  everyoneWithin = 0,
): Promise<readonly Scored[]> {
  const near = await nearestEligible<Found>({
    centre: need.elder.position,
    wanted,
    everyoneWithin,
    read: async (look) => (await helpersNear(deps, need.elder.position, look)).found,
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

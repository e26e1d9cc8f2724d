import { type Booking, exclusionOf, type Need } from '@shared/matching/eligibility';
import { rank, type Scored } from '@shared/matching/score';
import { bookingDay, helperDayItem, helperDayKey } from '../offers/items';
import type { Deps } from '../platform/deps';
import { visitItem } from '../visits/items';
import { countsOf } from './roster/build';
import { readRoster } from './roster/read';
import type { Placed } from './roster/roster';
import { bookingsOn, type DaySpan, dayOf, type RosterRow } from './roster/row';

/** Enough to rank well: the best of the thirty nearest who can come. */
export const POOL_SIZE = 30;

/** The visits of a day of those whose row does not hold that day; nothing for one whose day cannot be read. */
type LookedUp = Map<string, readonly Booking[] | undefined>;

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
  const { roster, visitsBefore } = await readRoster(deps, need.elder);
  const lookedUp: LookedUp = new Map();
  const day = dayOf(need.startsAt);
  for (;;) {
    const unknown = new Set<string>();
    const near = roster.nearest(need.elder.position, {
      wanted,
      everyoneWithin,
      fits: (row) => {
        if (exclusionOf(need, row.helper, []) !== undefined) return false;
        const bookings = bookingsFor(row, day, lookedUp);
        if (bookings === 'unknown') unknown.add(row.helper.helperId);
        // Whose day cannot be read may be busy: left out, like a helper who cannot be read.
        if (bookings === undefined) return false;
        return bookings === 'unknown' || exclusionOf(need, row.helper, bookings) === undefined;
      },
    });
    if (unknown.size === 0)
      return rank(
        need,
        near.map(({ row }) => ({
          helper: row.helper,
          bookings: bookingsOn(row, day) ?? lookedUp.get(row.helper.helperId) ?? [],
          visitsBefore: visitsBefore.get(row.helper.helperId) ?? 0,
        })),
      );
    await lookUp(deps, need, unknown, lookedUp);
  }
}

function bookingsFor(
  row: RosterRow,
  day: DaySpan,
  lookedUp: LookedUp,
): readonly Booking[] | undefined | 'unknown' {
  const { helperId } = row.helper;
  return bookingsOn(row, day) ?? (lookedUp.has(helperId) ? lookedUp.get(helperId) : ('unknown' as const));
}

async function lookUp(deps: Deps, need: Need, helperIds: Iterable<string>, into: LookedUp): Promise<void> {
  const day = bookingDay(need.startsAt);
  const ids = [...helperIds];
  const days = await deps.table.getMany(
    helperDayItem,
    ids.map((id) => helperDayKey(id, day)),
  );
  const unreadable = new Set(days.unreadable.map(({ pk }) => pk));
  ids.forEach((id, index) => {
    const isBroken = unreadable.has(helperDayKey(id, day).pk);
    into.set(id, isBroken ? undefined : (days.items[index]?.value.bookings ?? []));
  });
}

/** The visits of a need's day of everyone in a list: one more trip where a row does not hold that day. */
export async function withBookings(
  deps: Deps,
  need: Need,
  near: readonly Placed[],
): Promise<readonly { readonly row: RosterRow; readonly bookings: readonly Booking[] }[]> {
  const lookedUp: LookedUp = new Map();
  const day = dayOf(need.startsAt);
  const unknown = near.filter(({ row }) => bookingsOn(row, day) === undefined);
  if (unknown.length > 0)
    await lookUp(
      deps,
      need,
      unknown.map(({ row }) => row.helper.helperId),
      lookedUp,
    );
  return near.flatMap(({ row }) => {
    const bookings = bookingsOn(row, day) ?? lookedUp.get(row.helper.helperId);
    return bookings === undefined ? [] : [{ row, bookings }];
  });
}

/** How often each helper has been with this elder, over the latest two hundred visits: what the roster keeps a copy of. */
export async function visitsBefore(deps: Deps, elderId: string): Promise<ReadonlyMap<string, number>> {
  const page = await deps.table.list(visitItem, {
    index: 'byElder',
    pk: `ELDER#${elderId}`,
    prefix: 'VISIT#',
    descending: true,
  });
  return countsOf(page.items.map(({ value }) => value));
}

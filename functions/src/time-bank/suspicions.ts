import type { PersonId } from '@shared/kernel/ids';
import { addDays, addMinutes, type Instant } from '@shared/kernel/instant';
import { type Favour, oddFavours, oddStays, type Stay } from '@shared/time-bank/abuse';
import { personAccount } from '@shared/time-bank/account';
import type { FlagReason } from '@shared/time-bank/flag';
import { isServed, type ServedVisit } from '@shared/visits/visit';
import type { Deps } from '../platform/deps';
import { visitItem } from '../visits/items';
import { entriesOf, entryItem } from './items';

const stayOf = (v: ServedVisit): Stay => ({
  visitId: v.visitId,
  from: v.checkIn.at,
  to: v.checkOut.at,
  position: v.position,
});

/** How many ways onward a ring is followed, so that a look stays a look. */
const FOLLOWED = 3;
const DEPTH = 3;
const LOOKED_AT = 100;

async function favoursOf(deps: Deps, helper: PersonId, at: Instant): Promise<Favour[]> {
  const { pk } = entriesOf(personAccount(helper));
  const page = await deps.table.list(entryItem, {
    pk,
    from: `ENTRY#${addDays(at, -30)}`,
    to: 'ENTRY#~',
    limit: LOOKED_AT,
    descending: true,
  });
  return page.items.flatMap(({ value: { transfer } }) =>
    transfer.code === 'earn' && transfer.about.confirmedBy !== undefined
      ? [{ helper, confirmer: transfer.about.confirmedBy, at: transfer.at }]
      : [],
  );
}

/** Whom one has been confirmed by at least twice, the most frequent first. */
function often(favours: readonly Favour[]): PersonId[] {
  const times = new Map<PersonId, number>();
  for (const { confirmer } of favours) times.set(confirmer, (times.get(confirmer) ?? 0) + 1);
  return [...times]
    .filter(([, n]) => n >= 2)
    .sort((a, b) => b[1] - a[1])
    .slice(0, FOLLOWED)
    .map(([id]) => id);
}

/** Looks for what is odd about a credit: at the helper's other visits, and at who confirms whom. */
export async function suspicionsOf(
  deps: Deps,
  visit: ServedVisit,
  helper: PersonId,
  confirmer: PersonId | undefined,
): Promise<FlagReason[]> {
  const around = await deps.table.list(visitItem, {
    index: 'byPerson',
    pk: `HELPER#${visit.helperId}`,
    from: `VISIT#${addMinutes(visit.startsAt, -12 * 60)}`,
    to: `VISIT#${addMinutes(visit.startsAt, 12 * 60)}~`,
  });
  const others = around.items.flatMap(({ value }) =>
    isServed(value) && value.visitId !== visit.visitId ? [stayOf(value)] : [],
  );
  const odd = oddStays(stayOf(visit), others);
  if (confirmer === undefined) return odd;
  const at = deps.clock();
  const favour = { helper, confirmer, at };
  const known = await favoursOf(deps, helper, at);
  // Whom one is confirmed by for the first time is in no ring yet.
  if (!known.some((each) => each.confirmer === confirmer)) return odd;
  let front: PersonId[] = [confirmer];
  const seen = new Set<PersonId>([helper]);
  for (let depth = 0; depth < DEPTH && front.length > 0; depth += 1) {
    const next: PersonId[] = [];
    for (const one of front) {
      if (seen.has(one)) continue;
      seen.add(one);
      const theirs = await favoursOf(deps, one, at);
      known.push(...theirs);
      next.push(...often(theirs));
    }
    front = next;
  }
  return [...odd, ...oddFavours(favour, known)];
}

import { allow, type Result } from '@shared/kernel/result';
import { heldPlaces, type ServiceRequest } from '@shared/service-requests/request';
import { cancel } from '@shared/visits/answer';
import type { ActedBy } from '@shared/visits/visit';
import { bookingDay, helperDayItem, helperDayKey } from '../offers/items';
import { withdrawPending } from '../offers/take-place';
import type { Deps } from '../platform/deps';
import { replace, type Write } from '../table/port';
import { visitItem, visitKey } from '../visits/items';

/** Calls off every visit of a request, frees the helpers' calendars and takes back what is still offered. */
export async function freePlaces(
  deps: Deps,
  request: ServiceRequest,
  by: ActedBy,
  reason: string,
): Promise<Result<readonly Write[]>> {
  const writes: Write[] = [...(await withdrawPending(deps, request))];
  for (const place of heldPlaces(request)) {
    const visit = await deps.table.get(visitItem, visitKey(place.visitId));
    if (!visit) continue;
    const cancelled = cancel(visit.value, by, deps.clock(), reason);
    if (!cancelled.ok) return cancelled;
    writes.push(replace(visit, cancelled.value));
    const page = await deps.table.get(
      helperDayItem,
      helperDayKey(place.helperId, bookingDay(visit.value.startsAt)),
    );
    if (!page) continue;
    const bookings = page.value.bookings.filter((booking) => booking.visitId !== place.visitId);
    writes.push(replace(page, { ...page.value, bookings }));
  }
  return allow(writes);
}

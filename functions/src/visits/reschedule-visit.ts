import { addMinutes, isBefore } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { needsNightConfirmation } from '@shared/service-requests/draft';
import { reschedule } from '@shared/visits/answer';
import { isUnderWay, type ScheduledVisit } from '@shared/visits/visit';
import type { rescheduleVisit as route } from '@shared/visits/visits.contract';
import { serviceItem, serviceKey } from '../catalogue/items';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { claimTimes } from '../service-requests/elder-month';
import { requestItem, requestKey } from '../service-requests/items';
import { changeVisit } from './change-visit';
import { moveDay } from './helper-day';
import { visitItem } from './items';

/** The helper moves a visit that has not begun; their own day and the elder's have to have room for it. */
export const rescheduleVisit: UseCase<typeof route> = (deps, input) =>
  changeVisit(deps, input, {
    name: 'rescheduleVisit',
    action: 'visit_rescheduled',
    ties: ['helper'],
    decide: async (visit, { now }) => {
      const { startsAt, reason } = input.body;
      const moved = reschedule(visit, startsAt, now);
      if (!moved.ok) return moved;
      const request = await deps.table.get(requestItem, requestKey(visit.requestId));
      if (request === undefined) return refuse('not_found');
      // One of two helpers cannot move the other one's day.
      if (request.value.places.length > 1) return refuse('visit_shared');
      const service = await deps.table.get(serviceItem, serviceKey(visit.serviceCode));
      if (service === undefined) return refuse('service_unknown');
      if (needsNightConfirmation(service.value, moved.value) && !input.body.confirmedNight)
        return refuse('night_needs_confirmation', 'startsAt');
      const free = await elderIsFree(deps, moved.value);
      if (!free.ok) return free;
      const { requestId, elderId, endsAt } = moved.value;
      const times = await claimTimes(deps, elderId, [{ requestId, startsAt, endsAt }], 'startsAt');
      if (!times.ok) return times;
      const days = await moveDay(deps, visit, moved.value);
      if (!days.ok) return days;
      return allow({
        visit: moved.value,
        also: [...days.value, ...times.value],
        why: reason,
        facts: { from: visit.startsAt, to: startsAt },
      });
    },
  });

async function elderIsFree(deps: Deps, moved: ScheduledVisit): Promise<Result<void>> {
  const page = await deps.table.list(visitItem, {
    index: 'byElder',
    pk: `ELDER#${moved.elderId}`,
    from: `VISIT#${addMinutes(moved.startsAt, -24 * 60)}`,
    to: `VISIT#${moved.endsAt}`,
  });
  const taken = page.items.some(
    ({ value }) =>
      value.visitId !== moved.visitId &&
      isUnderWay(value) &&
      isBefore(value.startsAt, moved.endsAt) &&
      isBefore(moved.startsAt, value.endsAt),
  );
  return taken ? refuse('request_overlaps', 'startsAt') : allow(undefined);
}

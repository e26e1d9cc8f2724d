import type { Instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import {
  followVisits,
  freePlace,
  giveUp,
  heldPlaces,
  holdPlace,
  type ServiceRequest,
} from '../service-requests/request';
import type { Visit, VisitStatus } from './visit';

type Other = Pick<Visit, 'visitId' | 'status'>;

const hasBegun = (status: VisitStatus): boolean =>
  status !== 'scheduled' && status !== 'missed' && status !== 'cancelled';

/**
 * What becomes of a request when one of its visits moves on. `others` are the visits of its other places. A visit
 * that is called off sends the request looking again; one that nobody came to hands it to the coordinator; unless a
 * second helper is there already: then it goes on with that one.
 */
export function stepRequest(
  request: ServiceRequest,
  before: Visit,
  after: Visit,
  others: readonly Other[],
  now: Instant,
): Result<ServiceRequest> {
  const holds = heldPlaces(request).some((each) => each.visitId === after.visitId);
  const alone = !others.some((each) => hasBegun(each.status));
  if (after.status === 'cancelled' && !holds) return refuse('request_not_open');
  if (after.status === 'cancelled' && alone) return freePlace(request, after.visitId);
  if (after.status === 'missed' && alone) {
    const freed = freePlace(request, after.visitId);
    return freed.ok ? allow(giveUp(freed.value, now)) : freed;
  }
  const held = holds ? allow(request) : takeBack(request, before);
  if (!held.ok) return held;
  const moved = moveTimes(held.value, after);
  // A place that nobody comes to holds up nothing any more.
  const statuses = [after, ...others].map(({ visitId, status }) => ({
    visitId,
    status: status === 'missed' || status === 'cancelled' ? ('resolved' as const) : status,
  }));
  return allow(followVisits(moved, statuses));
}

/** The helper came after all. Possible while the place is still free. */
function takeBack(request: ServiceRequest, visit: Visit): Result<ServiceRequest> {
  const { helperId, visitId } = visit;
  const held = holdPlace(request, { helperId, visitId });
  return held.ok ? held : refuse('visit_not_scheduled');
}

const moveTimes = (request: ServiceRequest, { startsAt, endsAt }: Visit): ServiceRequest =>
  request.startsAt === startsAt ? request : { ...request, startsAt, endsAt };

import type { ElderId, HelperId, RequestId, VisitId } from '@shared/kernel/ids';
import { addMinutes, type Day, type Instant } from '@shared/kernel/instant';
import type { RefusalCode } from '@shared/kernel/refusal';
import { allow, type Result, refuse } from '@shared/kernel/result';
import * as requests from '@shared/service-requests/request';
import { cancel, reschedule } from '@shared/visits/answer';
import type { ActedBy, Visit } from '@shared/visits/visit';
import { helperItem, helperKey } from '../helpers/items';
import { historyEntry } from '../history/items';
import { takePlace } from '../offers/take-place';
import type { Deps } from '../platform/deps';
import { claimTimes } from '../service-requests/elder-month';
import { freePlaces } from '../service-requests/free-places';
import { requestItem, requestKey } from '../service-requests/items';
import { replace, type Stored, type Write } from '../table/port';
import { freeDay, moveDay } from '../visits/helper-day';
import { visitItem, visitKey } from '../visits/items';

const WHY = '当天有变，重新安排';

/** What a repair changes of one request. */
export interface RequestChange {
  readonly requestId: RequestId;
  readonly elderId: ElderId;
  readonly isCancelled: boolean;
  /** When it starts now; absent where nobody comes. */
  readonly startsAt?: Instant;
  /** By place that changes: the visit that was agreed, and who comes now. */
  readonly places: readonly {
    readonly visitId: VisitId | undefined;
    readonly helperId: HelperId | undefined;
  }[];
}

interface Left {
  readonly requestId: RequestId;
  readonly code: RefusalCode;
}

/**
 * Carries changes out, each request in one transaction. One may stand in the way of another on a helper's day, so
 * those that find it full are tried again as long as others get through. Says what is left.
 */
export async function carryOut(
  deps: Deps,
  by: ActedBy,
  changes: readonly RequestChange[],
): Promise<readonly Left[]> {
  // Who comes later makes room for who comes before.
  let waiting = [...changes].sort((a, b) => ((a.startsAt ?? '') < (b.startsAt ?? '') ? 1 : -1));
  for (;;) {
    const left: { change: RequestChange; code: RefusalCode }[] = [];
    for (const change of waiting) {
      const done = await moveRequest(deps, by, change);
      if (!done.ok) left.push({ change, code: done.refusal.code });
    }
    if (left.length === 0 || left.length === waiting.length)
      return left.map(({ change, code }) => ({ requestId: change.requestId, code }));
    waiting = left.map(({ change }) => change);
  }
}

/** Who is ill is not asked again that day. */
export async function restSick(deps: Deps, helperId: HelperId, on: Day): Promise<void> {
  const stored = await deps.table.get(helperItem, helperKey(helperId));
  if (!stored || stored.value.daysOff.includes(on)) return;
  const daysOff = [...stored.value.daysOff.filter((each) => each >= on), on].slice(-60);
  await deps.table.commit([replace(stored, { ...stored.value, daysOff })]);
}

async function moveRequest(deps: Deps, by: ActedBy, change: RequestChange): Promise<Result<unknown>> {
  const stored = await deps.table.get(requestItem, requestKey(change.requestId));
  if (!stored) return refuse('not_found');
  const writes = change.isCancelled
    ? await callingOff(deps, by, stored)
    : await moving(deps, by, stored, change);
  if (!writes.ok) return writes;
  const history = historyEntry(deps, by, {
    subject: { kind: 'request', id: change.requestId },
    elderId: change.elderId,
    action: change.isCancelled ? 'request_cancelled' : 'request_rescheduled',
    why: WHY,
    ...(change.startsAt === undefined ? {} : { facts: { startsAt: change.startsAt } }),
  });
  return deps.table.commit([...writes.value, history]);
}

async function callingOff(
  deps: Deps,
  by: ActedBy,
  stored: Stored<requests.ServiceRequest>,
): Promise<Result<readonly Write[]>> {
  const cancelled = requests.cancel(stored.value, by, deps.clock(), WHY);
  if (!cancelled.ok) return cancelled;
  const freed = await freePlaces(deps, stored.value, by, WHY);
  return freed.ok ? allow([replace(stored, cancelled.value), ...freed.value]) : freed;
}

/** Frees the places that change hands, moves those that stay to the new time, and gives the free ones away. */
async function moving(
  deps: Deps,
  by: ActedBy,
  stored: Stored<requests.ServiceRequest>,
  change: RequestChange,
): Promise<Result<readonly Write[]>> {
  const writes: Write[] = [];
  let request = stored.value;
  const startsAt = change.startsAt ?? request.startsAt;
  const takers: HelperId[] = [];
  for (const { visitId, helperId } of change.places) {
    if (visitId === undefined) {
      if (helperId !== undefined) takers.push(helperId);
      continue;
    }
    const visit = await deps.table.get(visitItem, visitKey(visitId));
    if (!visit) return refuse('not_found');
    const stays = helperId === visit.value.helperId;
    const changed = stays ? await shifting(deps, visit, startsAt) : await freeing(deps, by, visit, request);
    if (!changed.ok) return changed;
    writes.push(...changed.value.writes);
    request = changed.value.request ?? request;
    if (!stays && helperId !== undefined) takers.push(helperId);
  }
  if (startsAt !== request.startsAt) {
    const { requestId, elderId, minutes } = request;
    const span = { startsAt, endsAt: addMinutes(startsAt, minutes) };
    const times = await claimTimes(deps, elderId, [{ requestId, ...span }], 'startsAt');
    if (!times.ok) return times;
    writes.push(...times.value);
    request = { ...request, ...span };
  }
  for (const helperId of takers) {
    const helper = await deps.table.get(helperItem, helperKey(helperId));
    if (!helper) return refuse('not_found');
    const taken = await takePlace(deps, { ...stored, value: request }, helper.value);
    if (!taken.ok) return taken;
    request = taken.value.request;
    writes.push(...taken.value.writes.filter((write) => !isOf(write, stored)));
  }
  return allow([replace(stored, request), ...writes]);
}

const isOf = (write: Write, stored: Stored<requests.ServiceRequest>): boolean =>
  write.verb === 'replace' && (write.kind as unknown) === stored.kind;

interface Changed {
  readonly writes: readonly Write[];
  readonly request?: requests.ServiceRequest;
}

async function shifting(deps: Deps, visit: Stored<Visit>, startsAt: Instant): Promise<Result<Changed>> {
  if (visit.value.startsAt === startsAt) return allow({ writes: [] });
  const moved = reschedule(visit.value, startsAt, deps.clock());
  if (!moved.ok) return moved;
  const days = await moveDay(deps, visit.value, moved.value);
  return days.ok ? allow({ writes: [replace<Visit>(visit, moved.value), ...days.value] }) : days;
}

async function freeing(
  deps: Deps,
  by: ActedBy,
  visit: Stored<Visit>,
  request: requests.ServiceRequest,
): Promise<Result<Changed>> {
  const cancelled = cancel(visit.value, by, deps.clock(), WHY);
  if (!cancelled.ok) return cancelled;
  const freed = requests.freePlace(request, visit.value.visitId);
  if (!freed.ok) return freed;
  const day = await freeDay(deps, visit.value);
  return allow({ writes: [replace<Visit>(visit, cancelled.value), ...day], request: freed.value });
}

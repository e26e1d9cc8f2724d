import type { HelperId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { type Arranged, arranged, published, toPublish } from '@shared/planning/change-plan';
import type { PlanIn, RoutePlan, RouteStop } from '@shared/planning/route-plan';
import type { ActedBy } from '@shared/visits/visit';
import { helperItem, helperKey } from '../helpers/items';
import { historyEntry } from '../history/items';
import { takePlace } from '../offers/take-place';
import type { Deps } from '../platform/deps';
import { claimTimes } from '../service-requests/elder-month';
import { requestItem, requestKey } from '../service-requests/items';
import { type Key, replace, type Stored, type Write } from '../table/port';
import { planItem } from './items';

const AT_A_TIME = 10;
const ATTEMPTS = 4;

const isPublishing = (stored: Stored<RoutePlan> | undefined): stored is Stored<PlanIn<'publishing'>> =>
  stored?.value.status === 'publishing';

/** Arranges every stop of a plan that was published; what has changed meanwhile is named and left to be arranged by hand. */
export async function arrangePlan(deps: Deps, key: Key): Promise<'published' | 'not_wanted'> {
  const stored = await deps.table.get(planItem, key);
  if (!isPublishing(stored)) return 'not_wanted';
  let now = stored;
  const keep = async (value: RoutePlan): Promise<boolean> =>
    (await deps.table.commit([replace<RoutePlan>(now as Stored<RoutePlan>, value)])).ok;
  const stops = toPublish(now.value, now.value.publishedFor);
  for (let from = 0; from < stops.length; from += AT_A_TIME) {
    const results: Arranged[] = [];
    // One after another: two stops of one helper share a page of the calendar.
    for (const { helperId, stop } of stops.slice(from, from + AT_A_TIME)) {
      const taken = await arrangeStop(deps, helperId, stop, now.value.publishedBy);
      const { requestId, place } = stop;
      results.push({ requestId, place, ...(taken.ok ? {} : { refused: taken.refusal.code }) });
    }
    const value = arranged(now.value, results);
    if (!(await keep(value))) return 'not_wanted';
    now = { ...now, value, version: now.version + 1 };
  }
  return (await keep(published(now.value, deps.clock()))) ? 'published' : 'not_wanted';
}

/** One visit in one transaction: every hard rule is checked again, and a moved start claims the elder's time. */
async function arrangeStop(
  deps: Deps,
  helperId: HelperId,
  stop: RouteStop,
  by: ActedBy,
): Promise<Result<unknown>> {
  for (let attempt = 1; ; attempt += 1) {
    const [stored, helper] = await Promise.all([
      deps.table.get(requestItem, requestKey(stop.requestId)),
      deps.table.get(helperItem, helperKey(helperId)),
    ]);
    if (!stored || !helper) return refuse('not_found');
    const old = stored.value;
    // Published before, by a run that was cut off.
    if (old.places.some((place) => place.status === 'held' && place.helperId === helperId))
      return allow(undefined);
    const moves = old.startsAt !== stop.startsAt;
    if (moves && old.places.some(({ status }) => status === 'held')) return refuse('plan_changed');
    if (old.startsAt !== stop.askedAt && old.startsAt !== stop.startsAt) return refuse('plan_changed');
    const { startsAt, endsAt, elderId, requestId } = stop;
    const times: Result<Write[]> = moves
      ? await claimTimes(deps, elderId, [{ requestId, startsAt, endsAt }], 'startsAt')
      : allow([]);
    if (!times.ok) return times;
    const request = { ...stored, value: { ...old, startsAt, endsAt } };
    const taken = await takePlace(deps, request, helper.value);
    if (!taken.ok) return taken;
    const history = historyEntry(deps, by, {
      subject: { kind: 'request', id: requestId },
      elderId,
      action: 'request_assigned',
      why: '按第二天的路线统一安排',
      facts: { helperName: helper.value.name, startsAt },
    });
    const committed = await deps.table.commit([...taken.value.writes, ...times.value, history]);
    if (committed.ok || attempt >= ATTEMPTS) return committed;
  }
}

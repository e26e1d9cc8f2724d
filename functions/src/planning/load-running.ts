import type { Helper } from '@shared/helpers/helper';
import type { HelperId, RequestId, VisitId } from '@shared/kernel/ids';
import { beijing, type Day as CalendarDay, type Instant } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import type { Asked } from '@shared/planning/area-day';
import { countyDay, type Wanted } from '@shared/planning/county-day';
import type { Day } from '@shared/planning/day';
import type { Plan, Stop } from '@shared/planning/plan';
import { costOf } from '@shared/planning/plan-cost';
import type { UpsetGiven } from '@shared/planning/planning.contract';
import type { Upset } from '@shared/planning/repair/upset';
import { countyOf, isWithin } from '@shared/regions/region';
import { heldPlaces, isLooking } from '@shared/service-requests/request';
import type { Visit } from '@shared/visits/visit';
import type { Deps } from '../platform/deps';
import { visitItem, visitKey } from '../visits/items';
import { askedBy, byKeys, familiarity, helpersFor, peopleOf, requestsOn } from './load-area';

/** Minutes that a visit may come late before it is worth another helper; earlier than agreed nobody comes. */
const LATER = 60;
/** Who works on a day takes in one more when something goes wrong. */
const ONE_MORE = 1;

/** A day under way: what is agreed as routes, and what upsets them. */
export interface Running {
  readonly day: Day;
  readonly plan: Plan;
  readonly upset: Upset;
  readonly asked: readonly Asked[];
  readonly helpers: readonly Helper[];
  /** By visit of the day and place: the visit that is agreed. */
  readonly visits: readonly (readonly VisitId[])[];
}

/**
 * The day as it is agreed now, from the visits themselves: what families and helpers have changed since the plan was
 * published is in it. A subject of another region is not there.
 */
export async function loadRunning(
  deps: Deps,
  regionCode: string,
  on: CalendarDay,
  given: UpsetGiven,
): Promise<Result<Running>> {
  const requests = await requestsOn(deps, countyOf(regionCode), on);
  const [people, helpers] = await Promise.all([
    peopleOf(deps, requests),
    helpersFor(deps, countyOf(regionCode), requests),
  ]);
  const sorted = [...helpers].sort((a, b) => (a.helperId < b.helperId ? -1 : 1));
  const all = askedBy(requests, people);
  const visitIds = requests.flatMap(heldPlaces).map(({ visitId }) => visitId);
  const visits = await byKeys(deps, visitItem, visitIds, visitKey);
  const isOn = (visitId: string): boolean => isStanding(visits.get(visitId));
  const agreed = all.filter(({ request }) => heldPlaces(request).some(({ visitId }) => isOn(visitId)));
  const own = (requestId: RequestId) =>
    all.find(({ request }) => request.requestId === requestId && isWithin(regionCode, request.villageCode));
  const urgent = given.kind === 'urgent' ? own(given.requestId) : undefined;
  if (
    given.kind === 'urgent' &&
    !(urgent && isLooking(urgent.request) && heldPlaces(urgent.request).length === 0)
  )
    return refuse('not_found', 'body.upset.requestId');
  const asked = [...agreed, ...(urgent ? [urgent] : [])];
  const before = await familiarity(
    deps,
    asked.map(({ request }) => request.elderId),
  );
  const wanted = asked.map((each) => wantedOf(each, isOn));
  const held = asked.map(({ request }) => heldPlaces(request).filter(({ visitId }) => isOn(visitId)));
  const load = new Map<string, number>();
  for (const { helperId } of held.flat()) load.set(helperId, (load.get(helperId) ?? 0) + 1);
  const whole = countyDay({
    on,
    visits: wanted,
    helpers: sorted.map((helper) => ({
      helper,
      visitsBefore: (elderId) => before(elderId, helper.helperId),
      mostVisits: Math.max(helper.kind === 'volunteer' ? 3 : 8, (load.get(helper.helperId) ?? 0) + ONE_MORE),
    })),
  });
  const indexOf = new Map(sorted.map(({ helperId }, index) => [helperId as string, index]));
  const upset = upsetOf(given, { whole, wanted, indexOf, regionCode, agreed });
  if (!upset.ok) return upset;
  const day = urgent ? { ...whole, visits: whole.visits.slice(0, -1) } : whole;
  const routes: Stop[][] = sorted.map(() => []);
  held.forEach((places, visit) => {
    places.forEach(({ helperId, visitId }, place) => {
      const standing = visits.get(visitId);
      const helper = indexOf.get(helperId);
      if (standing === undefined || helper === undefined) return;
      const startsAt = beijing(standing.startsAt).minuteOfDay;
      routes[helper]?.push({ visit, place, startsAt, endsAt: startsAt + standing.minutes });
    });
  });
  for (const stops of routes) stops.sort((a, b) => a.startsAt - b.startsAt);
  return allow({
    day,
    plan: { routes, unmet: [], cost: costOf(day, routes, []) },
    upset: upset.value,
    asked,
    helpers: sorted,
    visits: held.map((places) => places.map(({ visitId }) => visitId)),
  });
}

const isStanding = (visit: Visit | undefined): boolean =>
  visit?.status === 'scheduled' || visit?.status === 'checked_in';

/** Places that somebody holds, open to everybody who may: `heldBy` keeps nobody out of their own place. */
function wantedOf({ request, need }: Asked, isOn: (visitId: string) => boolean): Wanted {
  const held = heldPlaces(request).filter(({ visitId }) => isOn(visitId));
  const places = held.map(({ helperId }) => ({ also: helperId }));
  return {
    id: request.requestId,
    need: { ...need, heldBy: [] },
    places: places.length > 0 ? places : request.places.map(() => ({})),
    earlier: 0,
    later: LATER,
  };
}

interface Around {
  readonly whole: Day;
  readonly wanted: readonly Wanted[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly regionCode: string;
  readonly agreed: readonly Asked[];
}

function upsetOf(given: UpsetGiven, { whole, wanted, indexOf, regionCode, agreed }: Around): Result<Upset> {
  const has = (helperId: HelperId): boolean =>
    agreed.some(
      ({ request }) =>
        isWithin(regionCode, request.villageCode) &&
        heldPlaces(request).some((place) => place.helperId === helperId),
    );
  switch (given.kind) {
    case 'sick':
    case 'late': {
      const helper = indexOf.get(given.helperId);
      if (helper === undefined || !has(given.helperId)) return refuse('not_found', 'body.upset.helperId');
      return allow(
        given.kind === 'sick'
          ? { kind: 'sick', helper }
          : { kind: 'late', helper, until: minuteOf(given.until) },
      );
    }
    case 'cancelled': {
      const visit = wanted.findIndex(({ id }) => id === given.requestId);
      const own = agreed.some(
        ({ request }) => request.requestId === given.requestId && isWithin(regionCode, request.villageCode),
      );
      return own ? allow({ kind: 'cancelled', visit }) : refuse('not_found', 'body.upset.requestId');
    }
    case 'urgent': {
      const visit = whole.visits.at(-1);
      return visit ? allow({ kind: 'urgent', visit }) : refuse('not_found', 'body.upset.requestId');
    }
  }
}

const minuteOf = (at: Instant): number => beijing(at).minuteOfDay;

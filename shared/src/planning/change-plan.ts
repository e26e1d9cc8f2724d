import type { HelperId, RequestId } from '../kernel/ids';
import {
  addDays,
  beijing,
  beijingInstant,
  type Day as CalendarDay,
  type Instant,
  isBefore,
  minutesBetween,
} from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { isWithin } from '../regions/region';
import { PLAN_OVER_MINUTE } from '../service-requests/request';
import type { ActedBy } from '../visits/visit';
import type { Drawing, HelperRoute, PlanIn, RoutePlan, RouteStop } from './route-plan';
import { stopsOf } from './route-plan';

/** After so long without a sign a search or a publishing that died may be begun again. */
const DEAD_MINUTES = 10;
const nothing: Drawing = {
  routes: [],
  unmet: [],
  sums: { visits: 0, helpers: 0, wayMinutes: 0, lateMinutes: 0, unmet: 0 },
};

export const drawingOf = ({ routes, unmet, sums }: Drawing): Drawing => ({ routes, unmet, sums });
const commonOf = (p: RoutePlan) => ({
  areaCode: p.areaCode,
  on: p.on,
  revision: p.revision,
  askedBy: p.askedBy,
  askedAt: p.askedAt,
  ...drawingOf(p),
  notArranged: p.notArranged,
});

/** Whether it is being worked on, so that nobody changes it meanwhile. */
export const isBusy = (p: RoutePlan, now: Instant): boolean => {
  if (p.status === 'solving') return minutesBetween(p.askedAt, now) < DEAD_MINUTES;
  return p.status === 'publishing' && minutesBetween(p.publishAskedAt, now) < DEAD_MINUTES;
};

interface Asked {
  readonly areaCode: string;
  readonly on: CalendarDay;
  readonly by: ActedBy | 'system';
  readonly now: Instant;
}

/** Begins to draw a plan, or draws it anew: what is locked stays, and one step leads back. */
export function draw(
  old: RoutePlan | undefined,
  { areaCode, on, by, now }: Asked,
): Result<PlanIn<'solving'>> {
  if (old && isBusy(old, now)) return refuse('plan_busy');
  return allow({
    status: 'solving',
    areaCode,
    on,
    revision: (old?.revision ?? 0) + 1,
    askedBy: by,
    askedAt: now,
    ...(old ? drawingOf(old) : nothing),
    notArranged: [],
    share: 0,
    ...(old?.status === 'drafted' ? { before: drawingOf(old) } : {}),
  });
}

export const advance = (p: PlanIn<'solving'>, best: Drawing, share: number): PlanIn<'solving'> => ({
  ...p,
  ...best,
  share,
});

export function drawn(
  p: PlanIn<'solving'>,
  best: Drawing,
  { now, repeatable }: { now: Instant; repeatable: boolean },
): PlanIn<'drafted'> {
  return {
    ...commonOf(p),
    ...best,
    status: 'drafted',
    drawnAt: now,
    repeatable,
    ...(p.before ? { before: p.before } : {}),
  };
}

/** Back to how it was before it was drawn anew; what was published meanwhile is found again when it is drawn. */
export function undo(p: RoutePlan): Result<PlanIn<'drafted'>> {
  if (p.status === 'solving' || p.status === 'publishing') return refuse('plan_busy');
  if (p.status !== 'drafted' || p.before === undefined) return refuse('plan_nothing_to_undo');
  const { before, ...rest } = p;
  return allow({ ...rest, ...before });
}

const mapStops = (routes: readonly HelperRoute[], change: (stop: RouteStop) => RouteStop): HelperRoute[] =>
  routes.map((route) => ({ ...route, stops: route.stops.map(change) }));

/** Locks a stop, or lets it go. What was agreed before the plan cannot be let go here: a visit has its own page. */
export function lock(
  p: RoutePlan,
  at: { readonly requestId: RequestId; readonly place: number },
  locked: boolean,
): Result<PlanIn<'drafted'>> {
  if (p.status !== 'drafted') return refuse(p.status === 'published' ? 'plan_published' : 'plan_busy');
  const is = (stop: RouteStop): boolean => stop.requestId === at.requestId && stop.place === at.place;
  const stop = stopsOf(p).find(is);
  if (stop === undefined) return refuse('not_found');
  if (stop.standing !== 'planned') return refuse('plan_stop_agreed');
  return allow({ ...p, routes: mapStops(p.routes, (one) => (is(one) ? { ...one, locked } : one)) });
}

/** Of a region, what of the plan nobody has promised so far. */
export const toPublish = (
  p: RoutePlan,
  regionCode: string,
): readonly { helperId: HelperId; stop: RouteStop }[] =>
  p.routes.flatMap(({ helperId, stops }) =>
    stops
      .filter((stop) => stop.standing === 'planned' && isWithin(regionCode, stop.villageCode))
      .map((stop) => ({ helperId, stop })),
  );

export function publish(
  p: RoutePlan,
  { by, regionCode, now }: { by: ActedBy; regionCode: string; now: Instant },
): Result<PlanIn<'publishing'>> {
  if (p.status === 'solving' || isBusy(p, now)) return refuse('plan_busy');
  if (p.status === 'published' || toPublish(p, regionCode).length === 0) return refuse('plan_published');
  return allow({
    ...commonOf(p),
    status: 'publishing',
    drawnAt: p.drawnAt,
    repeatable: p.repeatable,
    publishedBy: by,
    publishAskedAt: now,
    publishedFor: regionCode,
    done: 0,
  });
}

/** How arranging one stop went. */
export interface Arranged {
  readonly requestId: RequestId;
  readonly place: number;
  /** The code of the refusal; absent where it is arranged. */
  readonly refused?: string;
}

/** Marks what has been arranged, and takes out what could not be. */
export function arranged(p: PlanIn<'publishing'>, results: readonly Arranged[]): PlanIn<'publishing'> {
  const of = (stop: RouteStop): Arranged | undefined =>
    results.find((each) => each.requestId === stop.requestId && each.place === stop.place);
  const lost = p.routes.flatMap(({ helperName, stops }) =>
    stops.flatMap((stop) => {
      const code = of(stop)?.refused;
      const { requestId, elderId, villageCode } = stop;
      return code === undefined ? [] : [{ requestId, elderId, villageCode, helperName, code }];
    }),
  );
  const routes = p.routes.map((route) => ({
    ...route,
    stops: route.stops
      .filter((stop) => of(stop)?.refused === undefined)
      .map((stop) => (of(stop) === undefined ? stop : { ...stop, standing: 'published' as const })),
  }));
  return { ...p, routes, notArranged: [...p.notArranged, ...lost], done: p.done + results.length };
}

/** The end of publishing: published, or drafted where other regions still have theirs to publish. */
export function published(p: PlanIn<'publishing'>, now: Instant): PlanIn<'published' | 'drafted'> {
  const common = { ...commonOf(p), drawnAt: p.drawnAt, repeatable: p.repeatable };
  return stopsOf(p).some(({ standing }) => standing === 'planned')
    ? { ...common, status: 'drafted' }
    : { ...common, status: 'published', publishedBy: p.publishedBy, publishedAt: now };
}

/** The next day that a plan is about: tomorrow, or once helpers are asked one by one for tomorrow, the day after. */
export function planDay(now: Instant): CalendarDay {
  const tomorrow = beijing(addDays(now, 1)).day;
  return isBefore(now, beijingInstant(beijing(now).day, PLAN_OVER_MINUTE))
    ? tomorrow
    : beijing(addDays(now, 2)).day;
}

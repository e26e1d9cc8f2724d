import * as z from 'zod';
import { helperKind } from '../catalogue/service';
import { elderId, helperId, requestId } from '../kernel/ids';
import { day, instant } from '../kernel/instant';
import { count } from '../kernel/quantity';
import { line } from '../kernel/text';
import { regionCode, villageCode } from '../regions/region';
import { actedBy } from '../visits/visit';

/** One stop of a route. `askedAt` is what the elder had asked for; the plan may move a start by half an hour. */
export const routeStop = z.strictObject({
  requestId,
  elderId,
  villageCode,
  serviceCode: z.string().min(1).max(40),
  place: z.int().min(0).max(1),
  startsAt: instant,
  endsAt: instant,
  askedAt: instant,
  /** Minutes on the way there, from home or from the visit before. */
  wayMinutes: count,
  /** `kept` was agreed before there was a plan; `planned` becomes `published` when both sides have it. */
  standing: z.enum(['kept', 'planned', 'published']),
  /** Stays with this helper at this time when the plan is drawn anew. */
  locked: z.boolean(),
});
export type RouteStop = z.infer<typeof routeStop>;

/** 路线: the day of one helper. */
export const helperRoute = z.strictObject({
  helperId,
  helperName: line(20),
  helperKind,
  villageName: line(40),
  wayMinutes: count,
  stops: z.array(routeStop),
});
export type HelperRoute = z.infer<typeof helperRoute>;

/** 没排上: by which rule nobody could come, or that those who could have no time left. */
export const unmetWhy = z.enum([
  'nobody_near',
  'suspended',
  'unavailable',
  'kind',
  'pay',
  'gender',
  'excluded',
  'already_held',
  'radius',
  'skill',
  'credential',
  'day_off',
  'no_time',
]);
export type UnmetWhy = z.infer<typeof unmetWhy>;
export const unmetVisit = z.strictObject({
  requestId,
  elderId,
  villageCode,
  serviceCode: z.string().min(1).max(40),
  startsAt: instant,
  why: unmetWhy,
});
export type UnmetVisit = z.infer<typeof unmetVisit>;

/** What a plan comes to, in numbers that a coordinator compares. */
export const planSums = z.strictObject({
  visits: count,
  helpers: count,
  wayMinutes: count,
  /** Minutes that starts lie after what was asked, summed. */
  lateMinutes: count,
  unmet: count,
});
export type PlanSums = z.infer<typeof planSums>;

/** Who goes where, as it stands. */
export const drawing = z.strictObject({
  routes: z.array(helperRoute),
  unmet: z.array(unmetVisit),
  sums: planSums,
});
export type Drawing = z.infer<typeof drawing>;

/** What could not be arranged when the plan was published: something had changed meanwhile. */
export const notArranged = z.strictObject({
  requestId,
  elderId,
  villageCode,
  helperName: line(20),
  /** The code of the refusal. */
  code: z.string().max(60),
});

const common = {
  /** A county, or a township where the county is large. */
  areaCode: regionCode,
  on: day,
  /** One more each time it is drawn; the seed of the search, so that it can be drawn again. */
  revision: z.int().min(1),
  askedBy: z.union([actedBy, z.literal('system')]),
  askedAt: instant,
  ...drawing.shape,
  notArranged: z.array(notArranged),
};

/** 明天的路线: solving → drafted → publishing → published; drafted again while something is left to publish. */
export const routePlan = z.lazy(() =>
  z.discriminatedUnion('status', [
    /** The best plan so far can be seen meanwhile; `share` is how much of the search is over. */
    z.strictObject({
      status: z.literal('solving'),
      ...common,
      share: z.number().min(0).max(1),
      before: drawing.optional(),
    }),
    z.strictObject({
      status: z.literal('drafted'),
      ...common,
      drawnAt: instant,
      /** Another machine finds the same plan from the same seed. */
      repeatable: z.boolean(),
      /** What one step back restores. */
      before: drawing.optional(),
    }),
    z.strictObject({
      status: z.literal('publishing'),
      ...common,
      drawnAt: instant,
      repeatable: z.boolean(),
      publishedBy: actedBy,
      publishAskedAt: instant,
      /** Whose visits are published: the region of whoever published. */
      publishedFor: regionCode,
      done: count,
    }),
    z.strictObject({
      status: z.literal('published'),
      ...common,
      drawnAt: instant,
      repeatable: z.boolean(),
      publishedBy: actedBy,
      publishedAt: instant,
    }),
  ]),
);
export type RoutePlan = z.infer<typeof routePlan>;
export type PlanIn<S extends RoutePlan['status']> = Extract<RoutePlan, { status: S }>;

export const stopsOf = ({ routes }: Pick<Drawing, 'routes'>): readonly RouteStop[] =>
  routes.flatMap(({ stops }) => stops);

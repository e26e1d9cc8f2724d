import * as z from 'zod';
import { serviceLabel } from '../catalogue/service-label';
import { spokenText } from '../history/history.contract';
import { commandId, elderId, helperId, requestId } from '../kernel/ids';
import { day, instant } from '../kernel/instant';
import { position } from '../kernel/position';
import { count } from '../kernel/quantity';
import { route } from '../kernel/route';
import { helperRoute, notArranged, planSums, routeStop, unmetVisit } from './route-plan';

const params = z.strictObject({ on: day });

const shownElder = z.strictObject({
  elderId,
  callName: z.string(),
  name: z.string(),
  villageName: z.string(),
  /** For the drawing of the routes: a coordinator knows the homes of their own region. */
  position,
});

/** A stop as a coordinator sees it. Of other regions only the time and the way are shown, so that an order makes sense. */
export const shownStop = z.strictObject({
  ...routeStop.omit({ elderId: true, villageCode: true, serviceCode: true }).shape,
  service: serviceLabel,
  elder: shownElder.optional(),
  /** Who came to this elder the day before, where it was somebody else. */
  dayBefore: z.string().optional(),
});
export type ShownStop = z.infer<typeof shownStop>;
export const shownRoute = z.strictObject({ ...helperRoute.shape, stops: z.array(shownStop) });
export type ShownRoute = z.infer<typeof shownRoute>;
export const shownUnmet = z.strictObject({
  requestId,
  service: serviceLabel,
  elder: shownElder,
  startsAt: instant,
  why: unmetVisit.shape.why,
});
export type ShownUnmet = z.infer<typeof shownUnmet>;

/** A plan as the coordinator of a region sees it. */
export const planView = z.lazy(() =>
  z.strictObject({
    on: day,
    status: z.enum(['solving', 'drafted', 'publishing', 'published']),
    revision: z.int(),
    areaName: z.string(),
    /** How much of the search, or of the publishing, is over. */
    share: z.number().min(0).max(1).optional(),
    repeatable: z.boolean().optional(),
    canUndo: z.boolean(),
    /** How many stops of one's own region publishing would arrange. */
    toPublish: count,
    routes: z.array(shownRoute),
    unmet: z.array(shownUnmet),
    notArranged: z.array(
      z.strictObject({
        requestId,
        elderName: z.string(),
        helperName: notArranged.shape.helperName,
        sentence: spokenText,
      }),
    ),
    sums: planSums,
    /** The same of the day before, where there was a plan. */
    sumsBefore: planSums.optional(),
  }),
);
export type PlanView = z.infer<typeof planView>;

export const readPlan = route({
  name: 'readPlan',
  method: 'GET',
  path: '/api/plans/{on}',
  summary: 'Who goes where on a day, in which order, beside the day before.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'plan.read',
  params,
  reply: z.strictObject({ plan: planView.optional() }),
  refusals: [],
});

export const drawPlan = route({
  name: 'drawPlan',
  method: 'POST',
  path: '/api/plans/{on}/draw',
  summary: 'Draw the plan of a day, or draw it anew; what is locked or agreed stays.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'plan.drawn',
  params,
  body: z.strictObject({ commandId }),
  reply: z.strictObject({ revision: z.int() }),
  refusals: ['plan_busy', 'plan_day_over', 'time_too_far'],
});

export const lockStop = route({
  name: 'lockStop',
  method: 'POST',
  path: '/api/plans/{on}/lock',
  summary: 'Keep a stop as it is when the plan is drawn anew, or let it go again.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'plan.locked',
  params,
  body: z.strictObject({ commandId, requestId, place: z.int().min(0).max(1), locked: z.boolean() }),
  reply: z.strictObject({ revision: z.int() }),
  refusals: ['plan_busy', 'plan_published', 'plan_stop_agreed'],
});

export const undoPlan = route({
  name: 'undoPlan',
  method: 'POST',
  path: '/api/plans/{on}/undo',
  summary: 'Back to the plan as it was before it was drawn anew.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'plan.undone',
  params,
  body: z.strictObject({ commandId }),
  reply: z.strictObject({ revision: z.int() }),
  refusals: ['plan_busy', 'plan_nothing_to_undo'],
});

export const publishPlan = route({
  name: 'publishPlan',
  method: 'POST',
  path: '/api/plans/{on}/publish',
  summary: "Arrange the visits of one's own region as planned; helpers have their route at once.",
  access: ['coordinator'],
  relation: 'region',
  audit: 'plan.published',
  params,
  body: z.strictObject({ commandId }),
  reply: z.strictObject({ visits: count }),
  refusals: ['plan_busy', 'plan_published', 'plan_day_over'],
});

/** 突变: what upsets a day under way, by the ids of people and requests. */
export const upsetGiven = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sick'), helperId }),
  z.strictObject({ kind: z.literal('late'), helperId, until: instant }),
  z.strictObject({ kind: z.literal('cancelled'), requestId }),
  z.strictObject({ kind: z.literal('urgent'), requestId }),
]);
export type UpsetGiven = z.infer<typeof upsetGiven>;

const repaired = z.strictObject({
  /** What would move, or has moved, and why; empty where everything can stay. */
  moved: z.array(z.strictObject({ requestId, elderId, sentence: spokenText })),
  /** Stands for exactly these changes; `repairPlan` carries out what has been seen and nothing else. */
  seen: z.string(),
});
export type Repaired = z.infer<typeof repaired>;

export const previewRepair = route({
  name: 'previewRepair',
  method: 'POST',
  path: '/api/plans/{on}/repair/preview',
  summary: 'What would move if somebody is ill, late, no longer needed, or urgently needed.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'plan.repair_previewed',
  params,
  body: z.strictObject({ upset: upsetGiven }),
  reply: repaired,
  refusals: ['plan_day_over', 'time_too_far'],
});

export const repairPlan = route({
  name: 'repairPlan',
  method: 'POST',
  path: '/api/plans/{on}/repair',
  summary: 'Carry out a repair that has been seen: as few visits as possible move.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'plan.repaired',
  params,
  body: z.strictObject({ commandId, upset: upsetGiven, seen: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/) }),
  reply: z.strictObject({
    moved: repaired.shape.moved,
    /** What could not be carried out because something else changed meanwhile. */
    left: z.array(z.strictObject({ requestId, sentence: spokenText })),
  }),
  refusals: ['plan_changed', 'plan_day_over', 'time_too_far'],
});

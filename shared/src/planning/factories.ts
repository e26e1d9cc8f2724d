import { beijing } from '../kernel/instant';
import type { Visit } from '../visits/visit';
import type { Drawing, PlanIn, RouteStop } from './route-plan';

type Subject = Pick<
  Visit,
  'requestId' | 'elderId' | 'villageCode' | 'serviceCode' | 'startsAt' | 'endsAt' | 'helperId' | 'helperName'
>;

/** A stop that is planned and not promised so far. */
export const plannedStop = (of: Subject, more: Partial<RouteStop> = {}): RouteStop => ({
  requestId: of.requestId,
  elderId: of.elderId,
  villageCode: of.villageCode,
  serviceCode: of.serviceCode,
  place: 0,
  startsAt: of.startsAt,
  endsAt: of.endsAt,
  askedAt: of.startsAt,
  wayMinutes: 5,
  standing: 'planned',
  locked: false,
  ...more,
});

const withOneStop = (of: Subject): Drawing => ({
  routes: [
    {
      helperId: of.helperId,
      helperName: of.helperName,
      helperKind: 'volunteer',
      villageName: '红光村',
      wayMinutes: 10,
      stops: [plannedStop(of)],
    },
  ],
  unmet: [],
  sums: { visits: 1, helpers: 1, wayMinutes: 10, lateMinutes: 0, unmet: 0 },
});

/** A plan of the county in which one helper goes to one elder, and which has been drawn twice. */
export const draftedPlan = (of: Subject): PlanIn<'drafted'> => ({
  status: 'drafted',
  areaCode: of.villageCode.slice(0, 6),
  on: beijing(of.startsAt).day,
  revision: 2,
  askedBy: 'system',
  askedAt: of.startsAt,
  ...withOneStop(of),
  notArranged: [],
  drawnAt: of.startsAt,
  repeatable: true,
  before: withOneStop(of),
});

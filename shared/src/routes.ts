import * as about from './about/about.contract';
import * as alerts from './alerts/alerts.contract';
import * as assessments from './assessments/assessments.contract';
import * as carePlan from './cases/care-plan.contract';
import * as caseChange from './cases/case-change.contract';
import * as cases from './cases/cases.contract';
import * as proposals from './cases/proposals.contract';
import * as referral from './cases/referral.contract';
import * as supervision from './cases/supervision.contract';
import * as catalogue from './catalogue/catalogue.contract';
import * as documents from './documents/documents.contract';
import * as groups from './groups/groups.contract';
import * as membership from './groups/membership.contract';
import * as groupSessions from './groups/sessions.contract';
import * as health from './health/health.contract';
import * as helpers from './helpers/helpers.contract';
import * as history from './history/history.contract';
import * as identity from './identity/identity.contract';
import type { Route } from './kernel/route';
import * as media from './media/media.contract';
import * as offers from './offers/offers.contract';
import * as people from './people/people.contract';
import * as planning from './planning/planning.contract';
import * as briefs from './programmes/briefs.contract';
import * as programmes from './programmes/programmes.contract';
import * as resources from './programmes/resources.contract';
import * as regions from './regions/regions.contract';
import * as requests from './service-requests/requests.contract';
import * as timeEstates from './time-bank/estate.contract';
import * as timePools from './time-bank/pool.contract';
import * as timeRules from './time-bank/rules.contract';
import * as timeBank from './time-bank/time-bank.contract';
import * as videoCalls from './video-calls/video-calls.contract';
import * as visitDuty from './visit-duty/visit-duty.contract';
import * as visitRates from './visit-duty/visit-rates.contract';
import * as weather from './visit-duty/weather.contract';
import * as elderWord from './visits/elder-word.contract';
import * as visits from './visits/visits.contract';
import * as witness from './visits/witness.contract';

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'reply' in value;
const routesIn = (contract: object): readonly Route[] => Object.values(contract).filter(isRoute);

/** Every route by the room that serves it: what the specification and the authorisation matrix are made from. */
export const routesByRoom: Readonly<Record<string, readonly Route[]>> = {
  about: routesIn(about),
  alerts: routesIn(alerts),
  assessments: routesIn(assessments),
  cases: [cases, caseChange, supervision, referral, carePlan, proposals].flatMap(routesIn),
  catalogue: routesIn(catalogue),
  documents: routesIn(documents),
  health: routesIn(health),
  groups: [groups, membership, groupSessions].flatMap(routesIn),
  helpers: routesIn(helpers),
  identity: routesIn(identity),
  media: routesIn(media),
  offers: routesIn(offers),
  planning: routesIn(planning),
  people: [...routesIn(people), ...routesIn(regions)],
  programmes: [programmes, briefs, resources].flatMap(routesIn),
  'service-requests': routesIn(requests),
  'time-bank': [timeBank, timeRules, timePools, timeEstates].flatMap(routesIn),
  'video-calls': routesIn(videoCalls),
  'visit-duty': [visitDuty, visitRates, weather].flatMap(routesIn),
  visits: [...routesIn(visits), ...routesIn(witness), ...routesIn(elderWord), ...routesIn(history)],
};
export const allRoutes: readonly Route[] = Object.values(routesByRoom).flat();

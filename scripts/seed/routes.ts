import { planItem } from '../../functions/src/planning/items';
import type { NewId } from '../../functions/src/platform/ids';
import { requestItem } from '../../functions/src/service-requests/items';
import { create, type Write } from '../../functions/src/table/port';
import type { Helper } from '../../shared/src/helpers/helper';
import {
  addDays,
  addMinutes,
  beijing,
  beijingInstant,
  type Day,
  type Instant,
} from '../../shared/src/kernel/instant';
import { minutes } from '../../shared/src/kernel/quantity';
import type { Elder } from '../../shared/src/people/elder';
import { type AreaDay, type Asked, dayOf, drawingFrom, sumsOf } from '../../shared/src/planning/area-day';
import { planDay } from '../../shared/src/planning/change-plan';
import type { Drawing, RouteStop } from '../../shared/src/planning/route-plan';
import { solve } from '../../shared/src/planning/solve';
import type { ServiceRequest } from '../../shared/src/service-requests/request';
import type { ActedBy } from '../../shared/src/visits/visit';
import { catalogue } from './catalogue';
import type { Chance } from './chance';
import { servedWrites } from './past';

interface Given {
  readonly by: Chance;
  readonly newId: NewId;
  readonly now: Instant;
  /** Of one township, and helpers who stand in no story of their own. */
  readonly elders: readonly Elder[];
  readonly helpers: readonly Helper[];
  readonly coordinator: ActedBy;
}

const COUNTY = '231222';
const STEPS = 300_000;
const services = ['meal-delivery', 'company', 'measuring', 'firewood', 'shopping', 'company', 'cleaning'];
/** So near to half past eight helpers might be asked one by one before anybody has looked. */
const MARGIN_MINUTES = 20;

/**
 * The next day's routes of a township, drawn and not published, with what nobody can do; and the routes of the day
 * before, published, as far as they lie behind: a plan is compared with the one before it.
 */
export function routes(given: Given): Write[] {
  const on = planDay(addMinutes(given.now, MARGIN_MINUTES));
  const before = beijing(addDays(beijingInstant(on, 0), -1)).day;
  const { elders } = given;
  const earlier = asking(given, elders.slice(2, 12), before);
  const coming = asking(given, elders.slice(0, 13), on);
  const last = elders[13];
  // A nurse's work for which a family cannot pay in time: nobody comes, and the plan says why.
  const odd = last ? [askedFor(given, last, 'wound-care', beijingInstant(on, 10 * 60), 'time')] : [];
  const all = [...coming, ...odd];
  return [
    ...behind(given, before, earlier),
    ...all.map(({ request }) => create(requestItem, request)),
    create(planItem, {
      status: 'drafted',
      areaCode: COUNTY,
      on,
      revision: 1,
      askedBy: 'system',
      askedAt: addMinutes(given.now, -30),
      ...drawing(given, on, all),
      notArranged: [],
      drawnAt: addMinutes(given.now, -29),
      repeatable: true,
    }),
  ];
}

const asking = (given: Given, elders: readonly Elder[], on: Day): Asked[] =>
  elders.map((elder) => {
    const at = beijingInstant(on, 7 * 60 + 30 + given.by.int(0, 18) * 30);
    return askedFor(given, elder, given.by.pick(services), at, 'time');
  });

function askedFor(
  { newId, now, coordinator }: Given,
  elder: Elder,
  code: string,
  startsAt: Instant,
  payBy: 'time' | 'money',
): Asked {
  const service = catalogue.find((each) => each.code === code);
  if (!service) throw new Error(`no service ${code}`);
  const endsAt = addMinutes(startsAt, service.usualMinutes);
  const request: ServiceRequest = {
    status: 'open',
    requestId: newId('request'),
    elderId: elder.elderId,
    villageCode: elder.villageCode,
    serviceCode: code,
    startsAt,
    endsAt,
    minutes: minutes.parse(service.usualMinutes),
    places: Array.from({ length: service.helpers }, () => ({ status: 'open' as const })),
    urgency: 'routine',
    wishes: {},
    payBy,
    note: '',
    requestedBy: { ...coordinator, onBehalfOf: elder.elderId },
    createdAt: addMinutes(now, -300),
    waves: 0,
    waitsForPlan: true,
  };
  return { request, need: { elder, service, startsAt, endsAt, wishes: {}, payBy, heldBy: [] } };
}

function drawing({ helpers }: Given, on: Day, asked: readonly Asked[]): Drawing {
  const area: AreaDay = { on, asked, helpers, visitsBefore: () => 0, locked: [] };
  const { day, wanted } = dayOf(area);
  return drawingFrom(area, day, wanted, solve(day, { seed: 1, steps: STEPS }).plan);
}

/** What of a day's routes is over by now, with its visits as they went; nothing where the day has hardly begun. */
function behind(given: Given, on: Day, asked: readonly Asked[]): Write[] {
  const { by, newId, now, elders, helpers, coordinator } = given;
  const over = (stop: RouteStop): boolean => addMinutes(stop.endsAt, 60) < now;
  const writes: Write[] = [];
  const published = (helper: Helper, stop: RouteStop): RouteStop => {
    const elder = elders.find(({ elderId }) => elderId === stop.elderId);
    const service = catalogue.find(({ code }) => code === stop.serviceCode);
    if (!elder || !service) throw new Error('a stop without elder or service');
    const served = servedWrites({
      by,
      newId,
      elder,
      helper,
      service,
      startsAt: stop.startsAt,
      asker: coordinator,
      summary: '都好，屋里暖和。',
      log: [{ kind: 'mood', after: 12, mood: by.pick(['happy', 'calm']) }],
      answer: { rating: 5, comment: '' },
    });
    writes.push(...served);
    const request = served.find(({ kind }) => kind.name === requestItem.name);
    const value = request && 'value' in request ? (request.value as ServiceRequest) : undefined;
    return { ...stop, requestId: value?.requestId ?? stop.requestId, standing: 'published' };
  };
  const shown = drawing(given, on, asked).routes.flatMap((route) => {
    const helper = helpers.find(({ helperId }) => helperId === route.helperId);
    const stops = route.stops.filter(over);
    return helper && stops.length > 0
      ? [{ ...route, stops: stops.map((stop) => published(helper, stop)) }]
      : [];
  });
  if (shown.length === 0) return [];
  return [
    ...writes,
    create(planItem, {
      status: 'published',
      areaCode: COUNTY,
      on,
      revision: 1,
      askedBy: 'system',
      askedAt: addDays(now, -1),
      routes: shown,
      unmet: [],
      sums: sumsOf(shown, []),
      notArranged: [],
      drawnAt: addDays(now, -1),
      repeatable: true,
      publishedBy: coordinator,
      publishedAt: addDays(now, -1),
    }),
  ];
}

import { beijing, isBefore } from '@shared/kernel/instant';
import { distanceMetres, type Position } from '@shared/kernel/position';
import { allow, refuse } from '@shared/kernel/result';
import type { Region } from '@shared/regions/region';
import { isLooking } from '@shared/service-requests/request';
import { worth } from '@shared/time-bank/amount';
import { weightOf } from '@shared/time-bank/rules';
import type {
  listOpportunities as listRoute,
  Opportunity,
  takeOpportunity as takeRoute,
} from '@shared/time-bank/time-bank.contract';
import { serviceItem, serviceKey } from '../catalogue/items';
import { helperItem, helperKey } from '../helpers/items';
import { historyEntry } from '../history/items';
import { takePlace } from '../offers/take-place';
import { regionItem } from '../people/items';
import { runCommand } from '../platform/command';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { lookingPartition, requestItem, requestKey } from '../service-requests/items';
import { rulesAt } from './load-rules';

const NEAREST_COUNTIES = 2;
const SHOWN = 20;
const FARTHEST_METRES = 20_000;

/** The counties whose centres are nearest: one may stand close to a border. */
async function countiesNear(deps: Deps, here: Position): Promise<Region[]> {
  const page = await deps.table.list(regionItem, { index: 'byRegion', pk: 'REGIONS#root' });
  return page.items
    .map(({ value }) => value)
    .sort((a, b) => distanceMetres(a.centre, here) - distanceMetres(b.centre, here))
    .slice(0, NEAREST_COUNTIES);
}

/** What still looks for a volunteer near here: by village, since who asks is nobody's business before they are asked. */
export const listOpportunities: UseCase<typeof listRoute> = async (deps, { query }) => {
  const [lat = 0, lng = 0] = query.at.split(',').map(Number);
  const here = { lat, lng };
  const counties = await countiesNear(deps, here);
  const now = deps.clock();
  const pages = await Promise.all(
    counties.map(({ code }) => deps.table.list(requestItem, { index: 'byCell', pk: lookingPartition(code) })),
  );
  const open = pages
    .flatMap((page) => page.items.map(({ value }) => value))
    .filter((each) => isLooking(each) && each.payBy !== 'money' && isBefore(now, each.startsAt));
  const codes = [...new Set(open.map((each) => each.villageCode))];
  const kinds = [...new Set(open.map((each) => each.serviceCode))];
  const [villages, services] = await Promise.all([
    deps.table.getMany(
      regionItem,
      codes.map((code) => ({ pk: `REGION#${code}`, sk: 'REGION' })),
    ),
    deps.table.getMany(serviceItem, kinds.map(serviceKey)),
  ]);
  const villageBy = new Map(codes.map((code, index) => [code, villages.items[index]?.value]));
  const serviceBy = new Map(kinds.map((code, index) => [code, services.items[index]?.value]));
  const found: Opportunity[] = [];
  for (const request of open) {
    const [village, service] = [villageBy.get(request.villageCode), serviceBy.get(request.serviceCode)];
    if (!village || !service?.byKinds.includes('volunteer')) continue;
    const metres = Math.round(distanceMetres(village.centre, here));
    if (metres > FARTHEST_METRES) continue;
    const rules = await rulesAt(deps, request.villageCode, beijing(request.startsAt).day);
    found.push({
      requestId: request.requestId,
      service: { code: service.code, class: service.class, zh: service.zh, en: service.en },
      villageName: village.path.slice(-2).join(''),
      startsAt: request.startsAt,
      minutes: request.minutes,
      creditMinutes:
        request.payBy === 'free' ? 0 : worth(request.minutes, weightOf(rules, service), rules.stepMinutes),
      distanceMetres: metres,
    });
  }
  const near = found.sort(
    (a, b) => a.distanceMetres - b.distanceMetres || (a.startsAt < b.startsAt ? -1 : 1),
  );
  return allow({
    opportunities: near.slice(0, SHOWN),
    unreadable: pages.flatMap((page) => page.unreadable.map((key) => `${key.pk} ${key.sk}`)),
  });
};

/** Comes forward without having been asked: the first valid acceptance wins, as with an offer. */
export const takeOpportunity: UseCase<typeof takeRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'takeTimeOpportunity', body: { ...params, ...body } },
    async () => {
      const [request, helper] = await Promise.all([
        deps.table.get(requestItem, requestKey(params.requestId)),
        actor.grant.helperId && deps.table.get(helperItem, helperKey(actor.grant.helperId)),
      ]);
      if (!request || !helper) return refuse('not_found');
      if (request.value.payBy === 'money') return refuse('time_paid_in_money');
      const taken = await takePlace(deps, request, helper.value);
      if (!taken.ok) return taken;
      const history = historyEntry(deps, actor, {
        subject: { kind: 'request', id: params.requestId },
        elderId: taken.value.request.elderId,
        action: 'offer_accepted',
        facts: { helperName: helper.value.name, startsAt: taken.value.visit.startsAt },
      });
      return allow({
        reply: { requestId: params.requestId, startsAt: taken.value.visit.startsAt },
        writes: [...taken.value.writes, history],
      });
    },
  );

import { addDays, beijing, beijingInstant, type Day } from '@shared/kernel/instant';
import { type RefusalCode, spoken } from '@shared/kernel/refusal';
import { allow, refuse } from '@shared/kernel/result';
import type { Elder } from '@shared/people/elder';
import { sumsOf } from '@shared/planning/area-day';
import { toPublish } from '@shared/planning/change-plan';
import type { PlanView, readPlan as route, ShownStop } from '@shared/planning/planning.contract';
import type { RoutePlan, RouteStop } from '@shared/planning/route-plan';
import { isWithin } from '@shared/regions/region';
import { elderItem, elderKey, regionItem } from '../people/items';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { planOf } from './ask-for-plan';
import { byKeys, peopleOfPlan } from './load-area';

const dayBefore = (on: Day): Day => beijing(addDays(beijingInstant(on, 0), -1)).day;

/** The plan of a day with the names of one's own region; of other regions only what an order needs. */
export const readPlan: UseCase<typeof route> = async (deps, { actor, params }) => {
  const { regionCode } = actor.grant;
  if (regionCode === undefined) return refuse('region_outside');
  const [stored, before] = await Promise.all([
    planOf(deps, regionCode, params.on),
    planOf(deps, regionCode, dayBefore(params.on)),
  ]);
  if (!stored) return allow({});
  const plan = await viewOf(deps, stored.value, before?.value, regionCode);
  return allow({ plan });
};

const shareOf = (plan: RoutePlan): { share: number } | Record<string, never> => {
  if (plan.status === 'solving') return { share: plan.share };
  if (plan.status !== 'publishing') return {};
  const left = toPublish(plan, plan.publishedFor).length;
  return { share: plan.done / Math.max(1, plan.done + left) };
};

async function viewOf(
  deps: Deps,
  plan: RoutePlan,
  before: RoutePlan | undefined,
  regionCode: string,
): Promise<PlanView> {
  const lostIds = plan.notArranged.map(({ elderId }) => elderId);
  const [{ elders, services }, lost, area] = await Promise.all([
    peopleOfPlan(deps, plan),
    byKeys(deps, elderItem, lostIds, elderKey),
    deps.table.get(regionItem, { pk: `REGION#${plan.areaCode}`, sk: 'REGION' }),
  ]);
  const own = ({ villageCode }: { villageCode: string }): boolean => isWithin(regionCode, villageCode);
  const cameBefore = new Map(
    (before?.routes ?? []).flatMap(({ helperName, stops }) =>
      stops.map((stop) => [`${stop.elderId} ${stop.serviceCode}`, helperName] as const),
    ),
  );
  const labelOf = (code: string) => {
    const service = services.get(code);
    return service
      ? { code, class: service.class, zh: service.zh, en: service.en }
      : { code, class: 'life' as const, zh: '已下架的服务', en: 'A service no longer offered' };
  };
  const shownStop = (stop: RouteStop, helperName: string): ShownStop => {
    const { elderId, serviceCode, villageCode: _village, ...rest } = stop;
    const elder = elders.get(elderId);
    const earlier = cameBefore.get(`${elderId} ${serviceCode}`);
    return {
      ...rest,
      service: labelOf(serviceCode),
      ...(elder && own(stop) ? { elder: shownElder(elder) } : {}),
      ...(earlier === undefined || earlier === helperName || !own(stop) ? {} : { dayBefore: earlier }),
    };
  };
  return {
    on: plan.on,
    status: plan.status,
    revision: plan.revision,
    areaName: area?.value.name ?? '',
    ...shareOf(plan),
    ...(plan.status === 'solving' ? {} : { repeatable: plan.repeatable }),
    canUndo: plan.status === 'drafted' && plan.before !== undefined,
    toPublish: plan.status === 'drafted' ? toPublish(plan, regionCode).length : 0,
    routes: plan.routes
      .filter(({ stops }) => stops.some(own))
      .map((route) => ({ ...route, stops: route.stops.map((stop) => shownStop(stop, route.helperName)) })),
    unmet: plan.unmet.filter(own).flatMap(({ requestId, elderId, serviceCode, startsAt, why }) => {
      const elder = elders.get(elderId);
      return elder
        ? [{ requestId, startsAt, why, service: labelOf(serviceCode), elder: shownElder(elder) }]
        : [];
    }),
    notArranged: plan.notArranged.filter(own).map(({ requestId, elderId, helperName, code }) => {
      const elderName = lost.get(elderId)?.callName ?? '';
      return { requestId, helperName, elderName, sentence: whyNot(code) };
    }),
    sums: ownSums(plan, own),
    ...(before ? { sumsBefore: ownSums(before, own) } : {}),
  };
}

/** Refusals speak to whoever tried; here a coordinator reads what was in a helper's way. */
function whyNot(code: string): { readonly zh: string; readonly en: string } {
  if (code === 'helper_day_full')
    return {
      zh: '这位帮手那段时间另有安排，请另外找人。',
      en: 'This helper has something else then. Find somebody else.',
    };
  const { zh, en } = spoken({ code: code as RefusalCode });
  return { zh, en };
}

/** What a plan comes to in one's own region; a helper's way counts whole. */
const ownSums = (plan: RoutePlan, own: (thing: { villageCode: string }) => boolean) =>
  sumsOf(
    plan.routes
      .map((each) => ({ ...each, stops: each.stops.filter(own) }))
      .filter(({ stops }) => stops.length > 0),
    plan.unmet.filter(own),
  );

const shownElder = ({ elderId, callName, name, villageName, position }: Elder) => ({
  elderId,
  callName,
  name,
  villageName,
  position,
});

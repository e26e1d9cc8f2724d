import type { ServiceLabel } from '@shared/catalogue/service-label';
import type { SpokenText } from '@shared/history/history.contract';
import type { ElderId } from '@shared/kernel/ids';
import type { Home, VisitCard } from '@shared/visits/card';
import { visitSentence } from '@shared/visits/sentence';
import { isUnderWay, shown, type Visit } from '@shared/visits/visit';
import { serviceItem, serviceKey } from '../catalogue/items';
import { elderItem, elderKey } from '../people/items';
import type { Deps } from '../platform/deps';

type ServiceWords = Pick<ServiceLabel, 'class' | 'zh' | 'en'>;

/** A service that was taken out of the catalogue since is named as such; the visit itself stays readable. */
export const serviceLabelOf = (code: string, service: ServiceWords | undefined): ServiceLabel =>
  service === undefined
    ? { code, class: 'life', zh: '已下架的服务', en: 'A service no longer offered' }
    : { code, class: service.class, zh: service.zh, en: service.en };

export async function readChecklist(deps: Deps, serviceCode: string): Promise<SpokenText[]> {
  const service = await deps.table.get(serviceItem, serviceKey(serviceCode));
  if (service === undefined) return [];
  const { checklistZh, checklistEn } = service.value;
  return checklistZh.map((zh, index) => ({ zh, en: checklistEn[index] ?? zh }));
}

/**
 * Cards for a list of visits, with two batch reads. `forHelper` adds the way to the door, and only for visits that
 * are between acceptance and closing (truth 8).
 */
export async function visitCards(
  deps: Deps,
  visits: readonly Visit[],
  forHelper: boolean,
): Promise<VisitCard[]> {
  const codes = [...new Set(visits.map((v) => v.serviceCode))];
  const elderIds = [...new Set(visits.map((v) => v.elderId))];
  const [services, elders] = await Promise.all([
    deps.table.getMany(serviceItem, codes.map(serviceKey)),
    deps.table.getMany(elderItem, elderIds.map(elderKey)),
  ]);
  const serviceBy = new Map(codes.map((code, index) => [code, services.items[index]?.value]));
  const elderBy = new Map<ElderId, (typeof elders.items)[number]>(
    elderIds.map((id, index) => [id, elders.items[index]] as const),
  );
  return visits.map((v) => {
    const elder = elderBy.get(v.elderId)?.value;
    const told = shown(v);
    const home: Home | undefined =
      forHelper && isUnderWay(v) && elder !== undefined
        ? {
            address: elder.address,
            directions: elder.directions,
            doorNotes: elder.doorNotes,
            ...(elder.phone === undefined ? {} : { phone: elder.phone }),
            position: elder.position,
          }
        : undefined;
    return {
      visit: told,
      service: serviceLabelOf(v.serviceCode, serviceBy.get(v.serviceCode)),
      elder: {
        elderId: v.elderId,
        callName: elder?.callName ?? '老人',
        name: elder?.name ?? '老人',
        villageName: elder?.villageName ?? '',
      },
      sentence: visitSentence(told),
      ...(home === undefined ? {} : { home }),
    };
  });
}

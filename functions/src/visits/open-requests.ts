import type { SpokenText } from '@shared/history/history.contract';
import type { ElderId } from '@shared/kernel/ids';
import { addDays, beijing, type Instant } from '@shared/kernel/instant';
import { isLooking, type ServiceRequest } from '@shared/service-requests/request';
import { clockText } from '@shared/visits/sentence';
import { serviceItem, serviceKey } from '../catalogue/items';
import type { Deps } from '../platform/deps';
import { requestItem } from '../service-requests/items';
import { serviceLabelOf } from './labels';

/** Requests that still look for someone, soonest first, as a home page says them. */
export async function openRequestsOf(deps: Deps, elderId: ElderId, now: Instant) {
  const page = await deps.table.list(requestItem, {
    index: 'byElder',
    pk: `ELDER#${elderId}`,
    from: `REQUEST#${addDays(now, -1)}`,
    to: 'REQUEST#~',
    limit: 50,
  });
  const looking = page.items.map(({ value }) => value).filter(isLooking);
  const codes = [...new Set(looking.map((each) => each.serviceCode))];
  const services = await deps.table.getMany(serviceItem, codes.map(serviceKey));
  const labels = new Map(codes.map((code, index) => [code, services.items[index]?.value]));
  return {
    unreadable: page.unreadable,
    open: looking.map((each) => {
      const { requestId, status, startsAt, minutes, serviceCode } = each;
      const service = serviceLabelOf(serviceCode, labels.get(serviceCode));
      return { requestId, status, startsAt, minutes, service, sentence: lookingSentence(each, service) };
    }),
  };
}

const lookingWords: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  open: ['正在找人', 'looking for someone'],
  matching: ['已经问了附近的帮手，等他们答复', 'helpers nearby have been asked'],
  unmet: ['暂时没人能来，已转给协理员', 'nobody could come; the coordinator has it'],
  taken_over: ['协理员正在安排', 'the coordinator is arranging it'],
};

function lookingSentence(r: ServiceRequest, service: SpokenText): SpokenText {
  const [zh, en] = lookingWords[r.status] ?? ['正在找人', 'looking for someone'];
  const { month, date } = beijing(r.startsAt);
  const clock = clockText(r.startsAt);
  return {
    zh: `${service.zh} · ${month}月${date}日 ${clock}，${zh}`,
    en: `${service.en} · ${month}/${date} ${clock}: ${en}`,
  };
}

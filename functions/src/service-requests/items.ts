import { beijing, type Instant } from '@shared/kernel/instant';
import { countyOf } from '@shared/regions/region';
import {
  askedFrom,
  isLooking,
  isOver,
  type ServiceRequest,
  serviceRequest,
} from '@shared/service-requests/request';
import { itemKind } from '../table/port';

/** When the platform has to look at a request again: at once while open, unless it waits for the evening's plan, at the end of a wave while matching. */
export function dueAt(r: ServiceRequest): Instant | undefined {
  if (r.status === 'open') return askedFrom(r);
  return r.status === 'matching' ? r.waveEndsAt : undefined;
}

const DUE_SHARDS = 4;
/** Deadlines are spread over a few partitions; a sweep asks each of them. */
export const requestDuePartitions = Array.from({ length: DUE_SHARDS }, (_, shard) => `DUE#REQUEST#${shard}`);
const duePartition = ({ requestId }: ServiceRequest): string =>
  `DUE#REQUEST#${requestId.charCodeAt(requestId.length - 1) % DUE_SHARDS}`;

/** What waits for a coordinator, by county and village. */
export const queuePartition = (regionCode: string): string => `QUEUE#${countyOf(regionCode)}`;

/** What still looks for a volunteer, by county and village: for those who look for something to do. */
export const lookingPartition = (regionCode: string): string => `LOOKING#${countyOf(regionCode)}`;

/** What a day of a county wants, by village: what its plan is drawn from. */
export const requestsOfDay = (regionCode: string, on: string): { index: 'byPerson'; pk: string } => ({
  index: 'byPerson',
  pk: `REQUESTS#${countyOf(regionCode)}#${on}`,
});

export const requestKey = (requestId: string) => ({ pk: `REQUEST#${requestId}`, sk: 'REQUEST' });
export const requestItem = itemKind<ServiceRequest>({
  name: 'ServiceRequest',
  schema: serviceRequest,
  key: ({ requestId }) => requestKey(requestId),
  indexes: (r) => {
    const due = dueAt(r);
    return {
      byElder: { pk: `ELDER#${r.elderId}`, sk: `REQUEST#${r.startsAt}#${r.requestId}` },
      ...(isOver(r)
        ? {}
        : {
            byPerson: {
              pk: requestsOfDay(r.villageCode, beijing(r.startsAt).day).pk,
              sk: `${r.villageCode}#${r.startsAt}#${r.requestId}`,
            },
          }),
      ...(r.status === 'unmet' || r.status === 'taken_over'
        ? {
            byRegion: {
              pk: queuePartition(r.villageCode),
              sk: `${r.villageCode}#${r.startsAt}#${r.requestId}`,
            },
          }
        : {}),
      ...(isLooking(r) && r.payBy !== 'money'
        ? {
            byCell: {
              pk: lookingPartition(r.villageCode),
              sk: `${r.villageCode}#${r.startsAt}#${r.requestId}`,
            },
          }
        : {}),
      ...(due === undefined ? {} : { byDue: { pk: duePartition(r), sk: `${due}#${r.requestId}` } }),
    };
  },
});

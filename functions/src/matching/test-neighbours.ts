import type { Service } from '@shared/catalogue/service';
import type { Helper } from '@shared/helpers/helper';
import type { HelperId, OfferId, PersonId, RequestId } from '@shared/kernel/ids';
import { addMinutes, type Instant } from '@shared/kernel/instant';
import type { Minutes } from '@shared/kernel/quantity';
import type { PendingOffer } from '@shared/offers/offer';
import type { ServiceRequest } from '@shared/service-requests/request';
import { serviceItem } from '../catalogue/items';
import { helperItem } from '../helpers/items';
import { elderItem, kinshipItem } from '../people/items';
import type { Actor } from '../platform/deps';
import type { MemoryTable } from '../table/memory-table';
import type { ItemKind } from '../table/port';
import { toRecord } from '../table/record';
import { actor, elder, helper, kinship, request, service } from '../visits/test-village';

/** The elder and the son of the village, and neighbours who live in a row, 100 metres from door to door. */
const END = '00000000000000000000000000';
const idOf = <Id>(prefix: string, n: number): Id => `${prefix}_${(END + String(n)).slice(-26)}` as Id;

export const NOW = '2026-11-24T01:00:00.000Z' as Instant;
/** Ten in the morning of the next day in Beijing, a Wednesday. */
export const STARTS = '2026-11-25T02:00:00.000Z' as Instant;
export const helperIdOf = (n: number): HelperId => idOf('helper', n);
export const requestIdOf = (n: number): RequestId => idOf('request', n);
export const offerIdOf = (n: number): OfferId => idOf('offer', n);
/** Neighbours are people of their own, beside those whom the village knows by role. */
const personOf = (n: number): PersonId => idOf('person', 100 + n);
const METRE_IN_DEGREES = 1 / 111_195;

export const serviceOf = (over: Partial<Service> = {}): Service => ({
  ...service,
  code: 'escort',
  class: 'medical',
  zh: '陪同看病',
  en: 'Escort to the clinic',
  minMinutes: 30 as Minutes,
  maxMinutes: 180 as Minutes,
  skills: ['escort'],
  byKinds: ['volunteer', 'provider'],
  daytimeOnly: false,
  checklistZh: ['带好病历'],
  checklistEn: ['Bring the records'],
  ...over,
});

export const helperOf = (n: number, over: Partial<Helper> = {}): Helper => ({
  ...helper,
  helperId: helperIdOf(n),
  personId: personOf(n),
  name: `邻居${n}`,
  gender: n % 2 === 0 ? 'male' : 'female',
  home: { lat: elder.position.lat + n * 100 * METRE_IN_DEGREES, lng: elder.position.lng },
  skills: ['escort'],
  weeklyHours: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: 6 * 60, to: 22 * 60 })),
  ...over,
});

export const requestOf = (n: number, over: Partial<ServiceRequest> = {}): ServiceRequest =>
  ({
    ...request,
    status: 'matching',
    requestId: requestIdOf(n),
    serviceCode: 'escort',
    startsAt: STARTS,
    endsAt: addMinutes(STARTS, 60),
    places: [{ status: 'open' }],
    createdAt: NOW,
    waveEndsAt: addMinutes(NOW, 15),
    ...over,
  }) as ServiceRequest;

export const offerOf = (n: number, request: number, helper: number): PendingOffer => ({
  status: 'pending',
  offerId: offerIdOf(n),
  requestId: requestIdOf(request),
  elderId: elder.elderId,
  helperId: helperIdOf(helper),
  wave: 1,
  rank: helper,
  distanceMetres: helper * 100,
  travelMinutes: helper * 2,
  score: 70,
  parts: {
    travel: 1,
    familiar: 0,
    village: 1,
    skill: 0.5,
    reliable: 0.7,
    fair: 1,
    onTheWay: 0,
    cost: 1,
    wished: 0,
  },
  reasons: [{ code: 'same_village', kind: 'volunteer' }],
  startsAt: STARTS,
  offeredAt: NOW,
  expiresAt: addMinutes(NOW, 15),
});

/** Puts a thing into the table as it is, past its faults. */
export const plant = <T>(table: MemoryTable, kind: ItemKind<T>, value: T): void =>
  table.plant(toRecord(kind, value, 1));

export function plantNeighbours(
  table: MemoryTable,
  { helpers, service: offered = serviceOf() }: { helpers: readonly Helper[]; service?: Service },
): void {
  plant(table, elderItem, elder);
  plant(table, kinshipItem, kinship);
  plant(table, serviceItem, offered);
  for (const helper of helpers) plant(table, helperItem, helper);
}

export const helperActor = (n: number): Actor =>
  actor(personOf(n), { role: 'volunteer', helperId: helperIdOf(n) });

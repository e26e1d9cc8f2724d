import type { Service } from '@shared/catalogue/service';
import type { Helper } from '@shared/helpers/helper';
import type { ElderId, HelperId, OfferId, PersonId, RequestId } from '@shared/kernel/ids';
import { addMinutes, type Instant } from '@shared/kernel/instant';
import type { Minutes } from '@shared/kernel/quantity';
import type { Result } from '@shared/kernel/result';
import type { PendingOffer } from '@shared/offers/offer';
import type { Elder } from '@shared/people/elder';
import type { Kinship } from '@shared/people/kinship';
import type { ServiceRequest } from '@shared/service-requests/request';
import { serviceItem } from '../catalogue/items';
import { helperItem } from '../helpers/items';
import { elderItem, kinshipItem } from '../people/items';
import type { Actor } from '../platform/deps';
import type { MemoryTable } from '../table/memory-table';
import type { ItemKind } from '../table/port';
import { toRecord } from '../table/record';

/** An elder, her son, and neighbours who live in a row, 100 metres from door to door: the stage of every test here. */
const END = '00000000000000000000000000';
const idOf = <Id>(prefix: string, n: number): Id => `${prefix}_${(END + String(n)).slice(-26)}` as Id;

export const NOW = '2026-11-24T01:00:00.000Z' as Instant;
/** Ten in the morning of the next day in Beijing, a Wednesday. */
export const STARTS = '2026-11-25T02:00:00.000Z' as Instant;
export const helperIdOf = (n: number): HelperId => idOf('helper', n);
export const requestIdOf = (n: number): RequestId => idOf('request', n);
export const offerIdOf = (n: number): OfferId => idOf('offer', n);
const personOf = (n: number): PersonId => idOf('person', n);
const home = { lat: 46.25, lng: 126.27 };
const METRE_IN_DEGREES = 1 / 111_195;

export const elder: Elder = {
  elderId: idOf<ElderId>('elder', 1),
  name: '王秀兰',
  callName: '王大娘',
  birthYear: 1952,
  gender: 'female',
  villageCode: '231222107201',
  villageName: '红光村',
  position: home,
  address: '红光村三组 12 号',
  directions: '村委会向东第三个院子',
  phone: '13812345678',
  ownPhone: true,
  languages: ['northeastern'],
  doorNotes: '门口有狗',
  ability: 'mild',
  livesAlone: true,
  excludedHelperIds: [],
  cardCode: '123456',
  doorCode: '4821',
  registeredBy: { personId: personOf(900), role: 'family' },
  registeredAt: '2026-01-01T00:00:00.000Z' as Instant,
};

export const serviceOf = (over: Partial<Service> = {}): Service => ({
  code: 'escort',
  class: 'medical',
  zh: '陪同看病',
  en: 'Escort to the clinic',
  usualMinutes: 60 as Minutes,
  minMinutes: 30 as Minutes,
  maxMinutes: 180 as Minutes,
  skills: ['escort'],
  credentials: [],
  byKinds: ['volunteer', 'provider'],
  helpers: 1,
  weight: 100,
  daytimeOnly: false,
  checklistZh: ['带好病历'],
  checklistEn: ['Bring the records'],
  ...over,
});

export const helperOf = (n: number, over: Partial<Helper> = {}): Helper => ({
  helperId: helperIdOf(n),
  personId: personOf(n),
  kind: 'volunteer',
  name: `邻居${n}`,
  gender: n % 2 === 0 ? 'male' : 'female',
  birthYear: 1965,
  villageCode: elder.villageCode,
  villageName: elder.villageName,
  home: { lat: home.lat + n * 100 * METRE_IN_DEGREES, lng: home.lng },
  credentials: [],
  stats: { offered: 0, answered: 0, visits: 0, onTime: 0 },
  skills: ['escort'],
  weeklyHours: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: 6 * 60, to: 22 * 60 })),
  daysOff: [],
  radiusMetres: 5_000,
  travel: 'walk',
  languages: ['northeastern'],
  excludedElderIds: [],
  available: true,
  ...over,
});

export const requestOf = (n: number, over: Partial<ServiceRequest> = {}): ServiceRequest =>
  ({
    status: 'matching',
    requestId: requestIdOf(n),
    elderId: elder.elderId,
    villageCode: elder.villageCode,
    serviceCode: 'escort',
    startsAt: STARTS,
    endsAt: addMinutes(STARTS, 60),
    minutes: 60 as Minutes,
    places: [{ status: 'open' }],
    urgency: 'routine',
    wishes: {},
    payBy: 'time',
    note: '',
    requestedBy: { personId: personOf(900), role: 'family' },
    createdAt: NOW,
    waves: 1,
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

const kinship: Kinship = {
  status: 'consented',
  elderId: elder.elderId,
  personId: personOf(900),
  personName: '王建国',
  elderName: elder.name,
  villageCode: elder.villageCode,
  relation: 'son',
  proposedAt: elder.registeredAt,
  consent: { witness: 'elder', witnessedBy: personOf(900), how: '电话里说的', at: elder.registeredAt },
};

/** Puts a thing into the table as it is, past its faults. */
export const plant = <T>(table: MemoryTable, kind: ItemKind<T>, value: T): void =>
  table.plant(toRecord(kind, value, 1));

export function plantNeighbours(
  table: MemoryTable,
  { helpers, service = serviceOf() }: { helpers: readonly Helper[]; service?: Service },
): void {
  plant(table, elderItem, elder);
  plant(table, kinshipItem, kinship);
  plant(table, serviceItem, service);
  for (const helper of helpers) plant(table, helperItem, helper);
}

const actor = (personId: PersonId, grant: Actor['grant']): Actor => ({
  personId,
  role: grant.role,
  grants: [grant],
  grant,
});
export const helperActor = (n: number): Actor =>
  actor(personOf(n), { role: 'volunteer', helperId: helperIdOf(n) });
export const son = actor(personOf(900), { role: 'family' });
export const stranger = actor(personOf(901), { role: 'family' });
export const coordinator = actor(personOf(902), { role: 'coordinator', regionCode: '231222107' });
export const otherCoordinator = actor(personOf(903), { role: 'coordinator', regionCode: '231222999' });

export const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${result.refusal.field ?? ''}`);
  return result.value;
};

import type { Service } from '@shared/catalogue/service';
import type { Helper } from '@shared/helpers/helper';
import type { CommandId } from '@shared/kernel/ids';
import type { Instant } from '@shared/kernel/instant';
import type { Result } from '@shared/kernel/result';
import type { Elder } from '@shared/people/elder';
import type { Kinship } from '@shared/people/kinship';
import type { ServiceRequest } from '@shared/service-requests/request';
import { homeDoor, kin, upcoming } from '@shared/visits/factories';
import type { Visit } from '@shared/visits/visit';
import { serviceItem } from '../catalogue/items';
import { helperItem } from '../helpers/items';
import { bookingDay, helperDayItem } from '../offers/items';
import { elderItem, kinshipItem } from '../people/items';
import type { Actor, Deps } from '../platform/deps';
import { requestItem } from '../service-requests/items';
import { create, type Write } from '../table/port';
import { bookingOf } from './helper-day';
import { visitItem } from './items';

/** One elder with a son, a helper and a visit that is agreed on: what use cases of visits need around them. */
export const visit = upcoming();
const { personId } = kin;

export const elder: Elder = {
  elderId: visit.elderId,
  name: '王秀兰',
  callName: '王大娘',
  birthYear: 1952,
  gender: 'female',
  villageCode: visit.villageCode,
  villageName: '红光村',
  position: homeDoor.position,
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
  doorCode: homeDoor.doorCode,
  registeredBy: { personId, role: 'family' },
  registeredAt: '2026-01-01T00:00:00.000Z' as Instant,
};

export const service: Service = {
  code: visit.serviceCode,
  class: 'spirit',
  zh: '陪伴聊天',
  en: 'Company',
  usualMinutes: visit.minutes,
  minMinutes: visit.minutes,
  maxMinutes: visit.minutes,
  skills: ['company'],
  credentials: [],
  byKinds: ['volunteer'],
  helpers: 1,
  weight: 100,
  daytimeOnly: true,
  checklistZh: ['聊聊天', '量血压'],
  checklistEn: ['Talk', 'Blood pressure'],
};

export const helper: Helper = {
  helperId: visit.helperId,
  personId: personId.replace(/.$/, '3') as Helper['personId'],
  kind: 'volunteer',
  name: '李桂芬',
  gender: 'female',
  birthYear: 1962,
  villageCode: visit.villageCode,
  villageName: '红光村',
  home: homeDoor.position,
  credentials: [],
  stats: { offered: 0, answered: 0, visits: 0, onTime: 0 },
  skills: ['company'],
  weeklyHours: [],
  daysOff: [],
  radiusMetres: 5_000,
  travel: 'walk',
  languages: ['northeastern'],
  excludedElderIds: [],
  available: true,
};

export const kinship: Kinship = {
  status: 'consented',
  elderId: visit.elderId,
  personId,
  personName: '王建国',
  elderName: '王秀兰',
  villageCode: visit.villageCode,
  relation: 'son',
  proposedAt: elder.registeredAt,
  consent: { witness: 'elder', witnessedBy: personId, how: '电话里说的', at: elder.registeredAt },
};

export const request: ServiceRequest = {
  status: 'scheduled',
  requestId: visit.requestId,
  elderId: visit.elderId,
  villageCode: visit.villageCode,
  serviceCode: visit.serviceCode,
  startsAt: visit.startsAt,
  endsAt: visit.endsAt,
  minutes: visit.minutes,
  places: [{ status: 'held', helperId: visit.helperId, visitId: visit.visitId }],
  urgency: 'routine',
  wishes: {},
  payBy: 'time',
  note: '',
  requestedBy: { personId, role: 'family' },
  createdAt: elder.registeredAt,
  waves: 1,
};

export async function plantVillage(deps: Deps, planted: Visit = visit): Promise<void> {
  const writes: Write[] = [
    create(elderItem, elder),
    create(serviceItem, service),
    create(kinshipItem, kinship),
    create(helperItem, helper),
    create(requestItem, request),
    create(visitItem, planted),
    create(helperDayItem, {
      helperId: visit.helperId,
      day: bookingDay(visit.startsAt),
      bookings: [bookingOf(visit)],
    }),
  ];
  const committed = await deps.table.commit(writes);
  if (!committed.ok) throw new Error(`the village was refused: ${committed.refusal.code}`);
}

export const actor = (personIdOf: Actor['personId'], grant: Actor['grant']): Actor => ({
  personId: personIdOf,
  role: grant.role,
  grants: [grant],
  grant,
});
const personOf = (n: number): Actor['personId'] => personId.replace(/.$/, String(n)) as Actor['personId'];

export const actors = {
  son: actor(personId, { role: 'family' }),
  stranger: actor(personOf(1), { role: 'family' }),
  elder: actor(personOf(2), { role: 'elder', elderId: visit.elderId }),
  helper: actor(personOf(3), { role: 'volunteer', helperId: visit.helperId }),
  otherHelper: actor(personOf(4), {
    role: 'volunteer',
    helperId: visit.helperId.replace(/.$/, '9') as typeof visit.helperId,
  }),
  coordinator: actor(personOf(5), { role: 'coordinator', regionCode: visit.villageCode.slice(0, 9) }),
  otherCoordinator: actor(personOf(6), { role: 'coordinator', regionCode: '231222999' }),
} satisfies Record<string, Actor>;

export const commandOf = (n: number): CommandId =>
  `command_${'0'.repeat(26 - String(n).length)}${n}` as CommandId;

export const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${result.refusal.field ?? ''}`);
  return result.value;
};

import type { CommandId, ElderId, HelperId, PersonId, RequestId, VisitId } from '@shared/kernel/ids';
import { addMinutes, type Instant, instantOf, millisOf } from '@shared/kernel/instant';
import type { Minutes } from '@shared/kernel/quantity';
import type { Result } from '@shared/kernel/result';
import type { Elder } from '@shared/people/elder';
import type { Kinship } from '@shared/people/kinship';
import type { ServiceRequest } from '@shared/service-requests/request';
import type { Visit } from '@shared/visits/visit';
import { serviceItem } from '../catalogue/items';
import { helperItem } from '../helpers/items';
import { personItem } from '../identity/items';
import { helperOf, serviceOf } from '../matching/test-neighbours';
import { elderItem, kinshipItem, regionItem } from '../people/items';
import type { Actor, Deps } from '../platform/deps';
import { testDeps } from '../platform/test-support';
import { requestItem } from '../service-requests/items';
import { createMemoryTable, type Faults, type MemoryTable } from '../table/memory-table';
import type { ItemKind, Table } from '../table/port';
import { toRecord } from '../table/record';
import { visitItem } from '../visits/items';
import { elder as anElder } from '../visits/test-village';

/** Two places, some volunteers in each, and elders in the village whose children they are: a bank to play with. */
const END = '00000000000000000000000000';
const idOf = <Id>(prefix: string, n: number): Id => `${prefix}_${(END + String(n)).slice(-26)}` as Id;
export const personIdOf = (n: number): PersonId => idOf('person', n);
export const helperIdOf = (n: number): HelperId => idOf('helper', n);
export const elderIdOf = (n: number): ElderId => idOf('elder', n);
export const requestIdOf = (n: number): RequestId => idOf('request', n);
export const visitIdOf = (n: number): VisitId => idOf('visit', n);
export const commandIdOf = (n: number): CommandId => idOf('command', n);

export const HELPERS = 4;
export const ELDERS = 3;
export const VILLAGE = '231222107201';
const COMMUNITY = '230103001001';
const START = '2026-11-01T00:00:00.000Z' as Instant;

/** Thrown where a process would have died: whatever it had not committed is gone. */
export class Crash extends Error {}

/** A table whose process dies at the n-th commit, before it or just after it. */
export function dyingTable(table: Table, commits: number, after: boolean): Table {
  let left = commits;
  return {
    ...table,
    get: (kind, key) => table.get(kind, key),
    getMany: (kind, keys) => table.getMany(kind, keys),
    list: (kind, query) => table.list(kind, query),
    units: table.units,
    async commit(writes) {
      left -= 1;
      if (left !== 0) return table.commit(writes);
      if (after) await table.commit(writes);
      throw new Crash();
    },
  };
}

export interface World {
  readonly table: MemoryTable;
  readonly deps: Deps & { advance(minutes: number): void };
  plant<T>(kind: ItemKind<T>, value: T): void;
}

export function makeWorld(faults?: Faults): World {
  let millis = millisOf(START);
  const clock = (): Instant => instantOf(millis);
  const table = createMemoryTable({ clock, ...(faults ? { faults } : {}) });
  const deps = {
    ...testDeps({ seed: faults?.seed ?? 1, table }),
    table,
    clock,
    advance: (minutes: number) => {
      millis += minutes * 60_000;
    },
  };
  const versions = new Map<string, number>();
  const plant = <T>(kind: ItemKind<T>, value: T): void => {
    const { pk, sk } = kind.key(value);
    const version = (versions.get(`${pk} ${sk}`) ?? 0) + 1000;
    versions.set(`${pk} ${sk}`, version);
    table.plant(toRecord(kind, value, version));
  };
  for (const [code, name] of [
    ['231222', '兰西县'],
    ['230103', '南岗区'],
    [VILLAGE, '红光村'],
    [COMMUNITY, '花园社区'],
  ] as const)
    plant(regionItem, {
      code,
      name,
      level: code.length === 6 ? 'county' : 'village',
      path: [name],
      centre: anElder.position,
    });
  plant(serviceItem, serviceOf({ code: 'escort', weight: 100 }));
  plant(serviceItem, serviceOf({ code: 'bathing', weight: 150 }));
  for (let n = 0; n < HELPERS; n += 1) {
    plant(
      helperItem,
      helperOf(n, {
        villageCode: n < 2 ? COMMUNITY : VILLAGE,
        helperId: helperIdOf(n),
        personId: personIdOf(n),
      }),
    );
    plant(personItem, {
      personId: personIdOf(n),
      name: `邻居${n}`,
      createdAt: START,
      grants: [{ role: 'family' }, { role: 'volunteer', helperId: helperIdOf(n) }],
    });
  }
  for (let n = 0; n < ELDERS; n += 1) {
    const one: Elder = { ...anElder, elderId: elderIdOf(n), ability: n === 0 ? 'severe' : 'intact' };
    plant(elderItem, one);
    plant(kinshipItem, kinshipOf(n, n));
    if (n > 0) plant(kinshipItem, kinshipOf(n - 1, n));
  }
  return { table, deps, plant };
}

/** Person n is the child of elder n, and of the elder after. */
const kinshipOf = (person: number, elder: number): Kinship => ({
  status: 'consented',
  elderId: elderIdOf(elder),
  personId: personIdOf(person),
  personName: `邻居${person}`,
  elderName: anElder.name,
  villageCode: VILLAGE,
  relation: 'son',
  proposedAt: START,
  consent: { witness: 'elder', witnessedBy: personIdOf(90), how: '电话里说的', at: START },
});

export const family = (n: number): Actor => {
  const grants = [{ role: 'family' as const }, { role: 'volunteer' as const, helperId: helperIdOf(n) }];
  return { personId: personIdOf(n), role: 'family', grants, grant: { role: 'family' } };
};
const granted = (n: number, role: Actor['role'], regionCode: string): Actor => ({
  personId: personIdOf(n),
  role,
  grants: [{ role, regionCode }],
  grant: { role, regionCode },
});
export const coordinator = granted(91, 'coordinator', VILLAGE.slice(0, 9));
export const socialWorker = granted(92, 'social_worker', '231222');
export const official = granted(93, 'official', '231222');
export const otherOfficial = granted(95, 'official', '231222');
export const otherCoordinator = granted(94, 'coordinator', '231222999');

export interface Asked {
  readonly n: number;
  readonly elder: number;
  readonly helper: number;
  readonly minutes: number;
  readonly payBy: ServiceRequest['payBy'];
  readonly startsAt: Instant;
}

export const requestOf = (a: Asked, status: ServiceRequest['status']): ServiceRequest =>
  ({
    status,
    requestId: requestIdOf(a.n),
    elderId: elderIdOf(a.elder),
    villageCode: VILLAGE,
    serviceCode: a.n % 3 === 0 ? 'bathing' : 'escort',
    startsAt: a.startsAt,
    endsAt: addMinutes(a.startsAt, a.minutes),
    minutes: a.minutes as Minutes,
    places: [{ status: 'held', helperId: helperIdOf(a.helper), visitId: visitIdOf(a.n) }],
    urgency: 'routine',
    wishes: {},
    payBy: a.payBy,
    note: '',
    requestedBy: { personId: personIdOf(a.elder), role: 'family' },
    createdAt: START,
    waves: 1,
    ...(status === 'cancelled'
      ? {
          cancelledBy: { personId: personIdOf(a.elder), role: 'family' },
          cancelledAt: START,
          reason: '不用了',
        }
      : {}),
    ...(status === 'unmet' ? { unmetAt: START, places: [{ status: 'open' }] } : {}),
  }) as ServiceRequest;

/** A visit that has been answered: by the family, by nobody, or (a fraud) by the helper. */
export function visitOf(a: Asked, served: number, by: 'kin' | 'system' | 'helper'): Visit {
  const at = (minutes: number) => ({
    at: addMinutes(a.startsAt, minutes),
    receivedAt: addMinutes(a.startsAt, minutes),
    proof: { kind: 'door_code' as const, verified: true as const },
  });
  return {
    status: 'confirmed',
    visitId: visitIdOf(a.n),
    requestId: requestIdOf(a.n),
    elderId: elderIdOf(a.elder),
    villageCode: VILLAGE,
    helperId: helperIdOf(a.helper),
    helperName: `邻居${a.helper}`,
    serviceCode: a.n % 3 === 0 ? 'bathing' : 'escort',
    startsAt: a.startsAt,
    endsAt: addMinutes(a.startsAt, a.minutes),
    minutes: a.minutes as Minutes,
    payBy: a.payBy,
    position: anElder.position,
    checkIn: at(0),
    checkOut: at(served),
    summary: '',
    minutesServed: served as Minutes,
    exceptions: [],
    confirmedAt: addMinutes(a.startsAt, served + 30),
    confirmedBy:
      by === 'system'
        ? 'system'
        : { personId: by === 'helper' ? personIdOf(a.helper) : personIdOf(50 + a.elder), role: 'family' },
  };
}

export const plantRequest = (w: World, a: Asked, status: ServiceRequest['status']): void =>
  w.plant(requestItem, requestOf(a, status));
export const plantVisit = (
  w: World,
  a: Asked,
  served: number,
  by: 'kin' | 'system' | 'helper' = 'kin',
): void => w.plant(visitItem, visitOf(a, served, by));

export const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${result.refusal.field ?? ''}`);
  return result.value;
};

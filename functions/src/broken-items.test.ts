import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { OrganizationId } from '@shared/kernel/ids';
import type { Route } from '@shared/kernel/route';
import { routesByRoom } from '@shared/routes';
import { giveUp, type ServiceRequest } from '@shared/service-requests/request';
import { disputed, noteOf } from '@shared/visits/factories';
import { NOW, pendingOffer, samples } from './authorisation-samples';
import { organizationItem } from './helpers/items';
import { historyEntry } from './history/items';
import { personaItem } from './identity/items';
import { kinshipItem } from './people/items';
import { logger } from './platform/logger';
import type { TestDeps } from './platform/test-support';
import { requestItem } from './service-requests/items';
import { create, type Key, keyTexts, type Stored, type Table } from './table/port';
import { call, cast, served, stage, type Who } from './test-support';
import { entryItem, visitItem } from './visits/items';
import { actors, elder, must, visit } from './visits/test-village';

jest.setTimeout(60_000);

const logged: string[] = [];
beforeEach(() => {
  logged.length = 0;
  for (const level of ['info', 'warn'] as const) jest.spyOn(logger, level).mockReturnValue();
  jest
    .spyOn(logger, 'error')
    .mockImplementation((...said: unknown[]) => void logged.push(JSON.stringify(said)));
});
afterEach(() => {
  jest.restoreAllMocks();
});

const waiting: ServiceRequest = {
  status: 'matching',
  requestId: visit.requestId.replace(/.$/, '5') as ServiceRequest['requestId'],
  elderId: visit.elderId,
  villageCode: visit.villageCode,
  serviceCode: visit.serviceCode,
  startsAt: visit.startsAt,
  endsAt: visit.endsAt,
  minutes: visit.minutes,
  places: [{ status: 'open' }],
  urgency: 'routine',
  wishes: {},
  payBy: 'time',
  note: '',
  requestedBy: { personId: actors.son.personId, role: 'family' },
  createdAt: NOW,
  waves: 1,
  waveEndsAt: NOW,
};
const past = disputed({ visitId: visit.visitId.replace(/.$/, '5') as typeof visit.visitId });

/** The stage with something in every list. */
async function fullStage(): Promise<TestDeps> {
  const deps = await stage();
  const { son, stranger } = actors;
  must(
    await deps.table.commit([
      create(organizationItem, {
        organizationId: `org_${'0'.repeat(25)}1` as OrganizationId,
        name: '暖心服务站',
        supplySubject: 'community',
        regionCode: '231222',
      }),
      create(personaItem, {
        persona: 'son',
        nameZh: '儿子',
        storyZh: '在哈尔滨',
        storyEn: 'In Harbin',
        role: 'family',
        order: 1,
        personId: son.personId,
      }),
      create(kinshipItem, {
        status: 'proposed',
        elderId: visit.elderId,
        personId: stranger.personId,
        personName: '王建军',
        elderName: elder.name,
        villageCode: visit.villageCode,
        relation: 'son',
        proposedAt: NOW,
      }),
      create(requestItem, giveUp(waiting, NOW)),
      create(requestItem, { ...waiting, requestId: pendingOffer.requestId.replace(/.$/, '6') as never }),
      create(visitItem, past),
      ...[visit.visitId, past.visitId].map((visitId, index) =>
        create(entryItem, { visitId, elderId: visit.elderId, receivedAt: NOW, entry: noteOf(index + 1, 5) }),
      ),
      ...(['visit', 'request'] as const).map((kind) =>
        historyEntry(deps, son, {
          subject: { kind, id: kind === 'visit' ? visit.visitId : visit.requestId },
          elderId: visit.elderId,
          action: 'request_made',
        }),
      ),
    ]),
  );
  return deps;
}

type How = 'alone' | 'among others';
/** The stage with a note of everything that a call reads, and how. */
function watched(deps: TestDeps): { deps: TestDeps; seen: Map<string, { key: Key; how: How }> } {
  const seen = new Map<string, { key: Key; how: How }>();
  const note = (item: Stored<unknown> | undefined, how: How) => {
    if (!item) return;
    const key = item.kind.key(item.value);
    const text = keyTexts([key]).join('');
    // What something else hangs on is broken for that, whether or not it is also among others.
    if (how === 'alone' || !seen.has(text)) seen.set(text, { key, how });
  };
  const { table } = deps;
  const watching: Table = {
    units: table.units,
    commit: table.commit,
    get: async (kind, key) => {
      const item = await table.get(kind, key);
      note(item as Stored<unknown>, 'alone');
      return item;
    },
    getMany: async (kind, keys) => {
      const found = await table.getMany(kind, keys);
      for (const item of found.items) note(item as Stored<unknown>, 'among others');
      return found;
    },
    glance: async (wanted) => {
      const found = await table.glance(wanted);
      for (const item of found.items) note(item as Stored<unknown>, 'among others');
      return found;
    },
    list: async (kind, query) => {
      const page = await table.list(kind, query);
      for (const item of page.items) note(item as Stored<unknown>, 'among others');
      return page;
    },
  };
  return { deps: { ...deps, table: Object.assign(Object.create(table), watching) }, seen };
}

const readers = (route: Route): readonly (Who | undefined)[] =>
  route.access === 'public'
    ? [undefined]
    : route.access.map((role) => ({ as: cast[role].own.personId, role }));

const rooms = Object.entries(routesByRoom).map(
  ([room, routes]) => [room, routes.filter(({ method }) => method === 'GET')] as const,
);

describe.each(
  rooms.filter(([, routes]) => routes.length > 0),
)('a broken item in the room %s', (room, routes) => {
  it.each(
    routes.map((route) => [route.name, route] as const),
  )('that %s reads is named in the log, stays alone with its fault, and fails nothing', async (name, route) => {
    const wrong: string[] = [];
    for (const who of readers(route)) {
      const { deps, seen } = watched(await fullStage());
      const whole = await call(served(room), route, deps, who);
      if (whole.status !== 200 && !samples[name]?.foreign) wrong.push(`${who?.role} got ${whole.text}`);
      for (const [text, { key, how }] of seen) {
        const record = deps.table.records().find(({ pk, sk }) => pk === key.pk && sk === key.sk);
        if (!record) throw new Error(`${text} was read and is not there`);
        deps.table.plant({ ...record, body: { broken: true } });
        logged.length = 0;
        // Another warm function, which holds nothing of the roster yet.
        const anew = { ...deps, table: Object.create(deps.table) };
        const answer = await call(served(room), route, anew, who);
        deps.table.plant(record);
        const said = `${who?.role ?? 'anybody'}, ${text} (${how}) → ${answer.text.slice(0, 120)}`;
        if (answer.status !== 200 && answer.code !== 'record_unreadable') wrong.push(said);
        if (how === 'among others' && answer.status !== 200) wrong.push(`${said}: the others fell`);
        if (!logged.some((line) => line.includes(text))) wrong.push(`${said}: not in the log`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

it('the stage has something to break in every room that is read', async () => {
  const deps = await fullStage();
  const kinds = new Set(deps.table.records().map(({ kind }) => kind));
  for (const kind of [
    'Organization',
    'Persona',
    'Kinship',
    'ServiceRequest',
    'Offer',
    'visit',
    'visit_entry',
    'history',
  ])
    expect(kinds).toContain(kind);
});

import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ElderId, PersonId } from '@shared/kernel/ids';
import { addMinutes } from '@shared/kernel/instant';
import type { Push } from '@shared/live/live.contract';
import { turnAway } from '@shared/media/media';
import type { Kinship } from '@shared/people/kinship';
import { entryIdOf, upcoming } from '@shared/visits/factories';
import { helperItem } from '../helpers/items';
import { elderItem, kinshipItem } from '../people/items';
import { type TestDeps, testDeps } from '../platform/test-support';
import { create } from '../table/port';
import { elder, helper } from '../visits/test-village';
import type { ChangeRecord } from './change';
import { type Connection, connectionItem, connectionKey } from './items';
import { tellChanges } from './on-change';

let deps: TestDeps;
let sent: [string, Push][];
const post = async (id: string, push: Push): Promise<'sent' | 'gone'> => {
  sent.push([id, push]);
  if (id === 'broken') throw new Error('no answer');
  return id === 'left' ? 'gone' : 'sent';
};
const visit = upcoming();
const record = (pk: string, sk: string, body: Record<string, string>): ChangeRecord => ({
  dynamodb: {
    NewImage: {
      pk: { S: pk },
      sk: { S: sk },
      body: { M: Object.fromEntries(Object.entries(body).map(([name, S]) => [name, { S }])) },
    },
  },
});
const changed = record(`VISIT#${visit.visitId}`, 'VISIT', {
  visitId: visit.visitId,
  requestId: visit.requestId,
  elderId: visit.elderId,
  villageCode: visit.villageCode,
});

const socket = async (connectionId: string, over: Partial<Connection> = {}): Promise<PersonId> => {
  const personId = over.personId ?? deps.newId('person');
  const now = deps.clock();
  const sessionId = deps.newId('session');
  const lived = { connectedAt: now, expiresAt: addMinutes(now, 120) };
  const connection = { connectionId, personId, sessionId, ...lived, ...over };
  await deps.table.commit([create(connectionItem, connection)]);
  return personId;
};
const kinOf = async (elderId: ElderId, personId: PersonId, consented: boolean): Promise<void> => {
  const at = deps.clock();
  const common = {
    elderId,
    personId,
    personName: '王建国',
    elderName: '王秀兰',
    villageCode: visit.villageCode,
    relation: 'son' as const,
    proposedAt: at,
  };
  const consent = { witness: 'elder' as const, witnessedBy: deps.newId('person'), how: '电话', at };
  const kinship: Kinship = consented
    ? { ...common, status: 'consented', consent }
    : { ...common, status: 'proposed' };
  await deps.table.commit([create(kinshipItem, kinship)]);
};

beforeEach(() => {
  deps = testDeps();
  sent = [];
});

describe('telling phones of a change', () => {
  test('kin who were consented to, the elder and the coordinator of the village hear of it, nobody else', async () => {
    await kinOf(visit.elderId, await socket('son'), true);
    await kinOf(visit.elderId, await socket('stranger'), false);
    await socket('elder', { elderId: visit.elderId });
    await socket('coordinator', { regionCode: visit.villageCode.slice(0, 9) });
    await socket('other-township', { regionCode: '231222999' });
    await tellChanges(deps, post, [changed]);
    expect(sent.map(([id]) => id).sort()).toEqual(['coordinator', 'elder', 'son']);
    expect(sent[0]?.[1]).toEqual({
      type: 'changed',
      visitId: visit.visitId,
      requestId: visit.requestId,
      elderId: visit.elderId,
    });
  });

  test('whoever took a photo, and the coordinator, hear that it can be seen now', async () => {
    await socket('helper', { personId: helper.personId });
    await socket('coordinator', { regionCode: visit.villageCode.slice(0, 9) });
    await deps.table.commit([create(helperItem, helper)]);
    const { visitId, elderId, helperId, villageCode } = visit;
    const entryId = entryIdOf(1);
    const common = { visitId, elderId, helperId, villageCode, entryId, arrivedAt: deps.clock() };
    const refused = turnAway({ ...common, kind: 'photo' }, 'media_damaged');
    await tellChanges(deps, post, [record(`VISIT#${visitId}`, `MEDIA#${entryId}`, refused)]);
    expect(sent.map(([id]) => id).sort()).toEqual(['coordinator', 'helper']);
  });

  test('the log of a visit reaches the coordinator of the village as it does the family, and no other region', async () => {
    await kinOf(visit.elderId, await socket('son'), true);
    await socket('coordinator', { regionCode: visit.villageCode.slice(0, 9) });
    await socket('other-township', { regionCode: '231222999' });
    await deps.table.commit([create(elderItem, elder)]);
    const { visitId, elderId } = visit;
    const entry = record(`VISIT#${visitId}`, `ENTRY#${entryIdOf(1)}`, { visitId, elderId });
    await tellChanges(deps, post, [entry]);
    expect(sent.map(([id]) => id).sort()).toEqual(['coordinator', 'son']);
  });

  test('a stream that gives a record twice tells it once in a batch', async () => {
    await kinOf(visit.elderId, await socket('son'), true);
    expect(await tellChanges(deps, post, [changed, changed])).toEqual({ sent: 1, gone: 0, failed: 0 });
  });

  test('a batch about one visit asks who listens once, however many records it has', async () => {
    await kinOf(visit.elderId, await socket('son'), true);
    await deps.table.commit([create(elderItem, elder)]);
    const { visitId, elderId } = visit;
    const entries = Array.from({ length: 20 }, (_, n) =>
      record(`VISIT#${visitId}`, `ENTRY#${entryIdOf(n + 1)}`, { visitId, elderId }),
    );
    let asked = 0;
    const list: typeof deps.table.list = (...query) => {
      asked += 1;
      return deps.table.list(...query);
    };
    await tellChanges({ ...deps, table: { ...deps.table, list } }, post, [changed, ...entries]);
    // Kin of the elder, the son's sockets, the elder's, and those of the region.
    expect(asked).toBe(4);
  });

  test('a socket that is gone is forgotten, and one that fails does not hold up the others', async () => {
    for (const id of ['left', 'broken', 'son']) await kinOf(visit.elderId, await socket(id), true);
    expect(await tellChanges(deps, post, [changed])).toEqual({ sent: 1, gone: 1, failed: 1 });
    expect(await deps.table.get(connectionItem, connectionKey('left'))).toBeUndefined();
    expect(await deps.table.get(connectionItem, connectionKey('broken'))).toBeDefined();
  });

  test('receipts and other inner items are told to nobody', async () => {
    await kinOf(visit.elderId, await socket('son'), true);
    const receipt = record('RECEIPT#p#c', 'RECEIPT', { elderId: visit.elderId });
    expect(await tellChanges(deps, post, [receipt, {}])).toEqual({ sent: 0, gone: 0, failed: 0 });
  });
});

import { beforeEach, describe, expect, test } from '@jest/globals';
import { instantOf } from '@shared/kernel/instant';
import type { ElderCard } from '@shared/people/people.contract';
import { historyItem } from '../history/items';
import { personItem } from '../identity/items';
import type { Actor } from '../platform/deps';
import { actorOf, type TestDeps, testDeps } from '../platform/test-support';
import { create } from '../table/port';
import { commandOf, must } from '../visits/test-village';
import { hongguang, neighbouringVillage, redLightTownship, unregistered } from './factories';
import { regionItem } from './items';
import { consentToKinship, listKinships, proposeKinship, withdrawKinship } from './keep-kinship';
import { listRegions } from './list-regions';
import { changeElder, listElders, readElder } from './read-elder';
import { registerElder } from './register-elder';

let deps: TestDeps;
let son: Actor;
let coordinator: Actor;
let elsewhere: Actor;
let commands = 0;
const next = () => {
  commands += 1;
  return commandOf(commands);
};
const none = { params: undefined, query: undefined };

beforeEach(async () => {
  deps = testDeps();
  son = actorOf(deps, 'family');
  coordinator = actorOf(deps, 'coordinator', { regionCode: '231222105' });
  elsewhere = actorOf(deps, 'coordinator', { regionCode: '231222106' });
  const person = { personId: son.personId, name: '王建国', grants: [...son.grants], createdAt: deps.clock() };
  const regions = [redLightTownship, hongguang, neighbouringVillage];
  must(
    await deps.table.commit([create(personItem, person), ...regions.map((each) => create(regionItem, each))]),
  );
});

const register = (actor: Actor, over: Parameters<typeof unregistered>[0] = {}, commandId = next()) =>
  registerElder(deps, {
    ...none,
    actor,
    body: { commandId, elder: unregistered(over), ...(actor === son ? { relation: 'son' as const } : {}) },
  });
const cards = async (actor: Actor): Promise<readonly ElderCard[]> =>
  must(await listElders(deps, { params: undefined, body: undefined, query: {}, actor })).elders;
const asked = async () => {
  const view = must(await register(coordinator));
  const kin = must(
    await proposeKinship(deps, {
      ...none,
      actor: son,
      body: { commandId: next(), cardCode: view.elder.cardCode, relation: 'son' },
    }),
  );
  return { elderId: view.elder.elderId, params: { elderId: kin.elderId, personId: kin.personId } };
};
const consentAs = (
  actor: Actor,
  params: Awaited<ReturnType<typeof asked>>['params'],
  witness: 'elder' | 'coordinator' = 'coordinator',
) =>
  consentToKinship(deps, {
    query: undefined,
    params,
    actor,
    body: { commandId: next(), witness, how: '上门当面同意' },
  });
const historyOf = async (elderId: string) => {
  const pk = `ELDER#${elderId}`;
  const told = await deps.table.list(historyItem, { index: 'byElder', pk, prefix: 'HISTORY#' });
  return told.items.map((item) => item.value);
};
const read = (actor: Actor, elderId: Awaited<ReturnType<typeof asked>>['elderId']) =>
  readElder(deps, { params: { elderId }, query: undefined, body: undefined, actor });

describe('registering an elder', () => {
  test('in a village nobody knows, or in a township, is refused with its field', async () => {
    for (const villageCode of ['231222105999', '999999999999'])
      expect(await register(son, { villageCode })).toEqual({
        ok: false,
        refusal: { code: 'region_unknown', field: 'body.elder.villageCode' },
      });
  });

  test('at a home that is not in the village is refused with its field', async () => {
    const position = { lat: hongguang.centre.lat + 0.1, lng: hongguang.centre.lng };
    expect(await register(coordinator, { position })).toEqual({
      ok: false,
      refusal: { code: 'position_outside_region', field: 'body.elder.position' },
    });
  });

  test('by a coordinator of another township is refused, and nothing is written', async () => {
    const writes = deps.table.units.writes;
    expect(await register(elsewhere)).toMatchObject({ ok: false, refusal: { code: 'region_outside' } });
    expect(deps.table.units.writes).toBe(writes);
  });

  test('twice with one command makes one elder, and says who did it', async () => {
    const command = next();
    const first = must(await register(coordinator, {}, command));
    expect(must(await register(coordinator, {}, command))).toEqual(first);
    expect(await cards(coordinator)).toHaveLength(1);
    const { elderId } = first.elder;
    const told = await deps.table.list(historyItem, {
      index: 'byElder',
      pk: `ELDER#${elderId}`,
      prefix: 'HISTORY#',
    });
    expect(told.items.map((item) => item.value)).toMatchObject([
      { action: 'elder_registered', by: { personId: coordinator.personId, role: 'coordinator' } },
    ]);
  });

  test('by a son opens nothing to him until the elder has consented', async () => {
    const view = must(await register(son));
    expect(await cards(son)).toEqual([
      {
        elderId: view.elder.elderId,
        name: '王秀兰',
        callName: '王秀兰',
        kinship: 'proposed',
        relation: 'son',
      },
    ]);
    expect(await read(son, view.elder.elderId)).toMatchObject({ refusal: { code: 'not_found' } });
  });
});

describe('kinship', () => {
  test('is asked for by the card, waits with the coordinator, and opens the elder once witnessed', async () => {
    const { elderId, params } = await asked();
    const waiting = () => listKinships(deps, { ...none, query: {}, body: undefined, actor: coordinator });
    expect(must(await waiting()).kinships).toHaveLength(1);
    expect(must(await consentAs(coordinator, params))).toMatchObject({
      status: 'consented',
      personName: '王建国',
      elderName: '王秀兰',
      consent: { witness: 'coordinator', witnessedBy: coordinator.personId },
    });
    expect(must(await waiting()).kinships).toEqual([]);
    expect(must(await read(son, elderId)).elder.address).toBe('红光村3组12号');
    expect(await cards(son)).toMatchObject([{ kinship: 'consented', phone: '13845550101' }]);
  });

  test('is refused by the elder herself before consent, and may then be asked for anew', async () => {
    const { elderId, params } = await asked();
    const mother = actorOf(deps, 'elder', { elderId });
    const no = { commandId: next(), reason: '再想想' };
    expect(
      must(await withdrawKinship(deps, { params, query: undefined, actor: mother, body: no })).status,
    ).toBe('refused');
    expect(await cards(son)).toEqual([]);
    expect(await consentAs(coordinator, params)).toMatchObject({ refusal: { code: 'kinship_closed' } });
    const { cardCode } = must(await read(mother, elderId)).elder;
    const again = { commandId: next(), cardCode, relation: 'son' as const };
    expect(must(await proposeKinship(deps, { ...none, actor: son, body: again })).status).toBe('proposed');
  });

  test('says in the history whether the elder agreed alone or before the coordinator', async () => {
    const { elderId, params } = await asked();
    deps.advance(1);
    expect(await consentAs(coordinator, params, 'elder')).toMatchObject({
      refusal: { code: 'witness_not_you', field: 'body.witness' },
    });
    must(await consentAs(coordinator, params));
    expect((await historyOf(elderId)).at(-1)).toMatchObject({
      action: 'kinship_witnessed',
      by: { personId: coordinator.personId, role: 'coordinator' },
      why: '上门当面同意',
      facts: { relation: 'son' },
    });
  });

  test('is consented to by the elder on her own phone, and the history names her', async () => {
    const { elderId, params } = await asked();
    const mother = actorOf(deps, 'elder', { elderId });
    deps.advance(1);
    expect(await consentAs(mother, params, 'coordinator')).toMatchObject({
      refusal: { code: 'witness_not_you' },
    });
    expect(must(await consentAs(mother, params, 'elder'))).toMatchObject({
      consent: { witness: 'elder', witnessedBy: mother.personId },
    });
    expect((await historyOf(elderId)).at(-1)).toMatchObject({
      action: 'kinship_consented',
      by: { role: 'elder' },
    });
  });

  test('that cannot be read is named beside the elder, and the elder is still shown', async () => {
    const { elderId } = await asked();
    const key = { pk: `ELDER#${elderId}`, sk: 'KIN#broken' };
    deps.table.plant({ ...key, kind: 'Kinship', version: 1, body: { status: 'consented' } });
    expect(must(await read(coordinator, elderId))).toMatchObject({
      elder: { name: '王秀兰' },
      kinships: [{ personName: '王建国' }],
      unreadable: [`ELDER#${elderId} KIN#broken`],
    });
  });

  test('is not there for another township, for a relative without consent, or for a stranger', async () => {
    const { params } = await asked();
    expect(await consentAs(elsewhere, params)).toMatchObject({ refusal: { code: 'not_found' } });
    const stranger = actorOf(deps, 'family');
    const body = { commandId: next(), reason: '' };
    expect(await withdrawKinship(deps, { params, query: undefined, actor: stranger, body })).toMatchObject({
      refusal: { code: 'not_found' },
    });
  });

  test('by a card that does not exist, or twice, is refused', async () => {
    const { elderId } = await asked();
    const { cardCode } = must(await read(coordinator, elderId)).elder;
    const ask = (code: string) =>
      proposeKinship(deps, {
        ...none,
        actor: son,
        body: { commandId: next(), cardCode: code, relation: 'son' },
      });
    expect(await ask(cardCode)).toMatchObject({ refusal: { code: 'kinship_exists' } });
    const absent = cardCode === '000000' ? '000001' : '000000';
    expect(await ask(absent)).toMatchObject({
      refusal: { code: 'card_code_unknown', field: 'body.cardCode' },
    });
  });
});

describe('an elder', () => {
  test('is changed by who is linked, only where the home stays in the village', async () => {
    const { elderId, params } = await asked();
    must(await consentAs(coordinator, params));
    const change = (actor: Actor, changes: { doorNotes?: string; position?: { lat: number; lng: number } }) =>
      changeElder(deps, {
        params: { elderId },
        query: undefined,
        actor,
        body: { commandId: next(), changes },
      });
    expect(must(await change(son, { doorNotes: '先打电话' })).elder).toMatchObject({
      doorNotes: '先打电话',
      address: '红光村3组12号',
    });
    expect(await change(son, { position: { lat: 46.25, lng: 127 } })).toMatchObject({
      refusal: { code: 'position_outside_region', field: 'body.changes.position' },
    });
    expect(await change(elsewhere, { doorNotes: '' })).toMatchObject({ refusal: { code: 'not_found' } });
  });

  test('whose record is broken is named and does not take the list down', async () => {
    const { elderId, params } = await asked();
    must(await consentAs(coordinator, params));
    deps.table.plant({ pk: `ELDER#${elderId}`, sk: 'ELDER', kind: 'Elder', version: 2, body: {} });
    expect(
      must(await listElders(deps, { params: undefined, body: undefined, query: {}, actor: son })),
    ).toEqual({
      elders: [],
      unreadable: [`ELDER#${elderId} ELDER`],
    });
  });

  test('of another township is not in a coordinator’s list, and their village cannot be asked for', async () => {
    must(await register(coordinator));
    expect(await cards(elsewhere)).toEqual([]);
    const query = { villageCode: hongguang.code };
    expect(
      await listElders(deps, { params: undefined, body: undefined, query, actor: elsewhere }),
    ).toMatchObject({
      refusal: { code: 'region_outside', field: 'query.villageCode' },
    });
  });

  test('is as old as the year in Beijing says', async () => {
    const view = must(await register(coordinator));
    expect(view.age).toBe(2026 - 1952);
    expect(view.elder.registeredAt).toBe(instantOf(Date.parse('2026-11-24T01:00:00Z')));
  });
});

test('regions are listed below their parent', async () => {
  const query = { parent: redLightTownship.code };
  const listed = must(await listRegions(deps, { params: undefined, body: undefined, query, actor: son }));
  expect(listed.regions.map(({ name }) => name)).toEqual(['红光村', '向阳村']);
});

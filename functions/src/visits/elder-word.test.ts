import { beforeEach, describe, expect, test } from '@jest/globals';
import { START } from '@shared/visits/factories';
import { personItem } from '../identity/items';
import { elderItem, elderKey, kinshipItem, kinshipKey } from '../people/items';
import type { Actor } from '../platform/deps';
import { type TestDeps, testDeps } from '../platform/test-support';
import { create, erase } from '../table/port';
import { callElderBack, listVisitsToCallBack } from './call-back';
import { cardCode } from './card-codes';
import { checkInToVisit } from './check-in';
import { checkOutOfVisit } from './check-out';
import { makeNewCodeCard, readCard, readCodeCardState, voidOldCodeCard } from './code-card';
import { codeCardDocument } from './code-card-document';
import { readOneVisit } from './read-visit';
import { sayByCodeCard } from './say-by-card';
import { sweepVisits } from './sweep';
import { actor, actors, commandOf, elder, must, plantVillage, visit } from './test-village';

let deps: TestDeps;
let commands = 0;
const next = () => {
  commands += 1;
  return commandOf(commands);
};
const params = { visitId: visit.visitId };
const elderParams = { elderId: visit.elderId };
const none = undefined as never;

beforeEach(async () => {
  deps = testDeps({ now: START });
  commands = 0;
  await plantVillage(deps);
  const { personId, grants } = actors.coordinator;
  const { personId: sonId } = actors.son;
  must(
    await deps.table.commit([
      create(personItem, { personId, name: '刘芳', grants: [...grants], createdAt: START }),
      create(personItem, { personId: sonId, name: '王建国', grants: [{ role: 'family' }], createdAt: START }),
    ]),
  );
  const evidence = { kind: 'door_code', code: elder.doorCode } as const;
  const come = { params, query: none, actor: actors.helper };
  must(await checkInToVisit(deps, { ...come, body: { commandId: next(), at: START, evidence } }));
  deps.advance(60);
  const at = deps.clock();
  must(await checkOutOfVisit(deps, { ...come, body: { commandId: next(), at, evidence, summary: '' } }));
});

const make = (who: Actor = actors.son) =>
  makeNewCodeCard(deps, { params: elderParams, query: none, body: { commandId: next() }, actor: who });
const codeOn = async (line: number): Promise<string> => {
  const card = (await readCard(deps, visit.elderId))?.value;
  return card === undefined ? '0000' : cardCode(deps.secret, card, line);
};
const say = (line: number, code: string, commandId = next()) =>
  sayByCodeCard(deps, {
    params,
    query: none,
    body: { commandId, at: deps.clock(), line, code },
    actor: actors.helper,
  });
const call = (confirmed: boolean, note = '', who: Actor = actors.coordinator) =>
  callElderBack(deps, {
    params,
    query: none,
    body: { commandId: next(), way: 'phone', confirmed, note },
    actor: who,
  });
const read = async (who: Actor = actors.son) =>
  must(await readOneVisit(deps, { params, query: none, body: none, actor: who }));
const answer = async () => (await read()).trust?.parts.find(({ part }) => part === 'answer');
const callList = async () =>
  must(await listVisitsToCallBack(deps, { params: none, query: none, body: none, actor: actors.coordinator }))
    .calls;
const leaveAlone = async () => {
  const kin = await deps.table.get(kinshipItem, kinshipKey(visit.elderId, actors.son.personId));
  if (kin) must(await deps.table.commit([erase(kin)]));
};

describe('the code card', () => {
  test('is the word of an elder without a phone: the line that was read out, once', async () => {
    must(await make());
    expect((await read(actors.helper)).cardLine).toBe(1);
    expect((await read(actors.son)).cardLine).toBeUndefined();
    must(await say(1, await codeOn(1)));
    expect((await answer())?.sentence.zh).toBe('确认：老人用码卡确认');
    expect((await read()).can).toEqual(['confirm', 'dispute']);
    expect(await say(2, await codeOn(2))).toMatchObject({ refusal: { code: 'elder_said_already' } });
    expect((await read(actors.helper)).cardLine).toBeUndefined();
    const state = must(
      await readCodeCardState(deps, { params: elderParams, query: none, body: none, actor: actors.son }),
    );
    expect(state.card).toMatchObject({ number: 1, left: 23, madeBy: '王建国' });
  });

  test('confirms the visit where no family is linked, and not by a silence of three days where there is', async () => {
    must(await make());
    await leaveAlone();
    expect(must(await say(1, await codeOn(1))).visit).toMatchObject({
      status: 'confirmed',
      confirmedBy: 'elder',
    });
  });

  test('leaves the family its three days, and then the elder has confirmed', async () => {
    must(await make());
    must(await say(1, await codeOn(1)));
    deps.advance(3 * 24 * 60);
    await sweepVisits(deps);
    expect((await read()).visit).toMatchObject({ status: 'confirmed', confirmedBy: 'elder' });
  });

  test('is void when a new one is made or it is taken back, and the door has another code then', async () => {
    must(await make());
    const old = await codeOn(1);
    must(await make(actors.coordinator));
    const door = (await deps.table.get(elderItem, elderKey(visit.elderId)))?.value.doorCode;
    expect(door).not.toBe(elder.doorCode);
    expect(old).not.toBe(await codeOn(1));
    expect(await say(1, old)).toMatchObject({ refusal: { code: 'card_code_wrong', field: 'body.code' } });
    const take = () =>
      voidOldCodeCard(deps, {
        params: elderParams,
        query: none,
        body: { commandId: next() },
        actor: actors.son,
      });
    must(await take());
    expect(await take()).toMatchObject({ refusal: { code: 'card_not_valid' } });
    expect(await say(1, await codeOn(1))).toMatchObject({ refusal: { code: 'card_not_valid' } });
  });

  test('cannot be guessed: six numbers in half an hour, and the wrong ones stay with the visit', async () => {
    must(await make());
    const right = await codeOn(1);
    deps.advance(31);
    for (let n = 1; n <= 6; n += 1) {
      const wrong = String((Number(right) + n) % 10_000).padStart(4, '0');
      expect(await say(1, wrong)).toMatchObject({ refusal: { code: 'card_code_wrong' } });
    }
    expect(await say(1, right)).toMatchObject({ refusal: { code: 'codes_tried_out' } });
    const codes = (await read()).trust?.parts.find(({ part }) => part === 'codes');
    expect(codes).toMatchObject({ points: 0, sentence: { zh: '号码：输错 6 次' } });
  });

  test('counts for nothing when the helper made it', async () => {
    must(await make(actor(actors.helper.personId, actors.coordinator.grant)));
    expect(await say(1, await codeOn(1))).toMatchObject({ refusal: { code: 'witness_is_helper' } });
  });

  test('is printed with the door code and every line, for family and coordinator, and for nobody else', async () => {
    const print = (who: Actor) =>
      codeCardDocument(deps, { params: none, query: elderParams, body: none, actor: who });
    expect(await print(actors.son)).toMatchObject({ refusal: { code: 'card_not_valid' } });
    must(await make());
    expect(await print(actors.stranger)).toMatchObject({ refusal: { code: 'not_found' } });
    const { parts } = must(await print(actors.coordinator));
    const cells = parts.find(({ kind }) => kind === 'cells');
    expect(cells?.kind === 'cells' && cells.cells[6]).toEqual({
      label: '第 7 行',
      value: await codeOn(7),
      struck: false,
    });
    const { writePdf } = await import('../platform/pdf/write-pdf');
    const paper = Buffer.from(
      await writePdf({ title: '门牌', parts, madeBy: '刘芳', madeAt: START }),
    ).toString('latin1');
    expect(paper).toContain('/Count 2 ');
  });
});

describe('the call back', () => {
  test('lists what nobody has answered, with the number to call, until the elder has spoken', async () => {
    expect(await callList()).toMatchObject([
      { phone: elder.phone, hasFamily: true, card: { visit: { visitId: visit.visitId } } },
    ]);
    must(await call(true));
    expect(await callList()).toEqual([]);
    expect((await answer())?.sentence.zh).toBe('确认：协理员打电话问过老人');
    expect((await read()).history.map(({ sentence }) => sentence.zh)).toContain(
      '协理员刘芳问过老人，老人说属实。',
    );
  });

  test('with a no calls the visit into question, and wants to know what the elder said', async () => {
    expect(await call(false)).toMatchObject({ refusal: { code: 'input_invalid', field: 'body.note' } });
    expect(must(await call(false, '没有人来')).visit).toMatchObject({
      status: 'disputed',
      reason: '没有人来',
    });
    expect(await callList()).toEqual([]);
  });

  test('is not made by who came, nor by another region', async () => {
    expect(await call(true, '', actor(actors.helper.personId, actors.coordinator.grant))).toMatchObject({
      refusal: { code: 'witness_is_helper' },
    });
    expect(await call(true, '', actors.otherCoordinator)).toMatchObject({ refusal: { code: 'not_found' } });
  });
});

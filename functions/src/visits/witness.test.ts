import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Person } from '@shared/identity/person';
import type { ElderId, PersonId } from '@shared/kernel/ids';
import { addMinutes, type Instant } from '@shared/kernel/instant';
import { START } from '@shared/visits/factories';
import type { Evidence } from '@shared/visits/proof';
import { helperItem } from '../helpers/items';
import { personItem } from '../identity/items';
import { kinshipItem } from '../people/items';
import type { Actor } from '../platform/deps';
import { type TestDeps, testDeps } from '../platform/test-support';
import { create } from '../table/port';
import { checkInToVisit } from './check-in';
import { checkOutOfVisit } from './check-out';
import { listForAttention } from './list-visits';
import { listOfWitnesses } from './list-witnesses';
import { listMyWitnessing } from './list-witnessing';
import { readOneVisit } from './read-visit';
import { settleOneException } from './settle-exception';
import { actor, actors, commandOf, elder, helper, kinship, must, plantVillage, visit } from './test-village';
import { speakForVisit } from './witness-visit';

let deps: TestDeps;
let commands = 0;
const next = () => {
  commands += 1;
  return commandOf(commands);
};
const params = { visitId: visit.visitId };
const none = undefined as never;
const neighbourHelper = {
  ...helper,
  helperId: helper.helperId.replace(/.$/, '5'),
  name: '赵秀英',
} as typeof helper;
const neighbour = actor(helper.personId.replace(/.$/, 'N') as PersonId, {
  role: 'volunteer',
  helperId: neighbourHelper.helperId,
});

const person = (who: Actor, name: string): Person => ({
  personId: who.personId,
  name,
  grants: [...who.grants],
  createdAt: START,
});
const kinOf = (elderId: ElderId, who: Actor) =>
  create(kinshipItem, { ...kinship, elderId, personId: who.personId, personName: '某人' });

beforeEach(async () => {
  deps = testDeps({ now: START });
  commands = 0;
  await plantVillage(deps);
  must(
    await deps.table.commit([
      create(personItem, person(actors.helper, '李桂芬')),
      create(personItem, person(actors.coordinator, '刘芳')),
      create(personItem, person(actors.otherCoordinator, '远处的人')),
      create(personItem, person(neighbour, '赵秀英')),
      create(helperItem, { ...neighbourHelper, personId: neighbour.personId }),
    ]),
  );
});

const arrive = (evidence: Evidence, at: Instant = deps.clock()) =>
  checkInToVisit(deps, {
    params,
    query: none,
    body: { commandId: next(), at, evidence },
    actor: actors.helper,
  });
const named = (who: Actor): Evidence => ({ kind: 'witness', personId: who.personId });
const leave = (evidence: Evidence) =>
  checkOutOfVisit(deps, {
    params,
    query: none,
    body: { commandId: next(), at: deps.clock(), evidence, summary: '都好' },
    actor: actors.helper,
  });
const speak = (who: Actor, seen: boolean, side: 'check_in' | 'check_out' = 'check_in') =>
  speakForVisit(deps, {
    params,
    query: none,
    body: { commandId: next(), side, seen, notKin: true },
    actor: who,
  });
const read = async (who: Actor = actors.coordinator) =>
  must(await readOneVisit(deps, { params, query: none, body: none, actor: who }));
const asked = async (who: Actor) =>
  must(await listMyWitnessing(deps, { params: none, query: none, body: none, actor: who })).asks;
const trustPart = async (part: string) =>
  (await read()).trust?.parts.find((each) => each.part === part)?.points ?? 0;
const attention = async () =>
  must(await listForAttention(deps, { params: none, query: none, body: none, actor: actors.coordinator }))
    .visits;
const settle = (body: Partial<Parameters<typeof settleOneException>[1]['body']>, who = actors.coordinator) =>
  settleOneException(deps, {
    params,
    query: none,
    body: {
      commandId: next(),
      code: 'place_unknown',
      at: 'check_in',
      reason: 'no_signal',
      resolution: 'asked_elder',
      note: '电话问过，人一直在',
      ...body,
    },
    actor: who,
  });

describe('a witness', () => {
  test('is offered from the village: the coordinator and neighbours, never the helper', async () => {
    const { witnesses } = must(
      await listOfWitnesses(deps, { params, query: none, body: none, actor: actors.helper }),
    );
    expect(witnesses.map(({ name, as }) => `${name} ${as}`).sort()).toEqual([
      '刘芳 coordinator',
      '赵秀英 neighbour',
    ]);
  });

  test('who is the helper, kin of the helper, or from elsewhere is refused', async () => {
    expect(await arrive(named(actors.helper))).toMatchObject({ refusal: { code: 'witness_is_helper' } });
    expect(await arrive(named(actors.otherCoordinator))).toMatchObject({
      refusal: { code: 'witness_not_near', field: 'body.evidence.personId' },
    });
    const mother = elder.elderId.replace(/.$/, '7') as ElderId;
    must(await deps.table.commit([kinOf(mother, neighbour), kinOf(mother, actors.helper)]));
    expect(await arrive(named(neighbour))).toMatchObject({ refusal: { code: 'witness_kin_of_helper' } });
  });

  test('is told, says yes, and shows the arrival; the helper and the family read who it was', async () => {
    must(await arrive(named(neighbour)));
    expect((await asked(neighbour)).map(({ callName, helperName }) => `${helperName} ${callName}`)).toEqual([
      '李桂芬 王大娘',
    ]);
    expect((await read(actors.son)).facts.place).toMatchObject({ verified: false });
    must(await speak(neighbour, true));
    expect(await asked(neighbour)).toEqual([]);
    for (const who of [actors.son, actors.helper])
      expect((await read(who)).facts.place).toEqual({
        verified: true,
        sentence: { zh: '邻居赵秀英在场作证', en: '赵秀英 (neighbour) was there and says so' },
      });
    expect((await read()).history.map(({ entry }) => entry.action)).toContain('visit_witnessed');
    expect(await speak(neighbour, false)).toMatchObject({ refusal: { code: 'witness_said_already' } });
  });

  test('is asked alone: neither the helper, another neighbour nor the coordinator answers for them', async () => {
    must(await arrive(named(neighbour)));
    expect(await speak(actors.helper, true)).toMatchObject({ refusal: { code: 'witness_not_asked' } });
    expect(await speak(actors.coordinator, true)).toMatchObject({ refusal: { code: 'witness_not_asked' } });
    expect(await speak(actors.otherHelper, true)).toMatchObject({ refusal: { code: 'not_found' } });
  });

  test('who has not seen it sends the visit to the coordinator, and the trust falls', async () => {
    must(await arrive(named(neighbour)));
    deps.advance(60);
    must(await leave({ kind: 'door_code', code: elder.doorCode }));
    const before = await trustPart('exceptions');
    must(await speak(neighbour, false));
    expect((await attention()).map(({ visit: v }) => v.visitId)).toEqual([visit.visitId]);
    expect((await read()).exceptions.map(({ code, kind }) => `${kind} ${code}`)).toEqual([
      'must_fix witness_denies',
    ]);
    expect(await trustPart('exceptions')).toBeLessThan(before);
    expect(await trustPart('arrival')).toBe(0);
  });
});

describe('an exception', () => {
  test('waits for the coordinator, is settled with why, what and a sentence, and is told so for good', async () => {
    must(await arrive({ kind: 'none', reason: '没有信号' }));
    deps.advance(60);
    must(await leave({ kind: 'door_code', code: elder.doorCode }));
    expect(await attention()).toHaveLength(1);
    expect((await read()).can).toContain('settle_exception');
    expect((await read(actors.son)).can).not.toContain('settle_exception');
    const before = await trustPart('exceptions');
    must(await settle({}));
    expect(await attention()).toEqual([]);
    expect(await trustPart('exceptions')).toBeGreaterThan(before);
    expect((await read(actors.son)).exceptions).toMatchObject([
      { code: 'place_unknown', settled: { zh: '手机没信号；问过老人，属实：电话问过，人一直在（刘芳）' } },
    ]);
    expect(await settle({})).toMatchObject({ refusal: { code: 'exception_settled', field: 'body.code' } });
    expect(await settle({ code: 'sent_later' })).toMatchObject({ refusal: { code: 'exception_not_there' } });
  });

  test('that proves untrue calls the visit into question', async () => {
    must(await arrive({ kind: 'none', reason: '没有信号' }));
    deps.advance(60);
    must(await leave({ kind: 'door_code', code: elder.doorCode }));
    expect(must(await settle({ resolution: 'not_true', note: '老人说没来' })).visit).toMatchObject({
      status: 'disputed',
      reason: '老人说没来',
    });
    expect(await trustPart('exceptions')).toBe(0);
  });

  test('of a missing check-out is settled by saying when the helper left, and the visit goes on', async () => {
    must(await arrive({ kind: 'door_code', code: elder.doorCode }));
    const { advanceVisit } = await import('./advance-visit');
    deps.advance(60 + 125);
    await advanceVisit(deps, visit.visitId);
    const end = {
      code: 'check_out_missing',
      at: 'visit',
      resolution: 'completed',
      reason: 'forgotten',
    } as const;
    for (const until of [undefined, addMinutes(START, -5), addMinutes(START, 600)])
      expect(await settle({ ...end, ...(until ? { until } : {}) })).toMatchObject({
        refusal: { code: 'exception_needs_end', field: 'body.until' },
      });
    expect(await settle({ ...end, resolution: 'asked_elder' })).toMatchObject({
      refusal: { code: 'resolution_does_not_fit' },
    });
    expect(must(await settle({ ...end, until: addMinutes(START, 50) })).visit).toMatchObject({
      status: 'checked_out',
      minutesServed: 50,
    });
    const told = await read();
    expect(
      told.exceptions.map(({ code, settled }) => `${code} ${settled === undefined ? 'open' : 'settled'}`),
    ).toContain('check_out_missing settled');
    expect(await attention()).toEqual([]);
  });

  test('is not settled by a coordinator who was the helper', async () => {
    must(await arrive({ kind: 'none', reason: '没有信号' }));
    deps.advance(60);
    must(await leave({ kind: 'door_code', code: elder.doorCode }));
    const both = actor(actors.helper.personId, actors.coordinator.grant);
    expect(await settle({}, both)).toMatchObject({ refusal: { code: 'witness_is_helper' } });
  });
});

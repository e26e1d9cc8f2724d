import { describe, expect, test } from '@jest/globals';
import type { Helper } from '@shared/helpers/helper';
import type { CommandId, OfferId } from '@shared/kernel/ids';
import type { Result } from '@shared/kernel/result';
import type { DynamoDBRecord } from 'aws-lambda';
import { acceptOffer, declineOffer } from '../offers/answer-offer';
import { offerItem, readOffersOf } from '../offers/items';
import { testDeps } from '../platform/test-support';
import { requestItem, requestKey } from '../service-requests/items';
import { createMemoryTable, type Faults } from '../table/memory-table';
import { create } from '../table/port';
import { unrulyStream } from '../table/test-stream';
import { elder, must } from '../visits/test-village';
import { advanceRequest } from './advance-request';
import { followChanges } from './on-change';
import { sharedOut } from './share-out';
import {
  helperActor,
  helperIdOf,
  helperOf,
  NOW,
  plant,
  plantNeighbours,
  requestIdOf,
  requestOf,
} from './test-neighbours';

const RUNS = 60;
const SEED = 20261124;
const requestId = requestIdOf(1);
const opened = (over: Parameters<typeof requestOf>[1] = {}) => {
  const { waveEndsAt: _, ...rest } = requestOf(1, over) as ReturnType<typeof requestOf> & {
    waveEndsAt?: unknown;
  };
  return { ...rest, status: 'open', waves: 0 } as ReturnType<typeof requestOf>;
};

/** A request that has just been made, its stream, and neighbours; `faults` begin once they are there. */
async function stage(
  helpers: number,
  seed = 1,
  faults?: Omit<Faults, 'seed'>,
  over: (n: number) => Partial<Helper> = () => ({}),
) {
  const clock = () => NOW;
  const table = createMemoryTable({ clock, ...(faults ? { faults: { ...faults, seed } } : {}) });
  const deps = testDeps({ now: NOW, seed, table });
  const stream = unrulyStream(table, seed);
  plantNeighbours(table, {
    helpers: Array.from({ length: helpers }, (_, n) => helperOf(n + 1, over(n + 1))),
  });
  let commands = 0;
  const offers = async () => (await readOffersOf(deps, requestId)).map(({ value }) => value);
  const answer = async (
    n: number,
    how: typeof declineOffer | typeof acceptOffer,
  ): Promise<Result<unknown>> => {
    const mine = (await offers()).find(
      (each) => each.helperId === helperIdOf(n) && each.status === 'pending',
    );
    commands += 1;
    return how(deps, {
      params: { requestId, offerId: mine?.offerId as OfferId },
      query: undefined as never,
      body: { commandId: `command_${String(commands).padStart(26, '0')}` as CommandId, reason: '没空' },
      actor: helperActor(n),
    });
  };
  /** Delivers until nothing new has come of it; what failed comes again, as from the real stream. */
  const settle = async (first: DynamoDBRecord[] = []) => {
    for (let Records = [...first, ...stream.take().Records]; Records.length > 0; ) {
      const { batchItemFailures } = await followChanges(deps, { Records });
      const again = new Set(batchItemFailures.map((each) => each.itemIdentifier));
      const failed = Records.filter((each) => again.has(each.dynamodb?.SequenceNumber ?? ''));
      Records = [...failed, ...stream.take().Records];
    }
  };
  return { deps, table, stream, offers, answer, settle };
}
const pendingOf = (all: Awaited<ReturnType<Awaited<ReturnType<typeof stage>>['offers']>>) =>
  all
    .filter((each) => each.status === 'pending')
    .map((each) => each.helperId)
    .sort();

describe('following the stream', () => {
  test('a new request is asked of the nearest, and a decline of the next while the others still think', async () => {
    const { deps, offers, answer, settle } = await stage(6);
    must(await deps.table.commit([create(requestItem, opened())]));
    await settle();
    expect(pendingOf(await offers())).toEqual([1, 2, 3].map(helperIdOf));
    must(await answer(2, declineOffer));
    await settle();
    expect(pendingOf(await offers())).toEqual([1, 3, 4].map(helperIdOf));
    expect((await offers()).map((each) => each.wave)).toEqual([1, 1, 1, 1]);
  });

  test(`records that come twice and in any order ask nobody twice and nobody too many (${RUNS} runs)`, async () => {
    const weather = { conflict: 0.1, throttle: 0.05, timeout: 0.1, lostResponse: 0.1 };
    for (let seed = SEED; seed < SEED + RUNS; seed += 1) {
      const { table, offers, answer, settle } = await stage(7, seed, weather);
      plant(table, requestItem, opened());
      await settle([record('0', 'ServiceRequest', { requestId, status: 'open' })]);
      for (let declines = 0; declines < 2 + (seed % 5); declines += 1) {
        const [first] = pendingOf(await offers());
        if (first === undefined) break;
        await answer(Number(first.slice(-2)), declineOffer).catch(() => undefined);
        if (seed % 2 === 0) await settle();
      }
      await settle();
      const all = await offers();
      const declined = all.filter((each) => each.status === 'declined').length;
      const told = { seed, asked: all.length, pending: pendingOf(all).length };
      expect(new Set(all.map((each) => each.helperId)).size).toBe(all.length);
      expect(told).toEqual({
        seed,
        asked: Math.min(7, 3 + declined),
        pending: Math.min(3, 7 - declined),
      });
    }
  }, 60_000);

  test('an emergency asks everyone who can be there in time, and tells all of them when one has said yes', async () => {
    const { deps, offers, answer, settle } = await stage(90, 1, undefined, (n) => ({
      travel: 'car',
      home: { lat: elder.position.lat + (n * 40) / 111_195, lng: elder.position.lng },
    }));
    must(await deps.table.commit([create(requestItem, opened({ urgency: 'emergency' }))]));
    await settle();
    expect(pendingOf(await offers())).toHaveLength(90);
    must(await answer(7, acceptOffer));
    await settle();
    expect(pendingOf(await offers())).toEqual([]);
    expect((await deps.table.get(requestItem, requestKey(requestId)))?.value.status).toBe('scheduled');
  });

  test('what concerns nobody, or is broken, passes; what failed is named and the others are done', async () => {
    const { deps, table, offers } = await stage(3);
    plant(table, requestItem, opened());
    const broken = requestIdOf(2);
    table.plant({ ...requestKey(broken), kind: 'ServiceRequest', version: 1, body: { requestId: broken } });
    const records = [
      { dynamodb: { SequenceNumber: '1' } },
      record('2', 'Receipt', { requestId }),
      record('3', 'ServiceRequest', { requestId: 'nonsense', status: 'open' }),
      record('4', 'ServiceRequest', { requestId: broken, status: 'open' }),
      record('5', 'ServiceRequest', { requestId, status: 'open' }),
    ];
    const told = await followChanges(deps, { Records: records });
    expect(told).toEqual({ batchItemFailures: [{ itemIdentifier: '4' }] });
    expect(pendingOf(await offers())).toHaveLength(3);
    expect(await deps.table.list(offerItem, { pk: `REQUEST#${broken}` })).toMatchObject({ items: [] });
  });
});

const record = (SequenceNumber: string, kind: string, body: Record<string, string>) => ({
  dynamodb: {
    SequenceNumber,
    NewImage: {
      kind: { S: kind },
      body: { M: Object.fromEntries(Object.entries(body).map(([name, S]) => [name, { S }])) },
    },
  },
});

test('requests that begin in one batch each begin with somebody of their own', async () => {
  const deps = testDeps({ now: NOW });
  plantNeighbours(deps.table, { helpers: [helperOf(1), helperOf(2)] });
  const open = [1, 2].map((n) => ({ ...opened(), requestId: requestIdOf(n) }));
  for (const each of open) plant(deps.table, requestItem, each);
  const shared = await sharedOut(
    deps,
    open.map((each) => each.requestId),
  );
  expect(new Set(shared.values()).size).toBe(2);
  for (const each of open) await advanceRequest(deps, each.requestId, shared);
  for (const each of open) {
    const first = (await readOffersOf(deps, each.requestId)).find(({ value }) => value.rank === 1);
    expect(first?.value.helperId).toBe(shared.get(each.requestId));
  }
});

test('an emergency, and one that is alone, is shared out with nobody', async () => {
  const deps = testDeps({ now: NOW });
  plantNeighbours(deps.table, { helpers: [helperOf(1), helperOf(2)] });
  const emergency = { ...opened({ urgency: 'emergency' }), requestId: requestIdOf(2) };
  for (const each of [opened(), emergency]) plant(deps.table, requestItem, each);
  expect(await sharedOut(deps, [requestId])).toEqual(new Map());
  expect(await sharedOut(deps, [requestId, emergency.requestId])).toEqual(new Map());
});

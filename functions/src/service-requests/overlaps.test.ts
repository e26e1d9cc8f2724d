import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CommandId, RequestId } from '@shared/kernel/ids';
import { addMinutes, type Instant, isBefore } from '@shared/kernel/instant';
import type { Minutes } from '@shared/kernel/quantity';
import type { Result } from '@shared/kernel/result';
import { isOver } from '@shared/service-requests/request';
import { createTable } from '../../../scripts/start/table';
import { serviceItem } from '../catalogue/items';
import { NOW, plantNeighbours, STARTS, serviceOf } from '../matching/test-neighbours';
import { elderItem } from '../people/items';
import type { Deps } from '../platform/deps';
import { testDeps } from '../platform/test-support';
import { createDynamoTable } from '../table/dynamo-table';
import { createMemoryTable, mulberry32 } from '../table/memory-table';
import { create, TableUnavailable } from '../table/port';
import { actors, elder } from '../visits/test-village';
import { cancelRequest, rescheduleRequest } from './change-request';
import { requestItem } from './items';
import { makeRequest } from './make-request';

const { coordinator } = actors;

const SEED = Number(process.env.RACE_SEED ?? '20261124');
const RUNS = 60;
const endpoint = process.env.DYNAMODB_ENDPOINT ?? '';
const tableName = `overlaps-${process.pid}-${Date.now()}`;
const query = undefined as never;
let commands = 0;
const next = (): CommandId => `command_${String(++commands).padStart(26, '0')}` as CommandId;

/** A phone sends the same command until it hears an answer. */
async function insist<T>(send: () => Promise<Result<T>>): Promise<Result<T>> {
  for (;;) {
    try {
      const told = await send();
      if (told.ok || told.refusal.code !== 'changed_meanwhile') return told;
    } catch (error) {
      if (!(error instanceof TableUnavailable)) throw error;
    }
  }
}
const make = (
  deps: Deps,
  startsAt: Instant,
  minutes = 60,
  recurrence?: { freq: 'daily'; interval: 1; count: number },
) => {
  const body = {
    commandId: next(),
    elderId: elder.elderId,
    serviceCode: 'escort',
    startsAt,
    minutes: minutes as Minutes,
    urgency: 'routine' as const,
    wishes: {},
    payBy: 'time' as const,
    note: '',
    confirmedNight: true as const,
    ...(recurrence ? { recurrence } : {}),
  };
  return insist(() => makeRequest(deps, { params: query, query, body, actor: coordinator }));
};
const move = (deps: Deps, requestId: RequestId, startsAt: Instant) => {
  const body = { commandId: next(), startsAt, confirmedNight: true as const, reason: '换个时间' };
  return insist(() => rescheduleRequest(deps, { params: { requestId }, query, body, actor: coordinator }));
};
const cancel = (deps: Deps, requestId: RequestId) => {
  const body = { commandId: next(), reason: '不用了' };
  return insist(() => cancelRequest(deps, { params: { requestId }, query, body, actor: coordinator }));
};
const living = async (deps: Deps) => {
  const page = await deps.table.list(requestItem, { index: 'byElder', pk: `ELDER#${elder.elderId}` });
  return page.items.map(({ value }) => value).filter((each) => !isOver(each));
};
/** How many pairs of living requests overlap. */
const clashes = (all: Awaited<ReturnType<typeof living>>): number =>
  all.flatMap((a, index) =>
    all.slice(0, index).filter((b) => isBefore(a.startsAt, b.endsAt) && isBefore(b.startsAt, a.endsAt)),
  ).length;
const tally = (told: readonly Result<unknown>[]) => ({
  yes: told.filter((each) => each.ok).length,
  no: new Set(told.flatMap((each) => (each.ok ? [] : [`${each.refusal.code} ${each.refusal.field}`]))),
});
const overlapped = new Set(['request_overlaps body.startsAt']);

describe('on the database, at the same moment', () => {
  let deps: Deps;
  beforeAll(async () => {
    await createTable(new DynamoDBClient({ endpoint }), tableName);
    const table = createDynamoTable({ tableName, endpoint, clock: () => NOW });
    deps = { ...testDeps({ now: NOW }), table };
    await table.commit([create(elderItem, elder), create(serviceItem, serviceOf())]);
  });

  test('of thirty requests for one hour of an elder, one is made', async () => {
    const told = await Promise.all(Array.from({ length: 30 }, (_, n) => make(deps, addMinutes(STARTS, n))));
    expect(tally(told)).toEqual({ yes: 1, no: overlapped });
    expect(await living(deps)).toHaveLength(1);
  }, 60_000);

  test('of a request moved, another made and a series, all for one hour, one has it', async () => {
    const day = addMinutes(STARTS, 5 * 24 * 60);
    const other = await make(deps, addMinutes(day, 300));
    if (!other.ok) throw new Error(other.refusal.code);
    const told = await Promise.all([
      move(deps, other.value.requestId, day),
      make(deps, addMinutes(day, 30)),
      make(deps, addMinutes(day, -24 * 60), 60, { freq: 'daily', interval: 1, count: 3 }),
    ]);
    expect(tally(told)).toEqual({ yes: 1, no: overlapped });
    expect(clashes(await living(deps))).toBe(0);
  }, 60_000);
});

test(`${RUNS} runs of making, moving and calling off at once, in bad weather, never give an elder two at a time`, async () => {
  const wrongs: string[] = [];
  let made = 0;
  let refused = 0;
  for (let seed = SEED; seed < SEED + RUNS; seed += 1) {
    const random = mulberry32(seed);
    const faults = { seed, conflict: 0.1, throttle: 0.05, timeout: 0.1, lostResponse: 0.1 };
    const deps = testDeps({ now: NOW, seed, table: createMemoryTable({ clock: () => NOW, faults }) });
    plantNeighbours(deps.table, { helpers: [] });
    // Six hours before the end of a month, so that some go over midnight of its last day.
    const from = '2026-11-30T10:00:00.000Z' as Instant;
    const someTime = () => addMinutes(from, Math.floor(random() * 24) * 30);
    for (let round = 0; round < 3; round += 1) {
      const doing: Promise<Result<unknown>>[] = [];
      for (const { requestId } of await living(deps)) {
        const fate = random();
        if (fate < 0.4) doing.push(move(deps, requestId, someTime()));
        else if (fate < 0.65) doing.push(cancel(deps, requestId));
      }
      for (let n = 0; n < 5; n += 1) doing.push(make(deps, someTime(), 30 + Math.floor(random() * 4) * 30));
      const told = await Promise.all(doing);
      made += told.filter((each) => each.ok).length;
      refused += told.filter((each) => !each.ok).length;
      const all = await living(deps);
      if (clashes(all) > 0) wrongs.push(`seed ${seed}: ${clashes(all)} at the same time`);
      // A time that was given up can be had again.
      const [first] = all;
      if (first) {
        await cancel(deps, first.requestId);
        const again = await make(deps, first.startsAt, first.minutes);
        if (!again.ok) wrongs.push(`seed ${seed}: a free time was refused, ${again.refusal.code}`);
      }
    }
  }
  expect(wrongs).toEqual([]);
  expect(Math.min(made, refused)).toBeGreaterThan(RUNS);
}, 120_000);

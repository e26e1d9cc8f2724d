import { expect, test } from '@jest/globals';
import type { CommandId } from '@shared/kernel/ids';
import type { ServiceRequest } from '@shared/service-requests/request';
import { helperItem, helperKey } from '../helpers/items';
import { declineOffer } from '../offers/answer-offer';
import { readOffersOf } from '../offers/items';
import { testDeps } from '../platform/test-support';
import { requestItem, requestKey } from '../service-requests/items';
import { createMemoryTable, mulberry32 } from '../table/memory-table';
import { TableUnavailable } from '../table/port';
import { advanceRequest } from './advance-request';
import { sweepRequests } from './sweep';
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

const RUNS = 50;
const SEED = Number(process.env.RACE_SEED ?? '20261124');
const HELPERS = 9;
const WIDTH = 3;
const requestId = requestIdOf(1);

const unless = (error: unknown): void => {
  if (!(error instanceof TableUnavailable)) throw error;
};

/** Neighbours decline or keep silent while the stream and the sweep move the request on, all at once, in bad weather. */
async function search(seed: number) {
  const random = mulberry32(seed);
  let deps = testDeps({ now: NOW, seed });
  const faults = { seed, conflict: 0.1, throttle: 0.05, timeout: 0.08, lostResponse: 0.1 };
  const table = createMemoryTable({ clock: () => deps.clock(), faults });
  deps = testDeps({ now: NOW, seed, table });
  plantNeighbours(table, { helpers: Array.from({ length: HELPERS }, (_, n) => helperOf(n + 1)) });
  const { waveEndsAt: _, ...made } = requestOf(1) as Extract<ServiceRequest, { status: 'matching' }>;
  plant(table, requestItem, { ...made, status: 'open', waves: 0 });
  const wrongs: string[] = [];
  let commands = 0;
  const looked = async () => {
    const all = (await readOffersOf(deps, requestId)).map(({ value }) => value);
    const pending = all.filter((each) => each.status === 'pending');
    if (new Set(all.map((each) => each.helperId)).size !== all.length) wrongs.push('asked twice');
    if (pending.length > WIDTH) wrongs.push(`${pending.length} asked at once`);
    const request = (await table.get(requestItem, requestKey(requestId)))?.value;
    if (request?.status === 'matching') {
      const first = pending.map((each) => each.expiresAt).sort()[0];
      if (first !== undefined && request.waveEndsAt > first) wrongs.push('a deadline that nobody looks at');
    }
    return { all, pending, status: request?.status };
  };
  for (let round = 0; round < 60; round += 1) {
    const { pending, status } = await looked();
    if (status === 'unmet') break;
    const doing: Promise<unknown>[] = [];
    for (const offer of pending) {
      if (random() > 0.15) continue;
      commands += 1;
      const n = Number(offer.helperId.slice(-2));
      const commandId = `command_${String(commands).padStart(26, '0')}` as CommandId;
      const decline = declineOffer(deps, {
        params: { requestId, offerId: offer.offerId },
        query: undefined as never,
        body: { commandId, reason: '没空' },
        actor: helperActor(n),
      });
      doing.push(decline.then(() => advanceRequest(deps, requestId)));
    }
    if (random() < 0.7) doing.push(sweepRequests(deps));
    if (random() < 0.5) doing.push(advanceRequest(deps, requestId));
    await Promise.all(doing.map((each) => each.catch(unless)));
    deps.advance(Math.floor(random() * 6));
  }
  const { all, status } = await looked();
  if (status !== 'unmet') wrongs.push(`still ${status}`);
  if (all.length !== HELPERS) wrongs.push(`${all.length} of ${HELPERS} asked`);
  for (let n = 1; n <= HELPERS; n += 1) {
    const stats = (await table.get(helperItem, helperKey(helperIdOf(n))))?.value.stats;
    const answered = all.some((each) => each.helperId === helperIdOf(n) && each.status === 'declined')
      ? 1
      : 0;
    if (stats?.offered !== 1 || stats.answered !== answered) wrongs.push(`neighbour ${n} counted wrongly`);
  }
  const declined = all.filter((each) => each.status === 'declined').length;
  return { wrongs: wrongs.map((each) => `seed ${seed}: ${each}`), declined };
}

test(`${RUNS} searches with declines and sweeps at once ask everyone once, never too many, and count each answer`, async () => {
  const wrongs: string[] = [];
  let declined = 0;
  for (let seed = SEED; seed < SEED + RUNS; seed += 1) {
    const told = await search(seed);
    wrongs.push(...told.wrongs);
    declined += told.declined;
  }
  expect(wrongs).toEqual([]);
  // Both a word and silence have to have happened often, or nothing was shown.
  expect(declined).toBeGreaterThan(RUNS * 2);
  expect(declined).toBeLessThan(RUNS * (HELPERS - 2));
}, 120_000);

import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Service } from '@shared/catalogue/service';
import type { Helper } from '@shared/helpers/helper';
import type { CommandId, OfferId, RequestId } from '@shared/kernel/ids';
import { addMinutes, type Instant } from '@shared/kernel/instant';
import type { Minutes } from '@shared/kernel/quantity';
import type { Result } from '@shared/kernel/result';
import type { RequestDraft } from '@shared/service-requests/requests.contract';
import { advanceRequest } from '../matching/advance-request';
import { sweepRequests } from '../matching/sweep';
import {
  helperActor,
  helperIdOf,
  helperOf,
  NOW,
  plantNeighbours,
  STARTS,
  serviceOf,
} from '../matching/test-neighbours';
import { acceptOffer, declineOffer } from '../offers/answer-offer';
import { helperDayItem, helperDayKey } from '../offers/items';
import { listOffers } from '../offers/list-offers';
import { type TestDeps, testDeps } from '../platform/test-support';
import { UnreadableItem } from '../table/port';
import { actors, elder, must } from '../visits/test-village';
import { assignHelper, listCandidates } from './assign-helper';
import { cancelRequest, closeUnmetRequest, rescheduleRequest, takeOverRequest } from './change-request';
import { requestItem, requestKey } from './items';
import { makeRequest, previewRequest } from './make-request';
import { listQueue, readRequest } from './read-request';

const { coordinator, otherCoordinator, son, stranger } = actors;

let deps: TestDeps;
let commands = 0;
const query = undefined as never;
const body = undefined as never;
const next = (): CommandId => `command_${String(++commands).padStart(26, '0')}` as CommandId;
const draft: RequestDraft = {
  elderId: elder.elderId,
  serviceCode: 'escort',
  startsAt: STARTS,
  minutes: 60 as Minutes,
  urgency: 'routine',
  wishes: {},
  payBy: 'time',
  note: '带上病历',
};
const plantHelpers = (helpers: readonly Helper[], service?: Service) => {
  deps = testDeps({ now: NOW });
  plantNeighbours(deps.table, { helpers, service: service ?? serviceOf() });
};
const ask = async (over: Partial<RequestDraft> = {}, actor = son) =>
  makeRequest(deps, { params: query, query, body: { ...draft, ...over, commandId: next() }, actor });
const asked = async (over: Partial<RequestDraft> = {}): Promise<RequestId> => {
  const { requestId } = must(await ask(over));
  await advanceRequest(deps, requestId);
  return requestId;
};
const stored = async (requestId: RequestId) => {
  const request = await deps.table.get(requestItem, requestKey(requestId));
  if (!request) throw new Error('no request');
  return request.value;
};
const offers = async (requestId: RequestId) =>
  must(await readRequest(deps, { params: { requestId }, query, body, actor: son })).offers.map(
    ({ offer }) => offer,
  );
const names = async (requestId: RequestId, status: string): Promise<string[]> =>
  (await offers(requestId)).filter((each) => each.status === status).map((each) => each.helperId);
const answer = async (
  requestId: RequestId,
  n: number,
  how: 'accept' | 'decline',
): Promise<Result<{ visitId?: string; offerId?: string }>> => {
  const mine = (await offers(requestId)).filter((each) => each.helperId === helperIdOf(n)).at(-1);
  const params = { requestId, offerId: mine?.offerId as OfferId };
  const actor = helperActor(n);
  return how === 'accept'
    ? acceptOffer(deps, { params, query, body: { commandId: next() }, actor })
    : declineOffer(deps, { params, query, body: { commandId: next(), reason: '没空' }, actor });
};
const bookings = async (n: number, day = '2026-11-25') =>
  (await deps.table.get(helperDayItem, helperDayKey(helperIdOf(n), day)))?.value.bookings ?? [];
const code = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code;

beforeEach(() => plantHelpers([1, 2, 3, 4, 5].map((n) => helperOf(n))));

describe('asking', () => {
  test('counts who could come before anybody is asked', async () => {
    const { note: _, ...about } = draft;
    const told = must(await previewRequest(deps, { params: query, query, body: about, actor: son }));
    expect(told).toMatchObject({ count: 5, nearestMetres: 100, withinMetres: 500 });
  });

  test('says when the elder is free where another request has the time', async () => {
    await asked();
    const { note: _, ...about } = draft;
    const told = must(await previewRequest(deps, { params: query, query, body: about, actor: son }));
    expect(told).toEqual({ count: 0, taken: { freeAt: addMinutes(draft.startsAt, draft.minutes) } });
    const free = { ...about, startsAt: told.taken?.freeAt ?? draft.startsAt };
    const then = must(await previewRequest(deps, { params: query, query, body: free, actor: son }));
    expect(then).toMatchObject({ count: 5 });
  });

  test('asks the three nearest first and says why', async () => {
    const requestId = await asked();
    expect(await names(requestId, 'pending')).toEqual([1, 2, 3].map(helperIdOf));
    const [first] = await offers(requestId);
    expect(first?.reasons.map((each) => each.code)).toEqual(['same_village', 'distance', 'skilled']);
    expect((await stored(requestId)).status).toBe('matching');
    const { offers: seen } = must(
      await listOffers(deps, { params: query, query, body, actor: helperActor(1) }),
    );
    expect(seen[0]?.elder).toEqual({ callName: '王大娘', villageName: '红光村' });
    expect(JSON.stringify(seen)).not.toContain(elder.address);
  });

  test('is refused with its code and its field, and writes nothing', async () => {
    const bad: [Partial<RequestDraft>, string, string][] = [
      [{ startsAt: NOW }, 'time_past', 'body.startsAt'],
      [{ startsAt: addMinutes(NOW, 61 * 24 * 60) }, 'time_too_far', 'body.startsAt'],
      [{ minutes: 10 as Minutes }, 'duration_out_of_range', 'body.minutes'],
      [{ serviceCode: 'nothing' }, 'service_unknown', 'body.serviceCode'],
      [{ startsAt: '2026-11-25T15:00:00.000Z' as Instant }, 'night_needs_confirmation', 'body.startsAt'],
    ];
    for (const [over, refusal, field] of bad)
      expect(await ask(over)).toEqual({ ok: false, refusal: { code: refusal, field } });
    expect(code(await ask({}, stranger))).toBe('not_found');
    expect(code(await ask({}, otherCoordinator))).toBe('not_found');
    must(await ask());
    expect(code(await ask())).toBe('request_overlaps');
  });

  test('makes nothing while the page of the elder’s month cannot be read, since the hour may be taken', async () => {
    const page = { pk: `ELDER#${elder.elderId}`, sk: 'MONTH#2026-11' };
    deps.table.plant({ ...page, kind: 'ElderMonth', version: 1, body: { torn: true } });
    await expect(ask()).rejects.toThrow(UnreadableItem);
    expect(deps.table.records().filter(({ kind }) => kind === requestItem.name)).toEqual([]);
  });

  test('for a repeat makes each occurrence its own request, or none at all', async () => {
    const recurrence = { freq: 'weekly' as const, interval: 2, count: 12 };
    const { requestIds } = must(await ask({ recurrence }));
    const all = await Promise.all(requestIds.map(stored));
    expect(all).toHaveLength(12);
    expect(new Set(all.map((each) => each.seriesId)).size).toBe(1);
    const again = await ask({ startsAt: addMinutes(STARTS, -7 * 24 * 60 + 60 * 24 * 6), recurrence });
    expect(again.ok).toBe(true);
    expect(code(await ask({ startsAt: addMinutes(STARTS, 14 * 24 * 60), recurrence }))).toBe(
      'request_overlaps',
    );
  });
});

describe('waves', () => {
  test('go on to the next once all have declined, and never back', async () => {
    const requestId = await asked();
    for (const n of [1, 2, 3]) must(await answer(requestId, n, 'decline'));
    await advanceRequest(deps, requestId);
    expect(await names(requestId, 'pending')).toEqual([4, 5].map(helperIdOf));
  });

  test('move on when the deadline passes, end with the coordinator, and repeat nothing', async () => {
    const requestId = await asked();
    expect(await advanceRequest(deps, requestId)).toBe('waiting');
    deps.advance(15);
    await sweepRequests(deps);
    expect(await names(requestId, 'expired')).toEqual([1, 2, 3].map(helperIdOf));
    expect(await names(requestId, 'pending')).toEqual([4, 5].map(helperIdOf));
    expect(code(await answer(requestId, 1, 'accept'))).toBe('offer_expired');
    deps.advance(15);
    await sweepRequests(deps);
    expect((await stored(requestId)).status).toBe('unmet');
    expect(await sweepRequests(deps)).toEqual({ looked: 0, failed: 0 });
    const queue = must(await listQueue(deps, { params: query, query: {}, body, actor: coordinator }));
    expect(queue.requests.map((card) => card.request.requestId)).toEqual([requestId]);
  });

  test('end when the hour has come', async () => {
    const requestId = await asked({ startsAt: addMinutes(NOW, 10) });
    deps.advance(10);
    await sweepRequests(deps);
    expect((await stored(requestId)).status).toBe('unmet');
  });
});

describe('accepting', () => {
  test('schedules, books the calendar, takes back the others and tells the loser', async () => {
    const requestId = await asked();
    const won = must(await answer(requestId, 2, 'accept'));
    expect(await bookings(2)).toMatchObject([{ visitId: won.visitId }]);
    expect((await stored(requestId)).status).toBe('scheduled');
    expect(await names(requestId, 'withdrawn')).toEqual([1, 3].map(helperIdOf));
    expect(code(await answer(requestId, 1, 'accept'))).toBe('offer_taken');
    expect(await answer(requestId, 2, 'accept')).toEqual({ ok: true, value: won });
  });

  test("is nobody else's to do", async () => {
    const requestId = await asked();
    const [first] = await offers(requestId);
    const params = { requestId, offerId: first?.offerId as OfferId };
    const taken = await acceptOffer(deps, {
      params,
      query,
      body: { commandId: next() },
      actor: helperActor(5),
    });
    expect(code(taken)).toBe('not_found');
  });

  test('of a service for two waits for both, and takes two different people', async () => {
    plantHelpers(
      [1, 2, 3].map((n) => helperOf(n)),
      serviceOf({ helpers: 2 }),
    );
    const requestId = await asked();
    must(await answer(requestId, 1, 'accept'));
    expect((await stored(requestId)).status).toBe('matching');
    must(await answer(requestId, 3, 'accept'));
    expect((await stored(requestId)).status).toBe('scheduled');
    expect(code(await answer(requestId, 2, 'accept'))).toBe('offer_taken');
  });
});

describe('changing one’s mind', () => {
  test('a cancelled request frees the helper and cannot be cancelled twice', async () => {
    const requestId = await asked();
    must(await answer(requestId, 1, 'accept'));
    const cancel = () =>
      cancelRequest(deps, {
        params: { requestId },
        query,
        body: { commandId: next(), reason: '妈妈住院了' },
        actor: son,
      });
    expect(must(await cancel())).toMatchObject({ status: 'cancelled', reason: '妈妈住院了' });
    expect(await bookings(1)).toEqual([]);
    expect(code(await cancel())).toBe('request_not_open');
  });

  test('a moved request asks anew, who was coming first', async () => {
    const requestId = await asked();
    must(await answer(requestId, 3, 'accept'));
    const startsAt = addMinutes(STARTS, 24 * 60);
    const moved = must(
      await rescheduleRequest(deps, {
        params: { requestId },
        query,
        body: { commandId: next(), startsAt, reason: '改到明天' },
        actor: son,
      }),
    );
    expect(moved).toMatchObject({ status: 'open', startsAt });
    expect(await bookings(3)).toEqual([]);
    await advanceRequest(deps, requestId);
    const pending = (await offers(requestId)).filter((each) => each.status === 'pending');
    expect(pending[0]).toMatchObject({ helperId: helperIdOf(3), rank: 1 });
  });
});

describe('the coordinator', () => {
  const unmet = async (): Promise<RequestId> => {
    plantHelpers([helperOf(1, { skills: ['chess'] }), helperOf(2), helperOf(3, { available: false })]);
    const requestId = await asked();
    must(await answer(requestId, 2, 'decline'));
    await advanceRequest(deps, requestId);
    return requestId;
  };
  const input = (requestId: RequestId, actor = coordinator) => ({ params: { requestId }, query, actor });

  test('takes over what nobody took and assigns one who has agreed, hard rules holding', async () => {
    const requestId = await unmet();
    const { candidates } = must(await listCandidates(deps, { ...input(requestId), body }));
    expect(candidates.map((each) => each.exclusion)).toEqual([undefined, 'unavailable', 'skill']);
    const mine = must(await takeOverRequest(deps, { ...input(requestId), body: { commandId: next() } }));
    expect(mine.status).toBe('taken_over');
    const assign = (n: number) =>
      assignHelper(deps, {
        ...input(requestId),
        body: { commandId: next(), helperId: helperIdOf(n), why: '电话里答应了' },
      });
    for (const n of [1, 3]) expect(code(await assign(n))).toBe('helper_not_eligible');
    expect(must(await assign(2)).status).toBe('scheduled');
    expect(await bookings(2)).toHaveLength(1);
  });

  test('closes what cannot be met, in their own region only, and not what is still being asked', async () => {
    const requestId = await unmet();
    const close = (actor = coordinator) =>
      closeUnmetRequest(deps, {
        ...input(requestId, actor),
        body: { commandId: next(), reason: '没有人能来' },
      });
    expect(code(await close(otherCoordinator))).toBe('not_found');
    expect(must(await close()).status).toBe('closed_unmet');
    plantHelpers([helperOf(1)]);
    const open = await asked();
    expect(code(await takeOverRequest(deps, { ...input(open), body: { commandId: next() } }))).toBe(
      'request_not_unmet',
    );
  });
});

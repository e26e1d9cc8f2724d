import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Service } from '@shared/catalogue/service';
import type { Helper } from '@shared/helpers/helper';
import { addDays, addMinutes, beijing, beijingInstant, type Instant } from '@shared/kernel/instant';
import type { Result } from '@shared/kernel/result';
import type { ParamsOf } from '@shared/kernel/route';
import type { Elder } from '@shared/people/elder';
import { planDay } from '@shared/planning/change-plan';
import type { PlanView, readPlan as readRoute, UpsetGiven } from '@shared/planning/planning.contract';
import type { Region } from '@shared/regions/region';
import { heldPlaces, type ServiceRequest } from '@shared/service-requests/request';
import { serviceItem } from '../catalogue/items';
import { helperItem, helperKey } from '../helpers/items';
import { advanceRequest } from '../matching/advance-request';
import { readOffersOf } from '../offers/items';
import { elderItem, regionItem } from '../people/items';
import { logger } from '../platform/logger';
import { type TestDeps, testDeps } from '../platform/test-support';
import { requestItem, requestKey } from '../service-requests/items';
import { create, replace } from '../table/port';
import { visitItem, visitKey } from '../visits/items';
import {
  actor,
  actors,
  elder as oneElder,
  helper as oneHelper,
  request as oneRequest,
  service as oneService,
} from '../visits/test-village';
import { drawPlan, lockStop, publishPlan, undoPlan } from './change-plan';
import { planTomorrow } from './evening';
import { planItem, planKey } from './items';
import { arrangePlan } from './publish-plan';
import { readPlan } from './read-plan';
import { previewRepair, repairPlan } from './repair-plan';
import { solvePlan } from './solve-plan';

for (const level of ['info', 'warn', 'error'] as const)
  jest.spyOn(logger, level).mockImplementation(() => undefined);

const NOW = '2026-11-24T02:00:00.000Z' as Instant;
const on = beijing(addDays(NOW, 1)).day;
const coordinator = actors.coordinator;
const region = '231222';
const idOf = <T extends string>(one: T, last: string): T => one.replace(/.{2}$/, last) as T;
const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.refusal.code} ${result.refusal.field ?? ''}`);
  return result.value;
};

const service: Service = oneService;
const bathing: Service = { ...service, code: 'wound', zh: '换药', en: 'Wound care', skills: ['bathing'] };
const elders = ['A1', 'A2', 'A3', 'A4'].map(
  (last, index): Elder => ({
    ...oneElder,
    elderId: idOf(oneElder.elderId, last),
    callName: `${'赵钱孙李'[index]}大娘`,
    position: { lat: oneElder.position.lat + index * 0.002, lng: oneElder.position.lng },
  }),
);
const allWeek = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: 8 * 60, to: 18 * 60 }));
const helpers = ['H1', 'H2'].map(
  (last, index): Helper => ({
    ...oneHelper,
    helperId: idOf(oneHelper.helperId, last),
    personId: idOf(oneHelper.personId, last),
    name: index === 0 ? '李桂芬' : '张国强',
    weeklyHours: allWeek,
  }),
);
const village: Region = {
  code: region,
  name: '兰西县',
  level: 'county',
  path: ['兰西县'],
  centre: oneElder.position,
};
const requestOf = (index: number, hour: number, more: Partial<ServiceRequest> = {}): ServiceRequest => {
  const startsAt = beijingInstant(on, hour * 60);
  const elder = elders[index] ?? oneElder;
  return {
    ...oneRequest,
    status: 'open',
    requestId: idOf(oneRequest.requestId, `R${index}`),
    elderId: elder.elderId,
    serviceCode: service.code,
    startsAt,
    endsAt: addMinutes(startsAt, 45),
    minutes: 45 as ServiceRequest['minutes'],
    places: [{ status: 'open' }],
    waves: 0,
    waitsForPlan: true,
    ...more,
  } as ServiceRequest;
};

let deps: TestDeps;
let count = 0;
const commandId = () => {
  count += 1;
  return `command_${'0'.repeat(26 - String(count).length)}${count}` as never;
};
const params = { on } as ParamsOf<typeof readRoute>;
const given = (body: object = {}, as = coordinator) =>
  ({ actor: as, params, query: undefined, body: { commandId: commandId(), ...body } }) as never;
const read = async (as = coordinator): Promise<PlanView> => {
  const { plan } = must(await readPlan(deps, given({}, as)));
  if (!plan) throw new Error('there is no plan');
  return plan;
};
const drawn = async (): Promise<PlanView> => {
  must(await drawPlan(deps, given()));
  await solvePlan(deps, planKey(region, on));
  return read();
};
const published = async (): Promise<PlanView> => {
  await drawn();
  must(await publishPlan(deps, given()));
  await arrangePlan(deps, planKey(region, on));
  return read();
};
const requestNow = async (index: number): Promise<ServiceRequest> => {
  const stored = await deps.table.get(requestItem, requestKey(requestOf(index, 9).requestId));
  if (!stored) throw new Error('no request');
  return stored.value;
};
const stopsOf = (plan: PlanView) => plan.routes.flatMap(({ stops }) => stops);
const repairs = async (upset: UpsetGiven) => {
  const preview = must(await previewRepair(deps, given({ upset })));
  return { ...preview, ...must(await repairPlan(deps, given({ upset, seen: preview.seen }))) };
};

beforeEach(async () => {
  deps = testDeps({ now: NOW });
  must(
    await deps.table.commit([
      create(serviceItem, service),
      create(serviceItem, bathing),
      create(regionItem, village),
      ...elders.map((each) => create(elderItem, each)),
      ...helpers.map((each) => create(helperItem, each)),
      // The same hour twice, one later, and one that nobody can do.
      create(requestItem, requestOf(0, 9)),
      create(requestItem, requestOf(1, 9)),
      create(requestItem, requestOf(2, 10)),
      create(requestItem, requestOf(3, 14, { serviceCode: bathing.code })),
    ]),
  );
});

describe('a plan of tomorrow', () => {
  test('is asked for every evening, once, and solved into routes that every rule allows', async () => {
    expect(await planTomorrow(deps)).toEqual({ asked: 1, failed: 0 });
    expect(await planTomorrow(deps)).toEqual({ asked: 0, failed: 0 });
    expect((await read()).status).toBe('solving');
    expect(await solvePlan(deps, planKey(region, on))).toBe('drafted');
    const plan = await read();
    expect(plan).toMatchObject({ status: 'drafted', toPublish: 3, sums: { visits: 3, unmet: 1 } });
    expect(plan.routes).toHaveLength(2);
  });

  test('names who cannot be served, and by which rule', async () => {
    const plan = await drawn();
    expect(plan.unmet).toMatchObject([{ elder: { callName: '李大娘' }, why: 'skill' }]);
  });

  test('is the same again for the same revision', async () => {
    const first = await deps.table.get(planItem, planKey(region, on));
    expect(first).toBeUndefined();
    const one = await drawn();
    const fresh = testDeps({ now: NOW });
    for (const record of deps.table.records())
      if (record.kind !== 'RoutePlan' && record.kind !== 'Receipt') fresh.table.plant(record);
    deps = fresh;
    const two = await drawn();
    expect(two.routes).toEqual(one.routes);
  });

  test('keeps what is locked when it is drawn anew, and one step leads back', async () => {
    const plan = await drawn();
    const stop = stopsOf(plan)[0];
    if (!stop) throw new Error('no stop');
    must(await lockStop(deps, given({ requestId: stop.requestId, place: 0, locked: true })));
    const again = await drawn();
    const kept = stopsOf(again).find(({ requestId }) => requestId === stop.requestId);
    expect(kept).toMatchObject({ startsAt: stop.startsAt, locked: true });
    expect(again).toMatchObject({ revision: 2, canUndo: true });
    must(await undoPlan(deps, given()));
    expect(await read()).toMatchObject({ revision: 2, canUndo: false });
    expect(await undoPlan(deps, given())).toMatchObject({ refusal: { code: 'plan_nothing_to_undo' } });
  });

  test('leaves helpers in peace until the evening is over, and asks them one by one then', async () => {
    const { requestId } = requestOf(0, 9);
    expect(await advanceRequest(deps, requestId)).toBe('nothing_due');
    expect(await readOffersOf(deps, requestId)).toEqual([]);
    deps.advance(11 * 60);
    expect(planDay(deps.clock())).not.toBe(on);
    expect(await advanceRequest(deps, requestId)).toBe('asked');
  });

  test('belongs to the region: a stop of another township has no name there, and no command reaches it', async () => {
    const plan = await drawn();
    const elsewhere = actor(actors.otherCoordinator.personId, {
      role: 'coordinator',
      regionCode: '231222999',
    });
    expect((await read(elsewhere)).routes).toEqual([]);
    const body = { requestId: stopsOf(plan)[0]?.requestId, place: 0, locked: true };
    expect(await lockStop(deps, given(body, elsewhere))).toMatchObject({ refusal: { code: 'not_found' } });
    expect(await publishPlan(deps, given({}, elsewhere))).toMatchObject({ refusal: { code: 'not_found' } });
  });
});

test('there is no plan to draw for a day that is over, nor for one too far ahead', async () => {
  for (const [day, code] of [
    [beijing(addDays(NOW, -1)).day, 'plan_day_over'],
    [beijing(addDays(NOW, 30)).day, 'time_too_far'],
  ] as const) {
    const answer = await drawPlan(deps, { ...(given() as object), params: { on: day } } as never);
    expect(answer).toMatchObject({ refusal: { code, field: 'params.on' } });
  }
});

describe('publishing', () => {
  test('gives every planned place to its helper, at the planned time, and says who it was agreed with', async () => {
    const plan = await published();
    expect(plan.status).toBe('published');
    expect(plan.notArranged).toEqual([]);
    for (const { helperId, stops } of plan.routes)
      for (const stop of stops) {
        const request = (await deps.table.get(requestItem, requestKey(stop.requestId)))?.value;
        expect(request).toMatchObject({ status: 'scheduled', startsAt: stop.startsAt });
        expect(request && heldPlaces(request)).toMatchObject([{ helperId }]);
      }
  });

  test('names what has changed meanwhile, and arranges the rest', async () => {
    const plan = await drawn();
    const [first] = plan.routes;
    const stored = await deps.table.get(helperItem, helperKey(first?.helperId ?? ''));
    if (!stored || !first) throw new Error('no route');
    must(await deps.table.commit([replace(stored, { ...stored.value, daysOff: [on] })]));
    must(await publishPlan(deps, given()));
    await arrangePlan(deps, planKey(region, on));
    const after = await read();
    expect(after.notArranged).toHaveLength(first.stops.length);
    expect(stopsOf(after).every(({ standing }) => standing === 'published')).toBe(true);
  });

  test('may be cut off and begun again without promising anything twice', async () => {
    await drawn();
    must(await publishPlan(deps, given()));
    const before = await deps.table.get(planItem, planKey(region, on));
    await arrangePlan(deps, planKey(region, on));
    const visits = deps.table.records().filter(({ kind }) => kind === 'visit').length;
    const now = await deps.table.get(planItem, planKey(region, on));
    if (before && now) must(await deps.table.commit([replace(now, before.value)]));
    expect(await arrangePlan(deps, planKey(region, on))).toBe('published');
    expect(deps.table.records().filter(({ kind }) => kind === 'visit')).toHaveLength(visits);
  });
});

describe('a repair', () => {
  test('gives the visits of a helper who is ill to others, and asks the sick one nothing more that day', async () => {
    const plan = await published();
    const sick = plan.routes.find(({ stops }) => stops.length === 1) ?? plan.routes[0];
    if (!sick) throw new Error('no route');
    const { moved, left } = await repairs({ kind: 'sick', helperId: sick.helperId });
    expect(left).toEqual([]);
    expect(moved.length).toBeGreaterThanOrEqual(sick.stops.length);
    expect(moved[0]?.sentence.zh).toContain('病了');
    expect((await deps.table.get(helperItem, helperKey(sick.helperId)))?.value.daysOff).toContain(on);
    for (const stop of sick.stops) {
      const request = (await deps.table.get(requestItem, requestKey(stop.requestId)))?.value;
      expect(request && heldPlaces(request).map(({ helperId }) => helperId)).not.toContain(sick.helperId);
    }
  });

  test('moves what a late helper comes to, in the visit and in the request', async () => {
    const plan = await published();
    const first = [...plan.routes].sort((a, b) =>
      (a.stops[0]?.startsAt ?? '') < (b.stops[0]?.startsAt ?? '') ? -1 : 1,
    )[0];
    const stop = first?.stops[0];
    if (!first || !stop) throw new Error('no route');
    const until = addMinutes(stop.startsAt, 20);
    const { moved, left } = await repairs({ kind: 'late', helperId: first.helperId, until });
    expect([moved.length > 0, left]).toEqual([true, []]);
    const request = (await deps.table.get(requestItem, requestKey(stop.requestId)))?.value;
    const [held] = request ? heldPlaces(request) : [];
    const visit = held && (await deps.table.get(visitItem, visitKey(held.visitId)));
    expect(visit?.value.startsAt).toBe(request?.startsAt);
    expect(request?.startsAt).not.toBe(stop.startsAt);
  });

  test('calls off what is no longer needed and moves nobody else', async () => {
    const plan = await published();
    const stop = stopsOf(plan)[0];
    if (!stop) throw new Error('no stop');
    const { moved } = await repairs({ kind: 'cancelled', requestId: stop.requestId });
    expect(moved.map(({ requestId }) => requestId)).toEqual([stop.requestId]);
    expect((await deps.table.get(requestItem, requestKey(stop.requestId)))?.value.status).toBe('cancelled');
  });

  test('puts something urgent between the others', async () => {
    await published();
    must(
      await deps.table.commit([
        create(requestItem, { ...requestOf(3, 12), requestId: idOf(oneRequest.requestId, 'V1') }),
      ]),
    );
    const { moved, left } = await repairs({ kind: 'urgent', requestId: idOf(oneRequest.requestId, 'V1') });
    expect(left).toEqual([]);
    expect(moved.some(({ sentence }) => sentence.zh.includes('急事'))).toBe(true);
    const request = (await deps.table.get(requestItem, requestKey(idOf(oneRequest.requestId, 'V1'))))?.value;
    expect(request?.status).toBe('scheduled');
  });

  test('carries out only what has been seen', async () => {
    const plan = await published();
    const helperId = plan.routes[0]?.helperId;
    const answer = await repairPlan(
      deps,
      given({ upset: { kind: 'sick', helperId }, seen: 'something else' }),
    );
    expect(answer).toMatchObject({ refusal: { code: 'plan_changed' } });
    expect((await requestNow(0)).status).toBe('scheduled');
  });
});

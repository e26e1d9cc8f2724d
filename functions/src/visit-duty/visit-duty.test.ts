import { beforeEach, describe, expect, it } from '@jest/globals';
import { opened } from '@shared/assessments/factories';
import { barthelIndex } from '@shared/assessments/instruments/barthel';
import { resultOf } from '@shared/assessments/result';
import { addMinutes, beijing, instantOf, millisOf } from '@shared/kernel/instant';
import type { Elder } from '@shared/people/elder';
import type { Region } from '@shared/regions/region';
import { due } from '@shared/visit-duty/factories';
import { plusDays } from '@shared/visit-duty/review';
import { START } from '@shared/visits/factories';
import { alertItem, messageItem, openAlerts } from '../alerts/items';
import { assessmentItem } from '../assessments/items';
import { listCases } from '../cases/list-cases';
import { plantWorkers, workers } from '../cases/test-case';
import { personItem } from '../identity/items';
import { elderItem, regionItem } from '../people/items';
import { type TestDeps, testDeps } from '../platform/test-support';
import { create } from '../table/port';
import { actors, commandOf, elder, helper, must } from '../visits/test-village';
import { handDuty, listDutyHelpers } from './hand-duty';
import { dutyItem } from './items';
import { listDuties } from './list-duties';
import { layWarnings, runNight } from './night';
import { readElderDuty } from './read-elder-duty';
import { recordDuty } from './record-duty';
import { takeBackDuty } from './take-back';
import { listVisitRates } from './visit-rates';
import { endWarning, enterWarning, listWarnings } from './weather';

const NOW = START;
const today = beijing(NOW).day;
const none = { params: undefined as never, query: undefined as never, body: undefined as never };
let deps: TestDeps;
let commands = 0;
const commandId = () => {
  commands += 1;
  return commandOf(commands);
};
const official = {
  ...workers.lin,
  role: 'official' as const,
  grant: { role: 'official' as const, regionCode: '231222' },
};
const params = { elderId: elder.elderId };
const region = (code: string, name: string, level: Region['level']): Region => ({
  code,
  name,
  level,
  path: [name],
  centre: elder.position,
});

beforeEach(async () => {
  deps = testDeps({ now: NOW });
  await plantWorkers(deps);
  must(
    await deps.table.commit([
      create(regionItem, region('231222', '兰西县', 'county')),
      create(regionItem, region(elder.villageCode, elder.villageName, 'village')),
      create(personItem, {
        personId: actors.coordinator.personId,
        name: '孙丽',
        grants: [...actors.coordinator.grants],
        createdAt: NOW,
      }),
      create(dutyItem, due(elder, NOW)),
    ]),
  );
});

type As = (typeof actors)[keyof typeof actors] | typeof workers.lin;
const record = (body: object, actor: As = actors.coordinator) =>
  recordDuty(deps, {
    ...none,
    actor,
    params,
    body: { commandId: commandId(), how: 'home', ...body } as never,
  });
const seen = (actor?: As, more: object = {}) =>
  record({ outcome: 'seen', found: { well: true, note: '' }, refer: false, ...more }, actor);
const tried = (actor?: As) => record({ outcome: 'not_reached' }, actor);
const list = async (actor: As = actors.coordinator) =>
  must(await listDuties(deps, { ...none, actor })).duties;
const card = async (actor: As = actors.coordinator) =>
  must(await readElderDuty(deps, { ...none, actor, params })).duty;
const hand = (helperId: string | undefined, actor: As = actors.coordinator) =>
  handDuty(deps, { ...none, actor, params, body: { commandId: commandId(), helperId } as never });
const alerts = async () =>
  (
    await deps.table.list(alertItem, { index: 'byElder', pk: `ELDER#${elder.elderId}`, prefix: 'ALERT#' })
  ).items.map(({ value }) => value);
const rates = (actor: As | typeof official = actors.coordinator) =>
  listVisitRates(deps, { ...none, actor, query: {} });

describe('the list', () => {
  it('is the region’s, and a helper finds only whom they were asked to see, with the way and without the reasons', async () => {
    expect(await list()).toMatchObject([{ callName: elder.callName, lateDays: 0 }]);
    expect(await list(actors.otherCoordinator)).toEqual([]);
    expect(await list(actors.helper)).toEqual([]);
    must(await hand(helper.helperId));
    const [mine] = await list(actors.helper);
    expect(mine).toMatchObject({
      address: elder.address,
      phone: elder.phone,
      reasons: [],
      helper: { mine: true },
    });
    expect(await list(actors.otherHelper)).toEqual([]);
    must(await hand(undefined));
    expect(await list(actors.helper)).toEqual([]);
  });
  it('offers helpers of the village to ask, and not one of another region or whom the elder does not want', async () => {
    const helpers = must(await listDutyHelpers(deps, { ...none, actor: actors.coordinator, params })).helpers;
    expect(helpers).toMatchObject([{ name: helper.name, distanceMetres: 0 }]);
    expect(await hand(helper.helperId.replace(/.$/, '9'))).toMatchObject({
      refusal: { code: 'not_found', field: 'body.helperId' },
    });
    const stored = await deps.table.get(elderItem, { pk: `ELDER#${elder.elderId}`, sk: 'ELDER' });
    if (!stored) throw new Error('no elder');
    deps.table.plant({
      ...(deps.table.records().find(({ kind }) => kind === 'Elder') as never as object),
      body: { ...elder, excludedHelperIds: [helper.helperId] },
    } as never);
    expect(await hand(helper.helperId)).toMatchObject({ refusal: { code: 'duty_helper_no' } });
  });
});

describe('an elder who was seen', () => {
  it('is off the list for everybody, and the card says who was there and when somebody comes next', async () => {
    must(await hand(helper.helperId));
    must(await seen(actors.helper));
    expect(await list()).toEqual([]);
    expect(await card(actors.son)).toMatchObject({
      status: 'rested',
      nextOn: plusDays(today, 7),
      last: { well: true },
      reasons: [],
      records: [{ takenBack: false, mayTakeBack: false }],
    });
    expect(await seen(actors.helper)).toMatchObject({ refusal: { code: 'not_found' } });
  });
  it('and is not well is with a social worker in the same moment, once for one kind of need', async () => {
    const found = { well: false, concerns: ['money'], note: '药钱不够' };
    must(await seen(undefined, { found, refer: true }));
    must(await seen(undefined, { found, refer: true }));
    const cases = must(await listCases(deps, { ...none, actor: workers.lin, query: {} })).cases;
    expect(cases).toMatchObject([{ status: 'referral', kind: 'poverty', elder: { name: elder.name } }]);
  });
  it('and noted without a signal counts for when it was, and by our own time where a clock cannot be right', async () => {
    const at = addMinutes(deps.clock(), -26 * 60);
    must(await seen(undefined, { at }));
    expect(await card()).toMatchObject({ nextOn: plusDays(today, 6), records: [{ at }] });
    for (const wrong of [addMinutes(deps.clock(), 60), addMinutes(deps.clock(), -10 * 24 * 60)])
      must(await seen(undefined, { at: wrong }));
    expect((await card())?.records.map((each) => each.at)).toEqual([deps.clock(), deps.clock(), at]);
  });
  it('by mistake is due again, for the person who tapped and for nobody else', async () => {
    const { entryId } = must(await seen());
    const back = (actor: As) =>
      takeBackDuty(deps, { ...none, actor, params, body: { commandId: commandId(), entryId } });
    expect(await back(workers.lin)).toMatchObject({ refusal: { code: 'duty_record_kept' } });
    expect(await back(actors.helper)).toMatchObject({ refusal: { code: 'not_found' } });
    expect(must(await back(actors.coordinator))).toEqual({ status: 'due', nextOn: today });
    expect(await list()).toHaveLength(1);
    expect(await card()).toMatchObject({ records: [{ takenBack: true }] });
  });
});

describe('an elder who was not reached', () => {
  it('twice is told to the family by the ladder of alerts, once; when seen, they hear that all is well', async () => {
    must(await tried());
    expect(await alerts()).toEqual([]);
    expect(await tried()).toMatchObject({ refusal: { code: 'duty_tried_just_now' } });
    deps.advance(40);
    expect(must(await tried())).toMatchObject({ status: 'unreached' });
    deps.advance(40);
    must(await tried());
    const [alert, ...others] = await alerts();
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      kind: 'not_reached',
      status: 'told',
      matter: { zh: '孙丽两次没联系上王大娘' },
    });
    must(await seen());
    expect((await alerts())[0]).toMatchObject({ status: 'handled' });
    const toSon = await deps.table.list(messageItem, {
      index: 'byPerson',
      pk: `PERSON#${actors.son.personId}`,
      prefix: 'MESSAGE#',
    });
    expect(toSon.items.map(({ value }) => value.text.zh)).toEqual([
      '孙丽两次没联系上王大娘',
      '王大娘的事：孙丽上门看过，都好',
    ]);
    const open = await deps.table.list(alertItem, { index: 'byRegion', pk: openAlerts(elder.villageCode) });
    expect(open.items).toEqual([]);
  });
});

describe('the night', () => {
  const more = (n: number, over: Partial<Elder> = {}): Elder => ({
    ...elder,
    elderId: elder.elderId.replace(/.{2}$/, String(n)) as Elder['elderId'],
    ...over,
  });

  it('finds everybody a date by the latest assessment, and said twice is said once', async () => {
    const result = resultOf(
      barthelIndex,
      Object.fromEntries(
        barthelIndex.items.map((item) => [item.code, { choice: item.options.at(-1)?.choice ?? '' }]),
      ) as never,
      undefined,
      today,
    );
    const begun = opened(barthelIndex, {}, { elderId: elder.elderId, villageCode: elder.villageCode });
    const { status: _, ...rest } = begun;
    must(
      await deps.table.commit([
        create(elderItem, more(21, { livesAlone: false, birthYear: 1960 })),
        create(assessmentItem, { ...rest, status: 'completed', completedAt: NOW, result } as never),
      ]),
    );
    expect(await runNight(deps)).toMatchObject({ looked: 2, failed: 0 });
    const once = deps.table.records().length;
    await runNight(deps);
    expect(deps.table.records().length).toBe(once);
    expect(await card()).toMatchObject({ tier: result.band === 'heavy' ? 'high' : 'key' });
  });
  it('counts each village; a visit counts at once; an official sees no village of fewer than five', async () => {
    await runNight(deps);
    expect(must(await rates())).toMatchObject({
      villages: [{ villageName: '红光村', difficult: 1, percent: 0 }],
    });
    must(await seen());
    expect(must(await rates())).toMatchObject({ villages: [{ percent: 100 }], total: { home: 1 } });
    expect(must(await rates(official))).toMatchObject({ villages: [], few: 1, total: { difficult: 0 } });
    must(await deps.table.commit([22, 23, 24, 25].map((n) => create(elderItem, more(n)))));
    await runNight(deps);
    expect(must(await rates(official))).toMatchObject({ villages: [{ difficult: 5, percent: 20 }], few: 0 });
  });
});

describe('severe weather', () => {
  const enter = (over: object = {}, actor: As | typeof official = actors.coordinator) =>
    enterWarning(deps, {
      ...none,
      actor,
      body: {
        commandId: commandId(),
        regionCode: elder.villageCode,
        hazard: 'snow',
        from: plusDays(today, 1),
        to: plusDays(today, 3),
        ...over,
      } as never,
    });

  it('puts who lives alone on the list within a minute, though they were seen today, and takes them off when it is ended', async () => {
    must(await seen());
    deps.advance(1);
    const { warningId } = must(await enter());
    expect(await list()).toEqual([]);
    await layWarnings(deps);
    expect(await list()).toMatchObject([{ lateDays: -1, causes: [{ kind: 'weather' }] }]);
    expect(await layWarnings(deps)).toMatchObject({ looked: 0 });
    expect(must(await listWarnings(deps, { ...none, actor: workers.lin })).warnings).toMatchObject([
      { byName: '孙丽', mayEnd: false, regionName: '红光村' },
    ]);
    const body = { commandId: commandId() };
    must(await endWarning(deps, { ...none, actor: actors.coordinator, params: { warningId }, body }));
    await layWarnings(deps);
    expect(await list()).toEqual([]);
    expect(must(await listWarnings(deps, { ...none, actor: actors.coordinator })).warnings).toEqual([]);
  });
  it('of a whole county is laid village by village over several minutes, each elder once', async () => {
    const others = [1, 2, 3].map((n) => ({
      ...elder,
      elderId: elder.elderId.replace(/..$/, `Z${n}`) as Elder['elderId'],
      villageCode: `23122290000${n}`,
    }));
    must(await deps.table.commit(others.map((each) => create(elderItem, each))));
    must(await enter({ regionCode: '231222' }, official));
    /** Every look at the clock takes ten seconds. */
    const slow = () => {
      const from = deps.clock();
      let seconds = 0;
      return {
        ...deps,
        clock: () => {
          seconds += 10;
          return instantOf(millisOf(from) + seconds * 1_000);
        },
      };
    };
    const looked: number[] = [];
    for (let minute = 0; minute < 12; minute += 1) {
      looked.push((await layWarnings(slow())).looked);
      deps.advance(1);
    }
    expect(looked.filter((each) => each > 0).length).toBeGreaterThan(1);
    expect(looked.reduce((sum, each) => sum + each, 0)).toBe(1 + others.length);
    expect(looked.at(-1)).toBe(0);
  });
  it('is entered for one’s own region only', async () => {
    expect(await enter({ regionCode: '231222999' })).toMatchObject({ refusal: { code: 'region_outside' } });
    expect(await enter({ regionCode: '231222' })).toMatchObject({ refusal: { code: 'region_outside' } });
    expect(await enter({ regionCode: '231222' }, official)).toMatchObject({ ok: true });
  });
});

it('two who record at once: both are kept, and the elder was seen once', async () => {
  const [a, b] = await Promise.all([seen(), seen(workers.lin)]);
  expect([a.ok, b.ok]).toEqual([true, true]);
  expect((await card())?.records).toHaveLength(2);
});

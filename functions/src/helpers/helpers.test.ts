import { beforeEach, describe, expect, test } from '@jest/globals';
import type { WeeklySpan } from '@shared/helpers/helper';
import { day } from '@shared/kernel/instant';
import { personItem } from '../identity/items';
import { hongguang } from '../people/factories';
import { regionItem } from '../people/items';
import type { Actor } from '../platform/deps';
import { actorOf, type TestDeps, testDeps } from '../platform/test-support';
import { create } from '../table/port';
import { commandOf, must } from '../visits/test-village';
import { changeMyHelper, readMyHelper, recordCredential, registerHelper, suspendHelper } from './keep-helper';
import { listHelpers } from './list-helpers';

let deps: TestDeps;
let neighbour: Actor;
let operator: Actor;
let commands = 0;
const next = () => {
  commands += 1;
  return commandOf(commands);
};
const none = { params: undefined, query: undefined };
const mornings: WeeklySpan[] = [{ weekday: 1, from: 360, to: 720 }];

beforeEach(async () => {
  deps = testDeps();
  neighbour = actorOf(deps, 'family');
  operator = actorOf(deps, 'operator');
  const person = {
    personId: neighbour.personId,
    name: '李桂芬',
    grants: [...neighbour.grants],
    createdAt: deps.clock(),
  };
  must(await deps.table.commit([create(personItem, person), create(regionItem, hongguang)]));
});

const join = (
  over: { villageCode?: string; weeklyHours?: WeeklySpan[]; home?: typeof hongguang.centre } = {},
) =>
  registerHelper(deps, {
    ...none,
    actor: neighbour,
    body: {
      commandId: next(),
      name: '李桂芬',
      gender: 'female',
      birthYear: 1963,
      villageCode: hongguang.code,
      home: hongguang.centre,
      skills: ['company'],
      weeklyHours: mornings,
      daysOff: [],
      radiusMetres: 5000,
      travel: 'walk',
      languages: ['northeastern'],
      excludedElderIds: [],
      available: true,
      ...over,
    },
  });
const joined = async () => {
  const helper = must(await join());
  const grant = { role: 'volunteer' as const, helperId: helper.helperId };
  const self: Actor = { personId: neighbour.personId, role: 'volunteer', grants: [grant], grant };
  return { helper, self, params: { helperId: helper.helperId } };
};

describe('becoming a volunteer', () => {
  test('makes the profile and grants the role, and cannot be done twice', async () => {
    const { helper, self } = await joined();
    expect(must(await readMyHelper(deps, { ...none, body: undefined, actor: self }))).toEqual(helper);
    const me = await deps.table.get(personItem, { pk: `PERSON#${neighbour.personId}`, sk: 'PERSON' });
    expect(me?.value.grants).toContainEqual({ role: 'volunteer', helperId: helper.helperId });
    expect(await join()).toMatchObject({ refusal: { code: 'helper_exists' } });
  });

  test('is refused with its field for hours, a village or a home that cannot be', async () => {
    expect(await join({ weeklyHours: [...mornings, ...mornings] })).toMatchObject({
      refusal: { code: 'hours_invalid', field: 'body.weeklyHours' },
    });
    expect(await join({ villageCode: '231222105999' })).toMatchObject({
      refusal: { code: 'region_unknown', field: 'body.villageCode' },
    });
    expect(await join({ home: { lat: 46.25, lng: 127 } })).toMatchObject({
      refusal: { code: 'position_outside_region', field: 'body.home' },
    });
  });
});

describe('a helper', () => {
  test('changes only what is given, and hours that overlap are refused', async () => {
    const { helper, self } = await joined();
    const change = (changes: { available?: boolean; weeklyHours?: WeeklySpan[] }) =>
      changeMyHelper(deps, { ...none, actor: self, body: { commandId: next(), changes } });
    expect(must(await change({ available: false }))).toEqual({ ...helper, available: false });
    expect(await change({ weeklyHours: [{ weekday: 1, from: 720, to: 360 }] })).toMatchObject({
      refusal: { code: 'hours_invalid' },
    });
  });

  test('holds one credential of a kind, the one recorded last', async () => {
    const { params } = await joined();
    const record = (from: string, to: string) =>
      recordCredential(deps, {
        params,
        query: undefined,
        actor: operator,
        body: {
          commandId: next(),
          credential: { kind: 'care_worker', validFrom: day.parse(from), validTo: day.parse(to) },
        },
      });
    must(await record('2024-01-01', '2025-01-01'));
    expect(must(await record('2026-01-01', '2028-01-01')).credentials).toEqual([
      { kind: 'care_worker', validFrom: '2026-01-01', validTo: '2028-01-01' },
    ]);
    expect(await record('2028-01-01', '2026-01-01')).toMatchObject({
      refusal: { code: 'credential_invalid' },
    });
  });

  test('is suspended with a reason, and comes back as before', async () => {
    const { helper, params } = await joined();
    const set = (suspended: boolean) =>
      suspendHelper(deps, {
        params,
        query: undefined,
        actor: operator,
        body: { commandId: next(), suspended, reason: '核实投诉' },
      });
    expect(must(await set(true)).suspended).toEqual({ at: deps.clock(), why: '核实投诉' });
    expect(must(await set(false))).toEqual(helper);
  });

  test('whose record is broken is named in the list, which still comes', async () => {
    const { helper } = await joined();
    deps.table.plant({
      pk: 'HELPER#broken',
      sk: 'HELPER',
      kind: 'Helper',
      version: 1,
      body: {},
      byRegionPk: 'HELPERS#231222',
      byRegionSk: `${hongguang.code}#broken`,
    });
    const query = { regionCode: '231222' };
    const page = must(
      await listHelpers(deps, { params: undefined, body: undefined, query, actor: operator }),
    );
    expect(page.helpers).toEqual([helper]);
    expect(page.unreadable).toEqual(['HELPER#broken HELPER']);
  });
});

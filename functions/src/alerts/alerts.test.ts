import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Alert } from '@shared/alerts/alert';
import { addMinutes } from '@shared/kernel/instant';
import { invite } from '@shared/video-calls/lifecycle';
import { START, underWay } from '@shared/visits/factories';
import { visit as visitShape } from '@shared/visits/visit';
import { proposalItem, proposalsPartition } from '../cases/propose';
import { helperItem } from '../helpers/items';
import { personItem } from '../identity/items';
import { kinshipItem } from '../people/items';
import { type TestDeps, testDeps } from '../platform/test-support';
import { create, replace } from '../table/port';
import { unrulyStream } from '../table/test-stream';
import { callItem } from '../video-calls/items';
import { entryItem, visitItem, visitKey, witnessAskItem } from '../visits/items';
import { sweepVisits } from '../visits/sweep';
import { actors, commandOf, elder, helper, kinship, must, plantVillage, visit } from '../visits/test-village';
import { acknowledgeOne, callOffOne, handleOne } from './change-alert';
import { type Channels, channelsWith } from './channels';
import { allowOne, listInbox, markRead } from './inbox';
import { alertItem, alertKey, messageItem } from './items';
import { followChanges } from './on-change';
import { raiseSos } from './raise-alert';
import { listOpenAlerts, readOneAlert } from './read-alerts';
import { sweepAlerts } from './sweep';

/** What left the house: by which channel, to whom. */
let sent: string[];
let broken: Set<string>;
let channels: Channels;
let deps: TestDeps;
let stream: ReturnType<typeof unrulyStream>;
let commands = 0;

const none = undefined as never;
const next = () => {
  commands += 1;
  return commandOf(commands);
};
const { son, elder: granny, helper: neighbour, coordinator, stranger } = actors;
const daughterId = actors.stranger.personId.replace(/.$/, 'D') as typeof stranger.personId;
const phones = {
  [son.personId]: '13800000001',
  [daughterId]: '13800000002',
  [neighbour.personId]: '13800000003',
  [coordinator.personId]: '13800000004',
};

/** A telephone that writes down what it was asked, and is out of order when told so. */
const telephone = {
  text: async (phone: string) => {
    if (broken.has('sms')) return 'failed' as const;
    sent.push(`sms ${phone}`);
    return 'sent' as const;
  },
  call: async (phone: string) => {
    if (broken.has('voice')) throw new Error('the line is dead');
    sent.push(`voice ${phone}`);
    return 'sent' as const;
  },
};

beforeEach(async () => {
  sent = [];
  broken = new Set();
  commands = 0;
  channels = channelsWith('nuanlin-alert', telephone);
  deps = testDeps({
    now: START,
    wechat: {
      notify: async ({ openid }) => {
        if (broken.has('wechat')) return 'failed';
        sent.push(`wechat ${openid}`);
        return 'sent';
      },
    } as TestDeps['wechat'],
  });
  await plantVillage(deps);
  stream = unrulyStream(deps.table, 7);
  const people = [
    { ...son, name: '王建国' },
    { ...granny, name: elder.name },
    { ...neighbour, name: '李桂芬' },
    { ...coordinator, name: '刘芳' },
    { personId: daughterId, name: '王丽', grants: [{ role: 'family' as const }] },
  ];
  must(
    await deps.table.commit([
      ...people.map(({ personId, name, grants }) =>
        create(personItem, {
          personId,
          name,
          grants: [...grants],
          openid: `open-${name}`,
          ...(phones[personId] === undefined ? {} : { phone: phones[personId] as string }),
          createdAt: START,
        }),
      ),
      create(kinshipItem, {
        ...kinship,
        personId: daughterId,
        personName: '王丽',
        relation: 'daughter',
        consent: { witness: 'elder', witnessedBy: granny.personId, how: '电话', at: START },
      } as typeof kinship),
    ]),
  );
  stream.take();
});

const press = (actor = granny) =>
  raiseSos(deps, { actor, params: none, query: none, body: { commandId: next(), elderId: elder.elderId } });
const stored = async (alertId: string): Promise<Alert> => {
  const found = await deps.table.get(alertItem, alertKey(alertId));
  if (found === undefined) throw new Error('the alert is gone');
  return found.value;
};
const flow = async () => {
  for (let round = 0; round < 8; round += 1) {
    const event = stream.take();
    if (event.Records.length === 0) return;
    await followChanges(deps, channels, event);
  }
};
/** A minute of the world: the sweep, and what the stream brings of it. */
const minute = async (minutes = 1) => {
  deps.advance(minutes);
  await sweepAlerts(deps, channels);
  await flow();
};
const read = (alertId: string, actor = coordinator) =>
  readOneAlert(deps, { actor, params: { alertId: alertId as never }, query: none, body: none });
const acknowledge = (alertId: string, actor = son, going = false) =>
  acknowledgeOne(deps, {
    actor,
    params: { alertId: alertId as never },
    query: none,
    body: { commandId: next(), going },
  });
const settle = (alertId: string, actor = coordinator) =>
  handleOne(deps, {
    actor,
    params: { alertId: alertId as never },
    query: none,
    body: { commandId: next(), outcome: 'handled', what: '扶起来了，没有受伤' },
  });
const inbox = async (actor = son) =>
  must(await listInbox(deps, { actor, params: none, query: none, body: none }));

/** What waits for a social worker of the village. */
const proposed = async () =>
  (
    await deps.table.list(proposalItem, { index: 'byRegion', pk: proposalsPartition(elder.villageCode) })
  ).items.map(({ value }) => value.why.zh);

it('an SOS is proposed to the social workers once it is known what it was, and a false alarm is not', async () => {
  const { alertId } = must(await press());
  expect(await proposed()).toEqual([]);
  must(await settle(alertId));
  expect(await proposed()).toEqual([expect.stringMatching(/紧急求助.*。后来：扶起来了，没有受伤/)]);
});

describe('an SOS that nobody answers', () => {
  it('climbs: family, neighbours and coordinator at once, the second contact, then telephones ring again and again', async () => {
    const { alertId } = must(await press());
    await flow();
    expect([...sent].sort()).toEqual(['sms 13800000001', 'sms 13800000003', 'sms 13800000004']);
    sent.length = 0;
    await minute();
    expect(sent).toEqual(['sms 13800000002']);
    sent.length = 0;
    await minute();
    expect([...sent].sort()).toEqual([
      'sms 13800000001',
      'sms 13800000004',
      'voice 13800000001',
      'voice 13800000004',
    ]);
    sent.length = 0;
    await minute(2);
    expect(sent.filter((each) => each.startsWith('voice'))).toHaveLength(3);
    sent.length = 0;
    await minute(5);
    expect(sent.filter((each) => each.startsWith('voice'))).toHaveLength(3);
    expect((await stored(alertId)).status).toBe('told');
  });

  it('tells each step once, though sweeps run at once and the stream repeats and reorders', async () => {
    must(await press());
    for (let round = 0; round < 6; round += 1) {
      deps.advance(1);
      const event = stream.take();
      await Promise.all([
        sweepAlerts(deps, channels),
        sweepAlerts(deps, channels),
        followChanges(deps, channels, event),
        followChanges(deps, channels, event),
      ]);
      await flow();
    }
    const messages = deps.table.records().filter(({ kind }) => kind === 'Message');
    const calls = sent.filter((each) => each.startsWith('voice')).sort();
    // Steps 2 and 4 call the son and the coordinator, step 4 the daughter as well.
    expect(calls).toEqual([
      'voice 13800000001',
      'voice 13800000001',
      'voice 13800000002',
      'voice 13800000004',
      'voice 13800000004',
    ]);
    expect(messages).toHaveLength(3 + 1 + 2 + 3);
  });
});

describe('an SOS from beginning to end', () => {
  it('the elder presses, the son has seen it, the neighbour goes, the coordinator reads all of it', async () => {
    const { alertId } = must(await press());
    await flow();
    deps.advance(1);
    must(await acknowledge(alertId));
    const before = must(await read(alertId, neighbour));
    expect(before.home).toBeUndefined();
    expect(before.can).toEqual(['acknowledge']);
    expect(await settle(alertId, neighbour)).toEqual({
      ok: false,
      refusal: { code: 'alert_answer_first' },
    });
    const going = must(await acknowledge(alertId, neighbour, true));
    expect(going.can).toContain('handle');
    expect(going.home?.address).toBe(elder.address);
    expect(going.sentence.zh).toBe('李桂芬正赶过去');
    sent.length = 0;
    await minute(5);
    expect(sent).toEqual([]);
    must(await settle(alertId));
    await flow();
    expect([...sent].sort()).toEqual(['sms 13800000001', 'sms 13800000003']);
    const told = must(await read(alertId));
    expect(told.timeline.map(({ sentence }) => sentence.zh)).toEqual([
      '王大娘按了紧急求助',
      '通知家属王建国（短信）',
      '通知协理员刘芳（短信）',
      '通知了 1 位附近帮手',
      '王建国看到了，正在联系',
      '李桂芬去看看，大约 1 分钟',
      '协理员刘芳处理好了：扶起来了，没有受伤',
    ]);
    expect(told.can).toEqual([]);
    expect(must(await read(alertId, neighbour)).home).toBeUndefined();
  });

  it('who presses again joins the alert that is open, and another is raised once that is over', async () => {
    const first = must(await press());
    expect(must(await press(son))).toEqual(first);
    must(await settle(first.alertId));
    expect(must(await press()).alertId).not.toBe(first.alertId);
  });

  it('is taken back within a minute, whoever was told hears of it, and not afterwards', async () => {
    const off = (alertId: string) =>
      callOffOne(deps, {
        actor: granny,
        params: { alertId: alertId as never },
        query: none,
        body: { commandId: next() },
      });
    const { alertId } = must(await press());
    must(await off(alertId));
    expect((await stored(alertId)).status).toBe('false_alarm');
    expect((await inbox()).messages[0]?.text.zh).toBe('王大娘的事：王秀兰说没事，已撤回');
    const again = must(await press());
    deps.advance(2);
    expect(await off(again.alertId)).toEqual({ ok: false, refusal: { code: 'alert_undo_over' } });
  });

  it('a helper raises it at a visit of theirs, and without one finds nobody to raise it for', async () => {
    const raise = (visitId?: typeof visit.visitId) =>
      raiseSos(deps, {
        actor: neighbour,
        params: none,
        query: none,
        body: { commandId: next(), elderId: elder.elderId, ...(visitId ? { visitId } : {}) },
      });
    expect(await raise()).toEqual({ ok: false, refusal: { code: 'not_found', field: 'body.visitId' } });
    const { alertId } = must(await raise(visit.visitId));
    expect((await stored(alertId)).matter.zh).toBe('李桂芬替王大娘发出紧急求助');
  });

  it('is nothing to a stranger, nor to a helper who was not told', async () => {
    const { alertId } = must(await press());
    for (const actor of [stranger, actors.otherHelper, actors.otherCoordinator])
      expect(await read(alertId, actor)).toEqual({ ok: false, refusal: { code: 'not_found' } });
  });
});

describe('channels', () => {
  const allow = (actor = son) =>
    allowOne(deps, { actor, params: none, query: none, body: { commandId: next() } });

  it('WeChat is asked as often as the person allowed, and then the text alone remains', async () => {
    expect(must(await allow())).toEqual({ left: 1 });
    must(await press());
    await flow();
    expect(sent.filter((each) => each.includes('王建国'))).toEqual(['wechat open-王建国']);
    await minute(2);
    expect(sent.filter((each) => each.startsWith('wechat'))).toHaveLength(1);
  });

  it('one that is out of order goes on to the next, and the timeline says how somebody was reached', async () => {
    broken = new Set(['wechat', 'voice']);
    must(await allow());
    const { alertId } = must(await press());
    await minute(2);
    expect(sent.every((each) => each.startsWith('sms'))).toBe(true);
    broken.add('sms');
    await minute(2);
    expect(must(await read(alertId)).timeline.map(({ sentence }) => sentence.zh)).toContain(
      '通知协理员刘芳（只有站内消息）',
    );
  });

  it('the inbox has it in any case, counts it, and forgets the count when it was read', async () => {
    broken = new Set(['wechat', 'voice', 'sms']);
    const { alertId } = must(await press());
    await flow();
    expect(await inbox()).toMatchObject({ unread: 1, messages: [{ alertId, read: false }] });
    must(
      await markRead(deps, { actor: son, params: none, query: none, body: { commandId: next(), alertId } }),
    );
    expect((await inbox()).unread).toBe(0);
  });
});

describe('what the platform notices by itself', () => {
  const open = async (actor = coordinator) =>
    must(await listOpenAlerts(deps, { actor, params: none, query: none, body: none })).alerts;

  it('nobody came within half an hour: raised once, and settled when the helper arrives', async () => {
    deps.advance(30);
    await sweepVisits(deps);
    await flow();
    await flow();
    expect((await open()).map(({ matter }) => matter.zh)).toEqual([
      '李桂芬约好 10:00 去看王大娘，过了半小时还没有到',
    ]);
    expect(sent).toEqual(['sms 13800000001']);
    const late = await deps.table.get(visitItem, visitKey(visit.visitId));
    if (late === undefined) throw new Error('no visit');
    must(await deps.table.commit([replace(late, visitShape.parse(underWay(35)))]));
    await flow();
    expect(await open()).toEqual([]);
  });

  it('goes on to the second contact, the coordinator and the telephone while nobody answers', async () => {
    deps.advance(30);
    await sweepVisits(deps);
    await flow();
    for (let tenth = 0; tenth < 3; tenth += 1) await minute(10);
    expect([...sent].sort()).toEqual([
      'sms 13800000001',
      'sms 13800000002',
      'sms 13800000004',
      'voice 13800000001',
      'voice 13800000004',
    ]);
  });

  it('readings far from the elder’s own usual are told once a visit, and usual ones are not', async () => {
    const reading = (n: number, days: number, systolic: number, of = visit.visitId) => ({
      visitId: of,
      elderId: elder.elderId,
      receivedAt: START,
      entry: {
        entryId: `entry_${String(n).padStart(26, '0')}` as never,
        at: addMinutes(START, -days * 1440),
        kind: 'vitals' as const,
        systolic,
      },
    });
    const before = visit.visitId.replace(/.$/, '8') as typeof visit.visitId;
    must(await deps.table.commit([1, 2, 3].map((n) => create(entryItem, reading(n, n, 128 + n, before)))));
    must(await deps.table.commit([create(entryItem, reading(4, 0, 140))]));
    await flow();
    expect(await open()).toEqual([]);
    must(await deps.table.commit([create(entryItem, reading(5, -0.01, 178))]));
    must(await deps.table.commit([create(entryItem, reading(6, -0.02, 180))]));
    await flow();
    expect((await open()).map(({ matter }) => matter.zh)).toEqual([
      '王大娘这次量的和平时差得多：高压 180，比平时高 50',
    ]);
    expect(await proposed()).toEqual(['王大娘这次量的和平时差得多：高压 180，比平时高 50']);
  });
});

it('everybody who can be there within a quarter of an hour is told of an SOS, and nobody else who is far', async () => {
  const at = (n: number, metres: number) =>
    create(helperItem, {
      ...helper,
      helperId: helper.helperId.replace(/.$/, String(n)) as typeof helper.helperId,
      personId: helper.personId.replace(/..$/, `X${n}`) as typeof helper.personId,
      name: `邻居${n}`,
      home: { ...elder.position, lat: elder.position.lat + metres / 111_195 },
      weeklyHours: [],
      available: false,
    });
  must(await deps.table.commit([at(2, 700), at(3, 900), at(4, 5_000)]));
  const { alertId } = must(await press());
  const { people } = await stored(alertId);
  expect(people.filter(({ as }) => as === 'neighbour').map(({ name, minutes }) => [name, minutes])).toEqual([
    ['李桂芬', 1],
    ['邻居2', 14],
  ]);
  expect(deps.table.records().filter(({ kind }) => kind === messageItem.name)).toHaveLength(4);
});

describe('a text that belongs to no alert', () => {
  it('reaches a child who missed the call of the elder, once, and neither who declined nor who called', async () => {
    const someone = { presence: [] };
    const {
      ringsUntil,
      status: _rings,
      ...call
    } = {
      ringsUntil: undefined,
      ...invite(
        {
          callId: `call_${'0'.repeat(25)}1` as never,
          elderId: elder.elderId,
          callName: elder.callName,
          medium: 'web',
          groupId: 'G'.repeat(32),
          members: [
            { key: 'elder', name: elder.callName, as: 'elder', ...someone },
            { key: son.personId, name: '王建国', as: 'family', ...someone },
            { key: daughterId, name: '王丽', as: 'family', declinedAt: START, ...someone },
          ],
        },
        START,
      ),
    };
    expect(ringsUntil).toBeDefined();
    must(await deps.table.commit([create(callItem, { ...call, status: 'missed', endedAt: START })]));
    await flow();
    expect(sent).toEqual(['sms 13800000001']);
  });

  it('reaches whoever was named as witness, once, and nobody who has answered', async () => {
    const ask = {
      visitId: visit.visitId,
      side: 'check_in' as const,
      elderId: elder.elderId,
      helperName: '李桂芬',
      personId: coordinator.personId,
      askedAt: START,
    };
    must(
      await deps.table.commit([
        create(witnessAskItem, ask),
        create(witnessAskItem, { ...ask, side: 'check_out', answeredAt: START }),
      ]),
    );
    await flow();
    expect(sent).toEqual(['sms 13800000004']);
  });
});

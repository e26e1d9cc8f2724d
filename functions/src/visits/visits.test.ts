import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Instant } from '@shared/kernel/instant';
import { addDays, addMinutes } from '@shared/kernel/instant';
import { entryIdOf, noteOf, START } from '@shared/visits/factories';
import type { VisitStatus } from '@shared/visits/visit';
import { proposalItem, proposalsPartition } from '../cases/propose';
import { helperItem, helperKey } from '../helpers/items';
import { historyItem } from '../history/items';
import { readTimeline } from '../history/read-timeline';
import { type TestDeps, testDeps } from '../platform/test-support';
import { requestItem, requestKey } from '../service-requests/items';
import { advanceVisit } from './advance-visit';
import { cancelVisit } from './cancel-visit';
import { checkInToVisit } from './check-in';
import { checkOutOfVisit } from './check-out';
import { confirmVisit } from './confirm-visit';
import { disputeVisit } from './dispute-visit';
import { readDay } from './helper-day';
import { visitItem, visitKey } from './items';
import { keepVisitLog } from './keep-log';
import { listForAttention, listMine, listOfElder } from './list-visits';
import { readElderToday } from './read-today';
import { readOneVisit } from './read-visit';
import { rescheduleVisit } from './reschedule-visit';
import { resolveVisit } from './resolve-visit';
import { sweepVisits } from './sweep';
import { actors, commandOf, elder, must, plantVillage, visit } from './test-village';

let deps: TestDeps;
let commands = 0;
const params = { visitId: visit.visitId };
const elderParams = { elderId: visit.elderId };
const none = undefined as never;
const next = () => {
  commands += 1;
  return commandOf(commands);
};
const evidence = { kind: 'door_code', code: elder.doorCode } as const;
const status = async (): Promise<VisitStatus | undefined> =>
  (await deps.table.get(visitItem, visitKey(visit.visitId)))?.value.status;
const request = async () => (await deps.table.get(requestItem, requestKey(visit.requestId)))?.value;
const actions = async (): Promise<string[]> => {
  const page = await deps.table.list(historyItem, { pk: `HISTORY#visit#${visit.visitId}` });
  return page.items.map(({ value }) => value.action);
};

const arrive = (actor = actors.helper, at: Instant = deps.clock()) =>
  checkInToVisit(deps, { params, query: none, body: { commandId: next(), at, evidence }, actor });
const leave = () =>
  checkOutOfVisit(deps, {
    params,
    query: none,
    body: { commandId: next(), at: deps.clock(), evidence, summary: '一切都好' },
    actor: actors.helper,
  });
const read = (actor: (typeof actors)[keyof typeof actors] = actors.son) =>
  readOneVisit(deps, { params, query: none, body: none, actor });
const answer = (actor = actors.son) =>
  confirmVisit(deps, {
    params,
    query: none,
    body: { commandId: next(), rating: 5, comment: '很细心' },
    actor,
  });
const complain = () =>
  disputeVisit(deps, {
    params,
    query: none,
    body: { commandId: next(), reason: '没有打扫' },
    actor: actors.son,
  });

beforeEach(async () => {
  deps = testDeps({ now: START });
  commands = 0;
  await plantVillage(deps);
});

describe('a visit from arrival to confirmation', () => {
  test('moves the request along with it and leaves a history of who did what', async () => {
    must(await arrive());
    expect((await request())?.status).toBe('in_progress');
    deps.advance(60);
    must(await leave());
    expect((await request())?.status).toBe('completed');
    deps.advance(1);
    must(await answer());
    expect(await status()).toBe('confirmed');
    expect((await request())?.status).toBe('confirmed');
    expect(await actions()).toEqual(['visit_checked_in', 'visit_checked_out', 'visit_confirmed']);
    const told = must(
      await readTimeline(deps, { params: elderParams, query: {}, body: none, actor: actors.son }),
    );
    expect(told.entries.map((each) => each.sentence.zh)).toEqual([
      '家属确认了这次到访：很细心',
      '志愿者结束了这次到访。',
      '志愿者到了老人家。',
    ]);
  });

  test('a command that is sent again gets its first reply and changes nothing', async () => {
    const body = { commandId: next(), at: deps.clock(), evidence };
    const first = await checkInToVisit(deps, { params, query: none, body, actor: actors.helper });
    deps.advance(5);
    const again = await checkInToVisit(deps, { params, query: none, body, actor: actors.helper });
    expect(again).toEqual(first);
    expect(await actions()).toEqual(['visit_checked_in']);
  });

  test('the report tells the six facts, the log and the readings against the usual', async () => {
    must(await arrive());
    deps.advance(10);
    const entries = [
      { entryId: entryIdOf(1), at: deps.clock(), kind: 'task', index: 1, done: true } as const,
      { entryId: entryIdOf(2), at: deps.clock(), kind: 'vitals', systolic: 128, diastolic: 76 } as const,
      { entryId: entryIdOf(3), at: deps.clock(), kind: 'mood', mood: 'happy' } as const,
    ];
    const kept = must(
      await keepVisitLog(deps, {
        params,
        query: none,
        body: { commandId: next(), entries },
        actor: actors.helper,
      }),
    );
    expect(kept.entries).toHaveLength(3);
    deps.advance(50);
    must(await leave());
    const report = must(await read());
    expect(report.facts).toMatchObject({
      complete: true,
      elderName: '王秀兰',
      helperName: '李桂芬',
      place: { verified: true },
    });
    expect(report.entries.map((each) => each.sentence.zh)).toEqual([
      '做好了：量血压',
      '血压 128/76',
      '心情很好',
    ]);
    expect(report.measures.map((each) => each.sentence.zh)).toEqual(['高压 128', '低压 76']);
    expect(report.can).toEqual(['confirm', 'dispute']);
  });
});

describe('who may', () => {
  test('a stranger, another helper or another region finds nothing', async () => {
    for (const actor of [actors.stranger, actors.otherHelper, actors.otherCoordinator])
      expect(await read(actor)).toEqual({ ok: false, refusal: { code: 'not_found' } });
    expect(await arrive(actors.otherHelper)).toEqual({ ok: false, refusal: { code: 'not_found' } });
    const today = await readElderToday(deps, {
      params: elderParams,
      query: none,
      body: none,
      actor: actors.stranger,
    });
    expect(today).toEqual({ ok: false, refusal: { code: 'not_found' } });
  });

  test('the son, the elder, the helper and the coordinator of the township read it', async () => {
    for (const actor of [actors.son, actors.elder, actors.helper, actors.coordinator])
      expect((await read(actor)).ok).toBe(true);
  });

  test('a helper cannot confirm their own visit', async () => {
    must(await arrive());
    must(await leave());
    expect(await answer(actors.helper)).toEqual({ ok: false, refusal: { code: 'not_found' } });
  });

  test('address and phone reach the helper only until the visit closes, and the door code never', async () => {
    const homes: boolean[] = [];
    const look = async (): Promise<void> => {
      const one = must(await read(actors.helper));
      const [card] = must(
        await listMine(deps, { params: none, query: {}, body: none, actor: actors.helper }),
      ).visits;
      expect(card?.home).toEqual(one.home);
      const said = JSON.stringify([one, card]);
      for (const secret of [elder.address, elder.phone ?? '', elder.directions])
        expect(said.includes(secret)).toBe(one.home !== undefined);
      expect(said).not.toContain(`"${elder.doorCode}"`);
      expect(said.includes('"position":{')).toBe(one.home !== undefined);
      homes.push(one.home !== undefined);
    };
    await look();
    must(await arrive());
    await look();
    deps.advance(60);
    must(await leave());
    await look();
    must(await answer());
    await look();
    expect(homes).toEqual([true, true, false, false]);
  });
});

describe('a need in a log', () => {
  test('is proposed to the social workers once, though it arrives twice', async () => {
    must(await arrive());
    deps.advance(20);
    const entries = [{ entryId: entryIdOf(7), at: deps.clock(), kind: 'need', text: '煤快用完了' } as const];
    const keep = () =>
      keepVisitLog(deps, {
        params,
        query: none,
        body: { commandId: next(), entries },
        actor: actors.helper,
      });
    must(await keep());
    must(await keep());
    const page = await deps.table.list(proposalItem, {
      index: 'byRegion',
      pk: proposalsPartition(visit.villageCode),
    });
    expect(page.items.map(({ value }) => value.why.zh)).toEqual(['李桂芬到访时记下：煤快用完了']);
  });
});

describe('a log without a network', () => {
  const send = (on: TestDeps, n: number, commandId = commandOf(100 + n)) =>
    keepVisitLog(on, {
      params,
      query: none,
      body: { commandId, entries: [noteOf(n, n), noteOf(50 + n, n)] },
      actor: actors.helper,
    });

  test('an entry that is refused leaves nothing half-written', async () => {
    must(await arrive());
    deps.advance(20);
    const body = {
      commandId: next(),
      entries: [
        noteOf(1, 1),
        { entryId: entryIdOf(2), at: deps.clock(), kind: 'vitals', systolic: 999 } as const,
      ],
    };
    expect(await keepVisitLog(deps, { params, query: none, body, actor: actors.helper })).toEqual({
      ok: false,
      refusal: { code: 'vitals_impossible', field: 'body.entries.1.systolic' },
    });
    expect(must(await read()).entries).toEqual([]);
  });

  test('repeated, reordered and interrupted commands leave each entry once', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const weather = { seed, conflict: 0.2, throttle: 0.1, timeout: 0.15, lostResponse: 0.2 };
      const clock = () => at;
      let at = START;
      const fair = testDeps({ now: START, seed });
      const { createMemoryTable } = await import('../table/memory-table');
      const stormy: TestDeps = { ...fair, clock, table: createMemoryTable({ clock, faults: weather }) };
      const insist = async (act: () => Promise<unknown>): Promise<void> => {
        for (let tries = 0; ; tries += 1) {
          try {
            await act();
            return;
          } catch (error) {
            if (tries > 60) throw error;
          }
        }
      };
      await insist(async () => {
        if ((await stormy.table.get(visitItem, visitKey(visit.visitId))) === undefined)
          await plantVillage(stormy);
      });
      const body = { commandId: commandOf(1), at: START, evidence };
      await insist(async () =>
        must(await checkInToVisit(stormy, { params, query: none, body, actor: actors.helper })),
      );
      at = addMinutes(START, 45);
      const order = [3, 1, 2, 3, 5, 4, 1, 5, 2];
      for (const n of order) await insist(async () => must(await send(stormy, n)));
      for (const n of [5, 4, 3, 2, 1])
        await insist(async () => must(await send(stormy, n, commandOf(200 + n))));
      let ids: string[] = [];
      await insist(async () => {
        const report = must(
          await readOneVisit(stormy, { params, query: none, body: none, actor: actors.son }),
        );
        ids = report.entries.map(({ entry }) => entry.entryId);
      });
      expect(ids).toEqual([1, 51, 2, 52, 3, 53, 4, 54, 5, 55].map(entryIdOf));
    }
  });
});

describe('a visit that does not happen', () => {
  test.each([
    ['helper'],
    ['son'],
    ['coordinator'],
  ] as const)('the %s calls it off: day freed, place looked for again', async (who) => {
    const body = { commandId: next(), reason: '孩子病了' };
    must(await cancelVisit(deps, { params, query: none, body, actor: actors[who] }));
    expect(await status()).toBe('cancelled');
    expect(await request()).toMatchObject({ status: 'open', places: [{ status: 'open' }] });
    expect((await readDay(deps, visit.helperId, visit.startsAt))?.value.bookings).toEqual([]);
  });

  test('nobody arrives: first attention, then missed, and the request goes to the coordinator', async () => {
    deps.advance(30);
    expect(await sweepVisits(deps)).toEqual({ looked: 1, advanced: 1, failed: 0 });
    const attention = () =>
      listForAttention(deps, { params: none, query: none, body: none, actor: actors.coordinator });
    expect(must(await attention()).visits.map((card) => card.visit.status)).toEqual(['scheduled']);
    deps.advance(30);
    expect((await sweepVisits(deps)).advanced).toBe(1);
    expect(await status()).toBe('missed');
    expect(await request()).toMatchObject({ status: 'unmet' });
    expect(must(await attention()).visits.map((card) => card.visit.status)).toEqual(['missed']);
    expect((await sweepVisits(deps)).looked).toBe(0);
    expect(await actions()).toEqual(['visit_late', 'visit_missed']);
  });

  test('the helper who came after all takes the request back', async () => {
    deps.advance(60);
    await advanceVisit(deps, visit.visitId);
    must(await arrive(actors.helper, addMinutes(START, 20)));
    expect(await status()).toBe('checked_in');
    expect((await request())?.status).toBe('in_progress');
  });

  test('the helper moves it: day, visit and request move together', async () => {
    const startsAt = addDays(START, 1);
    const body = { commandId: next(), startsAt, reason: '下雪路滑' };
    const late = { ...body, startsAt: addMinutes(START, 14 * 60) };
    const asked = await rescheduleVisit(deps, { params, query: none, body: late, actor: actors.helper });
    expect(asked).toMatchObject({ refusal: { code: 'night_needs_confirmation', field: 'body.startsAt' } });
    must(await rescheduleVisit(deps, { params, query: none, body, actor: actors.helper }));
    expect(await request()).toMatchObject({ status: 'scheduled', startsAt });
    expect((await readDay(deps, visit.helperId, START))?.value.bookings).toEqual([]);
    expect((await readDay(deps, visit.helperId, startsAt))?.value.bookings).toMatchObject([{ startsAt }]);
  });
});

describe('answers', () => {
  beforeEach(async () => {
    must(await arrive());
    deps.advance(60);
    must(await leave());
  });

  test('three days without one confirm by themselves', async () => {
    deps.advance(3 * 24 * 60);
    await sweepVisits(deps);
    expect(await status()).toBe('confirmed');
    expect((await request())?.status).toBe('confirmed');
    expect(must(await read()).visit).toMatchObject({ confirmedBy: 'system' });
  });

  test('a problem goes to the coordinator, who settles it once', async () => {
    must(await complain());
    expect((await request())?.status).toBe('completed');
    const settle = (commandId = next()) =>
      resolveVisit(deps, {
        params,
        query: none,
        body: { commandId, outcome: 'partly', minutesCredited: 30 as never, note: '电话核实过' },
        actor: actors.coordinator,
      });
    must(await settle());
    expect(await status()).toBe('resolved');
    expect((await request())?.status).toBe('confirmed');
    expect(await settle()).toEqual({ ok: false, refusal: { code: 'visit_already_answered' } });
  });

  test('of two answers at once one counts and the other is told', async () => {
    const both = await Promise.all([answer(), complain()]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect(both.find((each) => !each.ok)).toEqual({ ok: false, refusal: { code: 'visit_already_answered' } });
  });

  test('today says that all is well, and what waits', async () => {
    const today = must(
      await readElderToday(deps, { params: elderParams, query: none, body: none, actor: actors.son }),
    );
    expect(today.headline.zh).toBe('今天平安 · 李桂芬 10:00 到访 1 小时');
    expect(today.awaitingConfirmation.map((card) => card.visit.visitId)).toEqual([visit.visitId]);
    expect(today.latest?.visit.visitId).toBe(visit.visitId);
  });
});

test('whoever comes early and leaves before the hour agreed on has been there today all the same', async () => {
  deps = testDeps({ now: addMinutes(START, -25) });
  await plantVillage(deps);
  must(await arrive());
  deps.advance(15);
  must(await leave());
  const today = must(
    await readElderToday(deps, { params: elderParams, query: none, body: none, actor: actors.son }),
  );
  expect(today.latest?.visit.visitId).toBe(visit.visitId);
  expect(today.awaitingConfirmation.map((card) => card.visit.visitId)).toEqual([visit.visitId]);
});

test('a broken visit is named with its key and does not take the list down', async () => {
  deps.table.plant({
    pk: 'VISIT#broken',
    sk: 'VISIT',
    kind: 'visit',
    version: 1,
    body: { status: 'nonsense' },
    byElderPk: `ELDER#${visit.elderId}`,
    byElderSk: `VISIT#${START}#broken`,
  });
  const listed = must(
    await listOfElder(deps, { params: elderParams, query: {}, body: none, actor: actors.son }),
  );
  expect(listed.visits).toHaveLength(1);
  expect(listed.unreadable).toEqual(['VISIT#broken VISIT']);
});

describe('what a helper is known for', () => {
  const stats = async () => (await deps.table.get(helperItem, helperKey(visit.helperId)))?.value.stats;

  test('counts a visit once it is over, and on time when it began so', async () => {
    must(await arrive());
    expect(await stats()).toMatchObject({ visits: 0, onTime: 0 });
    deps.advance(60);
    must(await leave());
    expect(await stats()).toMatchObject({ visits: 1, onTime: 1 });
  });

  test('counts a missed visit as not on time, and once only when the helper came after all', async () => {
    deps.advance(61);
    await sweepVisits(deps);
    await sweepVisits(deps);
    expect(await status()).toBe('missed');
    expect(await stats()).toMatchObject({ visits: 1, onTime: 0 });
    must(await arrive());
    deps.advance(30);
    must(await leave());
    expect(await stats()).toMatchObject({ visits: 1, onTime: 0 });
  });

  test('a broken record of the helper does not keep a visit from being noticed as missed', async () => {
    deps.table.plant({ ...helperKey(visit.helperId), kind: 'Helper', version: 1, body: {} });
    deps.advance(61);
    expect(await sweepVisits(deps)).toMatchObject({ failed: 0 });
    expect(await status()).toBe('missed');
  });
});

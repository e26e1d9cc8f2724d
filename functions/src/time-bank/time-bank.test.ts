import { describe, expect, it } from '@jest/globals';
import type { Instant } from '@shared/kernel/instant';
import { addMinutes } from '@shared/kernel/instant';
import type { Result } from '@shared/kernel/result';
import { elderAccount, personAccount } from '@shared/time-bank/account';
import { available, emptyBalance } from '@shared/time-bank/balance';
import { giveTime as giveTimeRoute } from '@shared/time-bank/time-bank.contract';
import { requestItem, requestKey } from '../service-requests/items';
import { toRecord } from '../table/record';
import { send } from '../test-support';
import { visitItem } from '../visits/items';
import { creditVisit } from './credit-visit';
import { decideFlag, listFlags } from './decide-flag';
import { exportStatement } from './export-statement';
import { expireFunding, holdForRequest, releaseRequest, settleRequest } from './fund-request';
import { giveEstate, readEstate } from './give-estate';
import { giveTime } from './give-time';
import { guaranteeRequest } from './guarantee-request';
import { served as bank } from './handler';
import {
  balanceItem,
  balanceKey,
  earningsItem,
  fundingItem,
  fundingKey,
  reconciliationItem,
  rulesItem,
} from './items';
import { askForPool, listPoolAsks, readPoolStanding, recordHardship } from './keep-hardship';
import { proposeRules, publishRules, readRules, withdrawRules } from './keep-rules';
import { lapseAccount } from './lapse';
import { rulesVersions } from './load-rules';
import { runNight } from './nightly';
import { followChange } from './on-change';
import { readAccount, readStatement } from './read-account';
import { reconcile } from './reconcile';
import { readSolvency } from './report-solvency';
import { statementDocument } from './statement-document';
import {
  type Asked,
  commandIdOf,
  coordinator,
  elderIdOf,
  family,
  makeWorld,
  must,
  official,
  otherCoordinator,
  otherOfficial,
  personIdOf,
  plantRequest,
  plantVisit,
  requestIdOf,
  requestOf,
  socialWorker,
  VILLAGE,
  visitIdOf,
  visitOf,
  type World,
} from './test-world';
import { grantToPool, readPool } from './village-pools';

const none = { params: undefined, query: undefined } as const;
const asked = (w: World, n: number, over: Partial<Asked> = {}): Asked => ({
  n,
  elder: 2,
  helper: 0,
  minutes: 60,
  payBy: 'time',
  startsAt: addMinutes(w.deps.clock(), 60) as Instant,
  ...over,
});
const held = async (w: World, id: ReturnType<typeof personAccount>): Promise<number> => {
  const stored = await w.table.get(balanceItem, balanceKey(id));
  return available(stored?.value ?? emptyBalance(id, VILLAGE));
};
const served = async (w: World, n: number, over: Partial<Asked> = {}, minutes = 60) => {
  plantVisit(w, asked(w, n, over), minutes);
  return creditVisit(w.deps, visitIdOf(n));
};
const gift = (w: World, from: number, to: number, minutes: number, command = 900) =>
  giveTime(w.deps, {
    ...none,
    actor: family(from),
    body: {
      commandId: commandIdOf(command),
      minutes,
      to: { kind: 'elder', elderId: elderIdOf(to) },
      why: '',
    },
  });
const code = (result: Result<unknown>): string | undefined => (result.ok ? undefined : result.refusal.code);

describe('the chain from a verified visit to a mother at home', () => {
  it('credits in Harbin, gives across, sets aside, takes what was used, and both statements are equal', async () => {
    const w = makeWorld();
    expect(must(await served(w, 1, { helper: 0, minutes: 90 }, 90))).toBe('written');
    expect(must(await gift(w, 0, 0, 75)).availableMinutes).toBe(15);
    const home = asked(w, 2, { elder: 0, helper: 3 });
    plantRequest(w, home, 'scheduled');
    must(await holdForRequest(w.deps, requestIdOf(2)));
    expect(await held(w, elderAccount(elderIdOf(0)))).toBe(15);
    const seen = must(
      await readAccount(w.deps, {
        params: undefined,
        body: undefined,
        actor: family(0),
        query: { elderId: elderIdOf(0) },
      }),
    );
    expect(seen).toMatchObject({
      availableMinutes: 15,
      heldMinutes: 60,
      held: [{ minutes: 60, shortMinutes: 0 }],
    });
    plantRequest(w, home, 'confirmed');
    plantVisit(w, home, 45);
    must(await settleRequest(w.deps, requestIdOf(2)));
    must(await creditVisit(w.deps, visitIdOf(2)));
    expect(await held(w, elderAccount(elderIdOf(0)))).toBe(30);
    expect(await held(w, personAccount(personIdOf(3)))).toBe(45);
    const lines = async (query: object, n = 0) =>
      must(await readStatement(w.deps, { params: undefined, body: undefined, actor: family(n), query }))
        .lines;
    const mine = await lines({});
    const hers = await lines({ elderId: elderIdOf(0) });
    const given = (side: typeof mine) => side.find((line) => line.transferId.startsWith('gift.'));
    expect(given(mine)).toMatchObject({ effect: 'out', minutes: 75 });
    expect(given(hers)).toMatchObject({ effect: 'in', minutes: 75 });
    expect(hers.map((line) => [line.effect, line.minutes])).toEqual([
      ['out', 45],
      ['set_aside', 60],
      ['in', 75],
    ]);
    expect(await reconcile(w.deps)).toMatchObject({ sumMinutes: 0, pendingSumMinutes: 0, differences: [] });
  });

  it('is the same over the stream, however often a change is delivered', async () => {
    const w = makeWorld();
    const one = asked(w, 1);
    plantVisit(w, one, 60);
    for (let n = 0; n < 3; n += 1)
      await followChange(w.deps, { kind: 'visit', body: visitOf(one, 60, 'kin') });
    expect(await held(w, personAccount(personIdOf(0)))).toBe(60);
    await followChange(w.deps, { kind: 'Helper', body: {} });
    plantRequest(w, one, 'scheduled');
    await followChange(w.deps, { kind: 'ServiceRequest', body: requestOf(one, 'scheduled') });
    expect((await w.table.get(fundingItem, fundingKey(requestIdOf(1))))?.value.status).toBe('held');
    plantRequest(w, one, 'cancelled');
    await followChange(w.deps, { kind: 'ServiceRequest', body: requestOf(one, 'cancelled') });
    expect((await w.table.get(fundingItem, fundingKey(requestIdOf(1))))?.value.status).toBe('voided');
  });
});

describe('earning', () => {
  it("moves nothing for one's own kin, for a visit the helper confirmed, and for one that is not there", async () => {
    const w = makeWorld();
    expect(code(await served(w, 1, { elder: 0, helper: 0 }))).toBe('time_own_kin');
    plantVisit(w, asked(w, 2), 60, 'helper');
    expect(code(await creditVisit(w.deps, visitIdOf(2)))).toBe('time_helper_confirmed');
    expect(code(await creditVisit(w.deps, visitIdOf(3)))).toBe('not_found');
    expect(await held(w, personAccount(personIdOf(0)))).toBe(0);
  });

  it('keeps a doubtful credit pending until two people agree, and shows it to those of the region only', async () => {
    const w = makeWorld();
    plantVisit(w, asked(w, 1), 60, 'system');
    must(await creditVisit(w.deps, visitIdOf(1)));
    expect(await held(w, personAccount(personIdOf(0)))).toBe(0);
    const list = (actor: typeof coordinator) =>
      listFlags(w.deps, { params: undefined, body: undefined, actor, query: {} });
    const { flags } = must(await list(coordinator));
    expect(flags).toMatchObject([{ minutes: 60, reasons: [{ zh: '家里没有人确认过' }], mayDecide: true }]);
    expect(must(await list(otherCoordinator)).flags).toEqual([]);
    const decide = (actor: typeof coordinator, n: number) =>
      decideFlag(w.deps, {
        query: undefined,
        actor,
        params: { flagId: flags[0]?.flagId as never },
        body: { commandId: commandIdOf(n), verdict: 'credit', why: '问过老人' },
      });
    expect(code(await decide(otherCoordinator, 1))).toBe('not_found');
    expect(must(await decide(coordinator, 2)).status).toBe('open');
    expect(code(await decide(coordinator, 3))).toBe('time_second_person_needed');
    expect(must(await decide(socialWorker, 4)).status).toBe('credited');
    expect(await held(w, personAccount(personIdOf(0)))).toBe(60);
    expect(code(await decide(coordinator, 5))).toBe('time_flag_closed');
  });

  it('gives the room under the caps back when a doubtful credit is rejected', async () => {
    const w = makeWorld();
    plantVisit(w, asked(w, 1), 60, 'system');
    must(await creditVisit(w.deps, visitIdOf(1)));
    const account = personAccount(personIdOf(0));
    const earned = async () =>
      (await w.table.list(earningsItem, { pk: `TIME#${account}`, prefix: 'EARNINGS#' })).items.flatMap(
        ({ value }) => Object.values(value.byDay),
      );
    expect(await earned()).toEqual([60]);
    for (const [n, actor] of [coordinator, socialWorker].entries())
      must(
        await decideFlag(w.deps, {
          query: undefined,
          actor,
          params: { flagId: `earn.${visitIdOf(1)}` as never },
          body: { commandId: commandIdOf(n + 1), verdict: 'reject', why: '没人来过' },
        }),
      );
    expect(await earned()).toEqual([0]);
    expect(await held(w, account)).toBe(0);
  });

  it('flags two who confirm each other back and forth', async () => {
    const w = makeWorld();
    const back = (n: number, helper: number, by: number) => {
      const one = asked(w, n, { elder: 2, helper, startsAt: addMinutes(w.deps.clock(), n * 200) as Instant });
      const visit = visitOf(one, 60, 'kin');
      w.plant(visitItem, { ...visit, confirmedBy: { personId: personIdOf(by), role: 'family' } } as never);
      return creditVisit(w.deps, visitIdOf(n));
    };
    for (const [n, helper, by] of [
      [1, 0, 3],
      [2, 3, 0],
      [3, 0, 3],
      [4, 3, 0],
      [5, 0, 3],
      [6, 3, 0],
    ] as const)
      must(await back(n, helper, by));
    const { flags } = must(
      await listFlags(w.deps, { params: undefined, body: undefined, actor: coordinator, query: {} }),
    );
    expect(flags.map((flag) => flag.reasons.map((reason) => reason.zh))).toEqual([
      ['两人一个月内互相确认了 6 次'],
    ]);
  });
});

describe('over HTTP', () => {
  it('every gift that cannot be is refused by its name, and both accounts stay as they were', async () => {
    const w = makeWorld();
    must(await served(w, 1));
    const closed = (await rulesVersions(w.deps, '231222'))[0];
    if (!closed) throw new Error('no rules');
    const corridors = { ...closed.corridors, from: [{ county: '230103', yearMinutes: 0 }] };
    w.plant(rulesItem, { county: '231222', rules: { ...closed, corridors } });
    const both = () =>
      Promise.all(
        [personAccount(personIdOf(0)), elderAccount(elderIdOf(0))].map((id) =>
          w.table.get(balanceItem, balanceKey(id)),
        ),
      );
    const before = await both();
    const give = async (n: number, minutes: unknown, elder = 0) => {
      const to = { kind: 'elder', elderId: elderIdOf(elder) };
      const body = JSON.stringify({ commandId: commandIdOf(n), minutes, to, why: '' });
      const who = { as: personIdOf(0), role: 'family' as const };
      return send(bank, giveTimeRoute, w.deps, who, { body });
    };
    for (const [n, minutes] of [0, -1, 0.5, 1e12, 600_001].entries())
      expect(await give(200 + n, minutes)).toMatchObject({ status: 422, code: 'time_amount_invalid' });
    expect(await give(210, 10)).toMatchObject({ status: 422, code: 'time_region_closed' });
    expect(await give(211, 10, 2)).toMatchObject({ code: 'time_not_kin' });
    expect((await give(212, '10')).status).toBe(400);
    for (const answer of [await give(213, 0), await give(214, 10)]) {
      expect(answer.refusal?.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(answer.refusal?.en).toMatch(/[a-z]/);
    }
    expect(await both()).toEqual(before);
  });
});

describe('what is set aside', () => {
  const arranged = async () => {
    const w = makeWorld();
    must(await served(w, 1, { helper: 0 }, 120));
    must(await gift(w, 0, 0, 120));
    const one = asked(w, 2, { elder: 0, helper: 3 });
    plantRequest(w, one, 'scheduled');
    must(await holdForRequest(w.deps, requestIdOf(2)));
    expect(await held(w, elderAccount(elderIdOf(0)))).toBe(60);
    return { w, one };
  };
  const settled = async (minutes: number) => {
    const { w, one } = await arranged();
    plantRequest(w, one, 'confirmed');
    plantVisit(w, one, minutes);
    must(await settleRequest(w.deps, requestIdOf(2)));
    return held(w, elderAccount(elderIdOf(0)));
  };

  it('is given back whole when the request is cancelled, once', async () => {
    const { w, one } = await arranged();
    plantRequest(w, one, 'cancelled');
    expect(must(await releaseRequest(w.deps, requestIdOf(2)))).toBe('written');
    expect(must(await releaseRequest(w.deps, requestIdOf(2)))).toBe('done');
    expect(await held(w, elderAccount(elderIdOf(0)))).toBe(120);
  });

  it('is adjusted to what the visit was: shorter gives back, longer takes more, and never more than there is', async () => {
    expect(await settled(45)).toBe(75);
    expect(await settled(90)).toBe(30);
    expect(await settled(300)).toBe(0);
  });

  it('leads from its line to the visit that it paid for', async () => {
    const { w, one } = await arranged();
    plantRequest(w, one, 'confirmed');
    plantVisit(w, one, 60);
    must(await settleRequest(w.deps, requestIdOf(2)));
    const query = { elderId: elderIdOf(0) };
    const { lines } = must(
      await readStatement(w.deps, { params: undefined, body: undefined, actor: family(0), query }),
    );
    expect(lines.map(({ effect, visitId }) => [effect, visitId])).toEqual([
      ['out', visitIdOf(2)],
      ['set_aside', visitIdOf(2)],
      ['in', undefined],
    ]);
  });
});

describe('bad input', () => {
  it('of a gift is refused by its own name, and nothing moves', async () => {
    const w = makeWorld();
    must(await served(w, 1));
    for (const [n, minutes] of [0, -30, 1.5, 1e9].entries())
      expect(code(await gift(w, 0, 0, minutes, 100 + n))).toBe('time_amount_invalid');
    expect(code(await gift(w, 0, 0, 61, 110))).toBe('time_not_enough');
    expect(code(await gift(w, 0, 2, 10, 111))).toBe('time_not_kin');
    const rules = (await rulesVersions(w.deps, '231222'))[0];
    if (!rules) throw new Error('no rules');
    w.plant(rulesItem, {
      county: '231222',
      rules: { ...rules, corridors: { ...rules.corridors, from: [{ county: '230103', yearMinutes: 0 }] } },
    });
    expect(code(await gift(w, 0, 0, 10, 112))).toBe('time_region_closed');
    expect(await held(w, personAccount(personIdOf(0)))).toBe(60);
    expect(await held(w, elderAccount(elderIdOf(0)))).toBe(0);
  });

  it('a command sent twice gives once, and an id used for another gift is refused', async () => {
    const w = makeWorld();
    must(await served(w, 1));
    const first = must(await gift(w, 0, 0, 20, 5));
    expect(must(await gift(w, 0, 0, 20, 5))).toEqual(first);
    expect(code(await gift(w, 0, 0, 30, 5))).toBe('command_reused');
    expect(await held(w, personAccount(personIdOf(0)))).toBe(40);
  });

  it('new rules begin tomorrow at the earliest, and what is held settles by those of then', async () => {
    const w = makeWorld();
    must(await served(w, 1, { helper: 0 }, 120));
    must(await gift(w, 0, 0, 100));
    const one = asked(w, 2, { elder: 0, helper: 3 });
    plantRequest(w, one, 'scheduled');
    must(await holdForRequest(w.deps, requestIdOf(2)));
    const known = must(
      await readRules(w.deps, {
        params: undefined,
        body: undefined,
        actor: official,
        query: { county: '231222' },
      }),
    );
    const { version: _, ...old } = known.current;
    const next = {
      ...old,
      stepMinutes: 60 as const,
      weightPercent: [{ serviceCode: 'escort', percent: 300 }],
    };
    const send = (validFrom: string, n: number) =>
      proposeRules(w.deps, {
        ...none,
        actor: official,
        body: {
          commandId: commandIdOf(n),
          county: '231222',
          why: '调整',
          rules: { ...next, validFrom } as never,
        },
      });
    expect(code(await send('2026-11-01', 1))).toBe('time_rules_date');
    const { proposedAt } = must(await send('2026-11-02', 2));
    const which = (n: number) => ({ commandId: commandIdOf(n), county: '231222', proposedAt });
    expect(code(await send('2026-11-03', 3))).toBe('time_rules_waiting');
    const publish = (actor: typeof official, n: number) =>
      publishRules(w.deps, { ...none, actor, body: which(n) });
    expect(code(await publish(official, 4))).toBe('time_rules_second_official');
    expect(must(await publish(otherOfficial, 5)).version).toBe(2);
    expect(code(await withdrawRules(w.deps, { ...none, actor: official, body: which(6) }))).toBe(
      'time_rules_not_waiting',
    );
    w.deps.advance(3 * 24 * 60);
    plantRequest(w, one, 'confirmed');
    plantVisit(w, one, 45);
    must(await settleRequest(w.deps, requestIdOf(2)));
    expect(await held(w, elderAccount(elderIdOf(0)))).toBe(55);
  });
});

describe('the village pool and the county fund', () => {
  it('is asked for by a family, the poorest and most dependent first, and the answer says why', async () => {
    const w = makeWorld();
    const ask = (elder: number, level: 'low_income' | 'none', n: number) =>
      askForPool(w.deps, {
        query: undefined,
        actor: family(elder),
        params: { elderId: elderIdOf(elder) },
        body: { commandId: commandIdOf(n), level, why: '没有积蓄' },
      });
    must(await ask(1, 'none', 1));
    w.deps.advance(10);
    must(await ask(2, 'low_income', 2));
    w.deps.advance(10);
    // Elder 0 is severely dependent.
    must(await ask(0, 'none', 3));
    expect(code(await ask(0, 'low_income', 4))).toBe('time_pool_asked');
    const list = (actor: typeof coordinator) =>
      listPoolAsks(w.deps, { params: undefined, query: undefined, body: undefined, actor });
    expect(must(await list(coordinator)).asks.map((each) => [each.elderId, each.tier])).toEqual([
      [elderIdOf(0), 'first'],
      [elderIdOf(2), 'second'],
      [elderIdOf(1), 'third'],
    ]);
    expect(must(await list(otherCoordinator)).asks).toEqual([]);
    must(
      await recordHardship(w.deps, {
        query: undefined,
        actor: coordinator,
        params: { elderId: elderIdOf(2) },
        body: { commandId: commandIdOf(5), level: 'low_income', why: '看过低保证' },
      }),
    );
    expect(must(await list(coordinator)).asks).toHaveLength(2);
    const standing = must(
      await readPoolStanding(w.deps, {
        query: undefined,
        body: undefined,
        actor: family(2),
        params: { elderId: elderIdOf(2) },
      }),
    );
    expect(standing).toMatchObject({
      tier: 'second',
      reasons: [{ zh: '低保' }],
      means: { level: 'low_income', why: '看过低保证' },
      asked: { answered: true },
    });
  });

  it('is granted minutes by an official of the county, and tells them without a name of who gave', async () => {
    const w = makeWorld();
    const grant = (minutes: number, n: number, villageCode = VILLAGE) =>
      grantToPool(w.deps, {
        ...none,
        actor: official,
        body: { commandId: commandIdOf(n), villageCode, minutes, why: '冬季基本时间' },
      });
    for (const [n, minutes] of [0, -60, 0.5, 1e9].entries())
      expect(code(await grant(minutes, 10 + n))).toBe('time_amount_invalid');
    expect(code(await grant(60, 20, '230103001001'))).toBe('region_outside');
    expect(code(await grant(60, 21, '231222107999'))).toBe('region_unknown');
    must(await grant(600, 22));
    must(await served(w, 1));
    must(
      await giveTime(w.deps, {
        ...none,
        actor: family(0),
        body: {
          commandId: commandIdOf(23),
          minutes: 20,
          to: { kind: 'pool', villageCode: VILLAGE },
          why: '',
        },
      }),
    );
    const pool = must(
      await readPool(w.deps, {
        query: undefined,
        body: undefined,
        actor: official,
        params: { villageCode: VILLAGE },
      }),
    );
    expect(pool.lines.map(({ kind, minutes, why }) => [kind, minutes, why]).sort()).toEqual([
      ['gift', 20, undefined],
      ['grant', 600, '冬季基本时间'],
    ]);
    expect(JSON.stringify(pool)).not.toContain('邻居0');
  });

  it('or the family gets what somebody who died had left, once nothing is set aside any more', async () => {
    const w = makeWorld();
    must(await served(w, 1, { helper: 0 }, 120));
    must(await gift(w, 0, 0, 120));
    plantRequest(w, asked(w, 2, { elder: 0, helper: 3 }), 'scheduled');
    must(await holdForRequest(w.deps, requestIdOf(2)));
    const read = () =>
      readEstate(w.deps, {
        query: undefined,
        body: undefined,
        actor: coordinator,
        params: { elderId: elderIdOf(0) },
      });
    expect(must(await read())).toMatchObject({
      availableMinutes: 60,
      heldMinutes: 60,
      open: true,
      heirs: [{ elderId: elderIdOf(1) }],
    });
    const leave = (n: number, diedOn: string, to?: number) =>
      giveEstate(w.deps, {
        ...none,
        actor: coordinator,
        body: {
          commandId: commandIdOf(n),
          elderId: elderIdOf(0),
          diedOn: diedOn as never,
          why: '村里开的证明',
          ...(to === undefined ? {} : { toElderId: elderIdOf(to) }),
        },
      });
    expect(code(await leave(30, '2026-10-30', 1))).toBe('time_estate_held');
    plantRequest(w, asked(w, 2, { elder: 0, helper: 3 }), 'cancelled');
    must(await releaseRequest(w.deps, requestIdOf(2)));
    expect(code(await leave(31, '2026-12-24', 1))).toBe('time_estate_date');
    expect(code(await leave(32, '2026-10-30', 2))).toBe('time_not_kin');
    expect(must(await leave(33, '2026-10-30', 1)).minutes).toBe(120);
    expect(code(await leave(34, '2026-10-30', 1))).toBe('time_not_enough');
    expect(await held(w, elderAccount(elderIdOf(1)))).toBe(120);
    expect(await held(w, elderAccount(elderIdOf(0)))).toBe(0);
  });

  it('let nobody go without: the pool pays for the poorest, and the fund buys what nobody could do', async () => {
    const w = makeWorld();
    must(
      await recordHardship(w.deps, {
        query: undefined,
        actor: coordinator,
        params: { elderId: elderIdOf(2) },
        body: { commandId: commandIdOf(1), level: 'special_hardship', why: '特困供养' },
      }),
    );
    const one = asked(w, 1, { elder: 2, helper: 3, payBy: 'pool' });
    plantRequest(w, one, 'unmet');
    const bought = await guaranteeRequest(w.deps, {
      query: undefined,
      actor: coordinator,
      params: { requestId: requestIdOf(1) },
      body: { commandId: commandIdOf(2), why: '没人能来' },
    });
    expect(must(bought)).toMatchObject({ status: 'promised', feeFen: 4000 });
    expect((await w.table.get(requestItem, requestKey(requestIdOf(1))))?.value.payBy).toBe('money');
    plantRequest(w, { ...one, payBy: 'money' }, 'confirmed');
    plantVisit(w, { ...one, payBy: 'money' }, 60);
    must(await settleRequest(w.deps, requestIdOf(1)));
    const state = must(
      await readSolvency(w.deps, { params: undefined, body: undefined, actor: official, query: {} }),
    );
    expect(state.solvency).toMatchObject({ county: '231222', fundDrawnFen: 4000 });
  });

  it('give back what was called off, and what nobody settled by its end', async () => {
    const w = makeWorld();
    must(await served(w, 1, { helper: 0 }, 120));
    must(await gift(w, 0, 0, 120));
    plantRequest(w, asked(w, 2, { elder: 0, helper: 3 }), 'scheduled');
    must(await holdForRequest(w.deps, requestIdOf(2)));
    expect(must(await releaseRequest(w.deps, requestIdOf(2)))).toBe('done');
    expect(must(await expireFunding(w.deps, requestIdOf(2)))).toBe('done');
    w.deps.advance(40 * 24 * 60);
    expect(must(await expireFunding(w.deps, requestIdOf(2)))).toBe('written');
    expect(await held(w, elderAccount(elderIdOf(0)))).toBe(120);
  });
});

describe('the night', () => {
  it('finds nothing wrong where nothing is, and says where a balance was tampered with', async () => {
    const w = makeWorld();
    must(await served(w, 1));
    must(await gift(w, 0, 0, 20));
    expect(await runNight(w.deps)).toMatchObject({ differences: 0 });
    const account = personAccount(personIdOf(0));
    const stored = await w.table.get(balanceItem, balanceKey(account));
    if (!stored) throw new Error('no balance');
    w.table.plant(toRecord(balanceItem, { ...stored.value, creditsPosted: 75 }, stored.version));
    w.deps.advance(24 * 60);
    expect(await runNight(w.deps)).toMatchObject({ differences: 1 });
    const kept = await w.table.list(reconciliationItem, {
      pk: 'TIMERECONCILIATIONS',
      descending: true,
      limit: 1,
    });
    expect(kept.items[0]?.value).toMatchObject({
      sumMinutes: 15,
      differences: [{ accountId: account, field: 'creditsPosted', stored: 75, counted: 60 }],
    });
  });

  it('lets old minutes lapse once, the oldest first', async () => {
    const w = makeWorld();
    must(await served(w, 1, { helper: 3 }, 60));
    w.deps.advance(121 * 31 * 24 * 60);
    must(await served(w, 2, { helper: 3 }, 30));
    must(await lapseAccount(w.deps, personAccount(personIdOf(3))));
    must(await lapseAccount(w.deps, personAccount(personIdOf(3))));
    expect(await held(w, personAccount(personIdOf(3)))).toBe(30);
    expect(await reconcile(w.deps)).toMatchObject({ sumMinutes: 0, differences: [] });
  });
});

describe('the statement as a file', () => {
  const asked = { params: undefined, body: undefined, actor: family(0), query: {} };

  it('is CSV that a spreadsheet opens in Chinese and never runs', async () => {
    const w = makeWorld();
    must(await served(w, 1));
    const { base64, lines, leftOut } = must(await exportStatement(w.deps, asked));
    const text = Buffer.from(base64, 'base64').toString('utf8');
    expect(text.startsWith('\ufeff时间,类别,')).toBe(true);
    expect(text).toContain(`,60,earn.${visitIdOf(1)}\r\n`);
    expect([lines, leftOut]).toEqual([1, 0]);
    for (const cell of text.split(/[,\r\n]/)) expect(cell).not.toMatch(/^[=+@]/);
  });

  it('is a document that says of every line where it came from', async () => {
    const w = makeWorld();
    for (let n = 1; n <= 3; n += 1)
      must(await served(w, n, { startsAt: addMinutes(w.deps.clock(), n * 1500) as Instant }));
    const { parts } = must(await statementDocument(w.deps, asked));
    const table = parts.find((part) => part.kind === 'table');
    const { lines } = must(await readStatement(w.deps, asked));
    expect(table?.rows.map((row) => row[1])).toEqual(
      lines.map(({ title, story }) => `${title.zh}\n${story.zh}`),
    );
    expect(table?.rows.map((row) => row[3])).toEqual(['+1 小时 30 分', '+1 小时', '+1 小时']);
  });
});

import { mulberry32 } from '../../functions/src/table/memory-table';
import type { Instant } from '../../shared/src/kernel/instant';
import { addDays, addMinutes, beijing, beijingInstant, day } from '../../shared/src/kernel/instant';
import type { Minutes } from '../../shared/src/kernel/quantity';
import type { ServiceRequest } from '../../shared/src/service-requests/request';
import {
  type AccountId,
  elderAccount,
  kindOf,
  personAccount,
  poolAccounts,
} from '../../shared/src/time-bank/account';
import { applyAll, available, type Balance, emptyBalance, posted } from '../../shared/src/time-bank/balance';
import { creditVisit, verified } from '../../shared/src/time-bank/earn';
import type { Earnings } from '../../shared/src/time-bank/earnings';
import { monthOf } from '../../shared/src/time-bank/earnings';
import { closePromise, type FundYear, promise } from '../../shared/src/time-bank/fund';
import { hold, settle } from '../../shared/src/time-bank/funding';
import { giveToElder } from '../../shared/src/time-bank/give';
import type { TimeRules } from '../../shared/src/time-bank/rules';
import type { Transfer } from '../../shared/src/time-bank/transfer';
import type { Visit } from '../../shared/src/visits/visit';

/** A county over the years, by the very rules that the functions use; only people and chance are invented. */
export interface Quarter {
  readonly year: number;
  readonly outstandingHours: number;
  readonly redeemedHours: number;
  readonly waiting: number;
  readonly fundYuan: number;
}

const VILLAGE = '231222107201';
const ELDERS = 300;
const NEIGHBOURS = 90;
const CHILDREN = 180;
const VISIT_MINUTES = 60;
/** Shares a week, assumed: an elder asks, a neighbour can come this often, a child serves in the city. */
const ASKS = 0.55;
const VISITS_A_NEIGHBOUR = 1.2;
const CHILD_SERVES = 0.5;
/** Of the neighbours, how many leave in a year, and how many new ones come for each hundred hours redeemed. */
const LEAVE_A_YEAR = 0.3;
const JOIN_PER_HUNDRED_HOURS = 0.2;
const JOIN_A_YEAR = 0.15;
const PATIENCE_WEEKS = 2;
const END = '00000000000000000000000000';
const idOf = <Id>(prefix: string, n: number): Id => `${prefix}_${(END + String(n)).slice(-26)}` as Id;

interface Waiting {
  readonly elder: number;
  readonly since: number;
}

export function simulate(rules: TimeRules, years: number, seed: number): Quarter[] {
  const random = mulberry32(seed);
  const balances = new Map<AccountId, Balance>();
  const earnings = new Map<string, Earnings>();
  const quarters: Quarter[] = [];
  let fund: FundYear = { county: '231222', year: 2026, promisedFen: 0, drawnFen: 0 };
  let drawnFen = 0;
  let redeemed = 0;
  let redeemedThisYear = 0;
  let serial = 0;
  let neighbours = NEIGHBOURS;
  let waiting: Waiting[] = [];
  let crossed = 0;
  let crossedYear = 2026;

  const read = (id: AccountId, region = VILLAGE): Balance => balances.get(id) ?? emptyBalance(id, region);
  const move = (transfers: readonly Transfer[]): void => {
    const ids = [...new Set(transfers.flatMap((t) => [t.debit, t.credit]))];
    const after = applyAll(new Map(ids.map((id) => [id, read(id)])), transfers);
    if (!after.ok) throw new Error(after.refusal.code);
    for (const [id, b] of after.value) balances.set(id, b);
  };

  const serve = (person: number, at: Instant, village: string, length = VISIT_MINUTES): void => {
    serial += 1;
    const id = personAccount(idOf('person', person));
    const visit = visitOf(serial, person, at, village, length);
    const who = { personId: idOf<never>('person', person), kind: 'volunteer' as const, isKin: false };
    const seen = verified(visit, who);
    if (!seen.ok) throw new Error(seen.refusal.code);
    const month = `${id} ${monthOf(beijing(at).day)}`;
    const credited = creditVisit(seen.value, who, {
      rules,
      service: { code: 'company', weight: 100 },
      balance: read(id, village),
      earnings: earnings.get(month) ?? { accountId: id, month: monthOf(beijing(at).day), byDay: {} },
      suspicions: [],
      at,
    });
    if (!credited.ok) return;
    earnings.set(month, credited.value.earnings);
    move(credited.value.transfers);
  };

  /** Asks for an hour: by a neighbour who is free, or, after two weeks, by the fund. */
  const redeem = (elder: number, at: Instant, byFund: boolean): void => {
    serial += 1;
    const account = elderAccount(idOf('elder', elder));
    let request = requestOf(serial, elder, at, byFund);
    let after = fund;
    if (byFund) {
      const promised = promise(request, fund, rules);
      if (!promised.ok) return;
      after = promised.value.year;
      request = { ...promised.value.request, status: 'scheduled' } as ServiceRequest;
    }
    const held = hold(request, {
      rules,
      service: { code: 'company', weight: 100 },
      purse: {
        elder: read(account),
        pool: poolAccounts(VILLAGE).map((id) => read(id)),
        tier: elder % 6 === 0 ? 'first' : elder % 3 === 0 ? 'second' : 'third',
        usedThisMonth: 0,
      },
      elderAge: 75,
      byFund,
      at,
    });
    if (!held.ok) return;
    move(held.value.transfers);
    const settled = settle(
      held.value.funding,
      { minutes: VISIT_MINUTES, stepMinutes: rules.stepMinutes, elder: read(account) },
      at,
    );
    if (!settled.ok) throw new Error(settled.refusal.code);
    move(settled.value.transfers);
    redeemed += VISIT_MINUTES;
    redeemedThisYear += VISIT_MINUTES;
    if (!byFund) return;
    const fee = after.promisedFen - fund.promisedFen;
    fund = closePromise(after, { feeFen: fee } as never, 'drawn');
    drawnFen += fee;
  };

  const start = beijingInstant(day.parse('2026-01-05'), 10 * 60);
  for (let week = 0; week < years * 52; week += 1) {
    const at = addDays(start, week * 7);
    const { year } = beijing(at);
    if (year !== fund.year) {
      const stay = Math.round(neighbours * (1 - LEAVE_A_YEAR));
      neighbours = stay + Math.round((redeemedThisYear / 60 / 100) * JOIN_PER_HUNDRED_HOURS);
      neighbours = Math.max(20, Math.min(NEIGHBOURS * 2, neighbours + Math.round(NEIGHBOURS * JOIN_A_YEAR)));
      redeemedThisYear = 0;
      fund = { county: '231222', year, promisedFen: 0, drawnFen: 0 };
    }
    for (let n = 0; n < CHILDREN; n += 1) {
      if (random() < CHILD_SERVES)
        serve(1000 + n, addMinutes(at, n), '230103001001', 45 + Math.floor(random() * 150));
      if (year !== crossedYear) {
        crossedYear = year;
        crossed = 0;
      }
      const giver = read(personAccount(idOf('person', 1000 + n)), '230103001001');
      if (available(giver) < 120) continue;
      serial += 1;
      const given = giveToElder(
        { commandId: idOf('command', serial), giver, minutes: 120, by: 'system', at },
        {
          elderId: idOf('elder', n),
          relation: 'son',
          crossing: { county: { from: '230103', to: '231222', year, minutes: crossed }, village: undefined },
        },
        rules,
      );
      if (!given.ok) continue;
      crossed = given.value.crossing.county?.minutes ?? crossed;
      move([given.value.transfer]);
    }
    for (let n = 0; n < ELDERS; n += 1) {
      const own = available(read(elderAccount(idOf('elder', n)))) >= VISIT_MINUTES || n % 3 === 0;
      if (own && random() < ASKS) waiting.push({ elder: n, since: week });
    }
    const places = Math.round(neighbours * VISITS_A_NEIGHBOUR * (0.8 + random() * 0.4));
    for (const [index, one] of waiting.slice(0, places).entries()) {
      redeem(one.elder, addMinutes(at, index), false);
      serve(index % Math.max(1, neighbours), addMinutes(at, index), VILLAGE);
    }
    waiting = waiting.slice(places);
    for (const one of waiting.filter((each) => week - each.since >= PATIENCE_WEEKS))
      redeem(one.elder, at, true);
    waiting = waiting.filter((each) => week - each.since < PATIENCE_WEEKS);
    if (week % 13 === 12) {
      const owned = [...balances.values()].filter((b) => ['person', 'elder'].includes(kindOf(b.accountId)));
      quarters.push({
        year: 2026 + (week + 1) / 52,
        outstandingHours: Math.round(owned.reduce((sum, b) => sum + posted(b), 0) / 60),
        redeemedHours: Math.round(redeemed / 60),
        waiting: waiting.length,
        fundYuan: Math.round(drawnFen / 100),
      });
    }
  }
  const sum = [...balances.values()].reduce((all, b) => all + posted(b), 0);
  if (sum !== 0) throw new Error(`the simulation does not balance: ${sum}`);
  return quarters;
}

const visitOf = (
  n: number,
  person: number,
  startsAt: Instant,
  villageCode: string,
  length: number,
): Visit => {
  const attended = (minutes: number) => ({
    at: addMinutes(startsAt, minutes),
    receivedAt: addMinutes(startsAt, minutes),
    proof: { kind: 'door_code' as const, verified: true as const },
  });
  return {
    status: 'confirmed',
    visitId: idOf('visit', n),
    requestId: idOf('request', n),
    elderId: idOf('elder', n % ELDERS),
    villageCode,
    helperId: idOf('helper', person),
    helperName: '邻居',
    serviceCode: 'company',
    startsAt,
    endsAt: addMinutes(startsAt, VISIT_MINUTES),
    minutes: VISIT_MINUTES as Minutes,
    payBy: 'time',
    position: { lat: 46.25, lng: 126.27 },
    checkIn: attended(0),
    checkOut: attended(length),
    summary: '',
    minutesServed: length as Minutes,
    exceptions: [],
    confirmedAt: addMinutes(startsAt, 120),
    confirmedBy: { personId: idOf('person', 9_000_000 + n), role: 'family' },
  };
};

const requestOf = (n: number, elder: number, startsAt: Instant, unmet: boolean): ServiceRequest =>
  ({
    status: unmet ? 'unmet' : 'scheduled',
    ...(unmet ? { unmetAt: startsAt } : {}),
    requestId: idOf('request', n),
    elderId: idOf('elder', elder),
    villageCode: VILLAGE,
    serviceCode: 'company',
    startsAt,
    endsAt: addMinutes(startsAt, VISIT_MINUTES),
    minutes: VISIT_MINUTES as Minutes,
    places: [{ status: 'open' }],
    urgency: 'routine',
    wishes: {},
    payBy: elder % 3 === 0 ? 'pool' : 'time',
    note: '',
    requestedBy: { personId: idOf('person', 1), role: 'family' },
    createdAt: startsAt,
    waves: 0,
  }) as ServiceRequest;

export const assumptions = {
  ELDERS,
  NEIGHBOURS,
  CHILDREN,
  VISIT_MINUTES,
  ASKS,
  VISITS_A_NEIGHBOUR,
  CHILD_SERVES,
  LEAVE_A_YEAR,
  JOIN_PER_HUNDRED_HOURS,
  JOIN_A_YEAR,
  PATIENCE_WEEKS,
};

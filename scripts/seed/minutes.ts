import { create, type Write } from '../../functions/src/table/port';
import {
  balanceItem,
  corridorItem,
  earningsItem,
  entryItem,
  flagItem,
  fundingItem,
  poolUseItem,
  transferItem,
} from '../../functions/src/time-bank/items';
import type { Helper } from '../../shared/src/helpers/helper';
import type { Person } from '../../shared/src/identity/person';
import type { ElderId, PersonId } from '../../shared/src/kernel/ids';
import { addDays, beijing, type Instant, isBefore } from '../../shared/src/kernel/instant';
import { ageIn, type Elder } from '../../shared/src/people/elder';
import type { Kinship } from '../../shared/src/people/kinship';
import { countyOf } from '../../shared/src/regions/region';
import type { ServiceRequest } from '../../shared/src/service-requests/request';
import {
  type AccountId,
  elderAccount,
  issuanceAccount,
  kindOf,
  ownerOf,
  personAccount,
  poolAccounts,
} from '../../shared/src/time-bank/account';
import { applyAll, available, type Balance, emptyBalance } from '../../shared/src/time-bank/balance';
import { countyRules, firstVersion } from '../../shared/src/time-bank/city-rules';
import { creditAttendance, creditVisit, verified } from '../../shared/src/time-bank/earn';
import { type Earnings, monthOf } from '../../shared/src/time-bank/earnings';
import { type Funding, hold, settle } from '../../shared/src/time-bank/funding';
import { type Corridor, giveToElder, grantToPool } from '../../shared/src/time-bank/give';
import { tierOf } from '../../shared/src/time-bank/tier';
import type { Transfer } from '../../shared/src/time-bank/transfer';
import type { Visit } from '../../shared/src/visits/visit';
import { catalogue } from './catalogue';

/** Where minutes have a history: the township of the example village, and the district of the children. */
const PLACES = ['231222105', '230103'];
const rules = firstVersion(countyRules, '2020-01-01');
const END = '00000000000000000000000000';
const commandIdOf = (n: number) => `command_${(END + String(n)).slice(-26)}` as never;

/** The minutes behind the demonstration: by the very rules, folded in memory, written as the ledger would have. */
export function minutesOf(writes: readonly Write[], now: Instant): Write[] {
  const all = <T>(name: string): T[] =>
    writes.flatMap((each) => (each.verb === 'create' && each.kind.name === name ? [each.value as T] : []));
  const here = ({ villageCode }: { villageCode: string }) =>
    PLACES.some((place) => villageCode.startsWith(place));
  const helpers = all<Helper>('Helper');
  const elders = new Map(all<Elder>('Elder').map((each) => [each.elderId, each]));
  const kin = all<Kinship>('Kinship').filter((each) => each.status === 'consented');
  const byHelper = new Map(helpers.map((each) => [each.helperId, each]));
  const official = all<Person>('Person').find((each) => each.grants.some(({ role }) => role === 'official'));
  if (!official) throw new Error('nobody of the county grants');
  const bank = new SeedBank(helpers, elders, official.personId);

  const villages = [...new Set([...elders.values()].filter(here).map((each) => each.villageCode))];
  for (const [n, village] of villages.entries()) bank.grant(village, 3000, addDays(now, -45), n);
  const children = helpers.filter((each) => each.villageCode.startsWith('230103'));
  for (const child of children) {
    const parents = kin.filter((each) => each.personId === child.personId);
    if (parents.length === 0) continue;
    bank.attend(child, addDays(now, -20), 240, '社区义诊帮工', 'clinic-day');
    bank.attend(child, addDays(now, -9), 180, '陪独居老人过节', 'festival');
    bank.attend(child, addDays(now, -3), 120, '社区食堂帮厨', 'kitchen');
  }
  const visits = all<Visit>('visit')
    .filter(here)
    .sort((a, b) => (isBefore(a.startsAt, b.startsAt) ? -1 : 1));
  const requests = new Map(all<ServiceRequest>('ServiceRequest').map((each) => [each.requestId, each]));
  let flagged = false;
  for (const visit of visits) {
    const request = requests.get(visit.requestId);
    const helper = byHelper.get(visit.helperId);
    if (!request || !helper || request.payBy !== 'time') continue;
    if (visit.status !== 'confirmed') continue;
    const isKin = kin.some((each) => each.elderId === visit.elderId && each.personId === helper.personId);
    // Of today's visits some will be answered only later; their minutes are told as of now.
    const answered = isBefore(visit.confirmedAt, now) ? visit.confirmedAt : now;
    bank.fund(request, visit.minutesServed, answered);
    // One credit of the example village waits for two people to look at it.
    const odd = !flagged && visit.villageCode.startsWith('231222105') && helper.name !== '李桂芬';
    const waits = bank.earn({ ...visit, confirmedAt: answered }, helper, isKin, odd);
    flagged ||= waits;
  }
  for (const child of children)
    for (const parent of kin.filter((each) => each.personId === child.personId))
      bank.give(child, parent, 120, addDays(now, -1));
  for (const visit of visits) {
    const request = requests.get(visit.requestId);
    if (visit.status === 'scheduled' && request?.payBy === 'time') bank.fund(request, undefined, now);
  }
  return bank.writes();
}

class SeedBank {
  readonly #balances = new Map<AccountId, Balance>();
  readonly #earnings = new Map<string, Earnings>();
  readonly #corridors = new Map<string, Corridor>();
  readonly #poolUse = new Map<string, { elderId: ElderId; month: string; minutes: number }>();
  readonly #fundings: Funding[] = [];
  readonly #transfers: Transfer[] = [];
  readonly #flags: Write[] = [];
  readonly #homes = new Map<AccountId, string>();
  #commands = 0;

  constructor(
    helpers: readonly Helper[],
    readonly elders: ReadonlyMap<ElderId, Elder>,
    readonly official: PersonId,
  ) {
    for (const each of helpers) this.#homes.set(personAccount(each.personId), each.villageCode);
    for (const each of elders.values()) this.#homes.set(elderAccount(each.elderId), each.villageCode);
  }

  #read(id: AccountId): Balance {
    return this.#balances.get(id) ?? emptyBalance(id, this.#homes.get(id) ?? ownerOf(id));
  }

  #move(transfers: readonly Transfer[]): void {
    const ids = [...new Set(transfers.flatMap((t) => [t.debit, t.credit]))];
    const after = applyAll(new Map(ids.map((id) => [id, this.#read(id)])), transfers);
    if (!after.ok) throw new Error(`the seed's minutes were refused: ${after.refusal.code}`);
    for (const [id, balance] of after.value) this.#balances.set(id, balance);
    this.#transfers.push(...transfers);
  }

  #earnedSoFar(id: AccountId, at: Instant): { key: string; so: Earnings } {
    const month = monthOf(beijing(at).day);
    const key = `${id} ${month}`;
    return { key, so: this.#earnings.get(key) ?? { accountId: id, month, byDay: {} } };
  }

  grant(village: string, minutes: number, at: Instant, n: number): void {
    const commandId = commandIdOf(n + 1);
    const from = issuanceAccount(countyOf(village), commandId);
    const by = { personId: this.official, role: 'official' as const };
    const granted = grantToPool({ commandId, by, at, why: '冬季基本时间', minutes }, village, from, rules);
    if (granted.ok) this.#move([granted.value]);
  }

  attend(
    { personId, villageCode }: Helper,
    startsAt: Instant,
    minutes: number,
    why: string,
    attendanceId: string,
  ) {
    const id = personAccount(personId);
    const { key, so } = this.#earnedSoFar(id, startsAt);
    const credited = creditAttendance(
      { attendanceId, personId, witnessedBy: this.official, villageCode, startsAt, minutes },
      { rules, balance: this.#read(id), earnings: so, suspicions: [], at: startsAt },
    );
    if (!credited.ok) return;
    this.#earnings.set(key, credited.value.earnings);
    this.#move(credited.value.transfers.map((t) => ({ ...t, why })));
  }

  give({ personId, villageCode }: Helper, to: Kinship, minutes: number, at: Instant): void {
    this.#commands += 1;
    const { year } = beijing(at);
    const crossing = (from: string, target: string): Corridor =>
      this.#corridors.get(`${from} ${target}`) ?? { from, to: target, year, minutes: 0 };
    const given = giveToElder(
      {
        commandId: commandIdOf(100_000 + this.#commands),
        giver: this.#read(personAccount(personId)),
        minutes,
        by: { personId, role: 'family' },
        at,
      },
      {
        elderId: to.elderId,
        relation: to.relation,
        crossing: {
          county: crossing(countyOf(villageCode), countyOf(to.villageCode)),
          village: crossing('*', to.villageCode),
        },
      },
      rules,
    );
    if (!given.ok) return;
    for (const each of [given.value.crossing.county, given.value.crossing.village])
      if (each) this.#corridors.set(`${each.from} ${each.to}`, each);
    this.#move([given.value.transfer]);
  }

  earn(visit: Visit & { status: 'confirmed' }, helper: Helper, isKin: boolean, odd: boolean): boolean {
    const who = { personId: helper.personId, kind: helper.kind, isKin };
    const seen = verified(visit, who);
    if (!seen.ok) return false;
    const id = personAccount(helper.personId);
    const { key, so } = this.#earnedSoFar(id, visit.startsAt);
    const credited = creditVisit(seen.value, who, {
      rules,
      service: { code: visit.serviceCode, weight: weightOf(visit.serviceCode) },
      balance: this.#read(id),
      earnings: so,
      suspicions: odd ? [{ code: 'burst', count: 8 }] : [],
      at: visit.confirmedAt,
    });
    if (!credited.ok) return false;
    this.#earnings.set(key, credited.value.earnings);
    this.#move(credited.value.transfers);
    const [pending] = credited.value.transfers;
    if (pending?.step !== 'pending') return false;
    this.#flags.push(
      create(flagItem, {
        status: 'open',
        flagId: pending.transferId,
        personId: helper.personId,
        helperId: helper.helperId,
        villageCode: visit.villageCode,
        reasons: [...credited.value.reasons],
        pending,
        raisedAt: visit.confirmedAt,
        decisions: [],
      }),
    );
    return true;
  }

  /** Sets aside what pays for a request, and takes what was used where its visit is over. */
  fund(request: ServiceRequest, served: number | undefined, at: Instant): void {
    const elder = this.elders.get(request.elderId);
    if (!elder) return;
    const account = elderAccount(elder.elderId);
    const month = monthOf(beijing(request.startsAt).day);
    const key = `${elder.elderId} ${month}`;
    const use = this.#poolUse.get(key) ?? { elderId: elder.elderId, month, minutes: 0 };
    const { year } = beijing(at);
    const held = hold(request, {
      rules,
      service: { code: request.serviceCode, weight: weightOf(request.serviceCode) },
      purse: {
        elder: this.#read(account),
        pool: poolAccounts(request.villageCode).map((id) => this.#read(id)),
        tier: tierOf(elder, 'none', year),
        usedThisMonth: use.minutes,
      },
      elderAge: ageIn(elder, year),
      byFund: false,
      at: served === undefined ? at : request.createdAt,
    });
    if (!held.ok) return;
    this.#move(held.value.transfers);
    let closed: { funding: Funding; transfers: readonly Transfer[] } = {
      funding: held.value.funding,
      transfers: held.value.transfers,
    };
    if (served !== undefined) {
      const settled = settle(
        held.value.funding,
        { minutes: served, stepMinutes: rules.stepMinutes, elder: this.#read(account) },
        at,
      );
      if (!settled.ok) throw new Error(settled.refusal.code);
      this.#move(settled.value.transfers);
      closed = settled.value;
    }
    this.#fundings.push(closed.funding);
    const drawn = closed.transfers.reduce(
      (sum, t) => (kindOf(t.debit) === 'pool' && 'minutes' in t ? sum + t.minutes : sum),
      0,
    );
    if (drawn > 0) this.#poolUse.set(key, { ...use, minutes: use.minutes + drawn });
  }

  writes(): Write[] {
    const owed = [...this.#balances.values()].filter(
      (b) => kindOf(b.accountId) !== 'issuance' && available(b) < 0,
    );
    if (owed.length > 0) throw new Error('the seed left someone below zero');
    return [
      ...[...this.#balances.values()].map((each) => create(balanceItem, each)),
      ...this.#transfers.flatMap((transfer) => [
        create(transferItem, transfer),
        create(entryItem, { accountId: transfer.debit, transfer }),
        create(entryItem, { accountId: transfer.credit, transfer }),
      ]),
      ...[...this.#earnings.values()].map((each) => create(earningsItem, each)),
      ...[...this.#corridors.values()].map((each) => create(corridorItem, each)),
      ...[...this.#poolUse.values()].map((each) => create(poolUseItem, each)),
      ...this.#fundings.map((each) => create<Funding>(fundingItem, each)),
      ...this.#flags,
    ];
  }
}

const weights = new Map(catalogue.map((each) => [each.code, each.weight]));
const weightOf = (code: string): number => weights.get(code) ?? 100;

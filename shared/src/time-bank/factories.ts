import type { CommandId, ElderId, PersonId, VisitId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import type { Visit } from '../visits/visit';
import { type AccountId, elderAccount, kindOf, personAccount } from './account';
import type { Amount } from './amount';
import { type Balance, emptyBalance } from './balance';
import { countyRules, firstVersion } from './city-rules';
import type { Earnings } from './earnings';
import { type PendingTransfer, type Transfer, transferIdOf } from './transfer';

/** Accounts, rules and transfers named after what they are, for tests of the ledger. */
const END = '00000000000000000000000000';
const idOf = (prefix: string, n: number): string => `${prefix}_${(END + String(n)).slice(-26)}`;

export const personIdOf = (n: number): PersonId => idOf('person', n) as PersonId;
export const elderIdOf = (n: number): ElderId => idOf('elder', n) as ElderId;
export const visitIdOf = (n: number): VisitId => idOf('visit', n) as VisitId;
export const commandIdOf = (n: number): CommandId => idOf('command', n) as CommandId;

export const HONGGUANG = '231222107201';
export const HARBIN = '230103001001';
export const AT = '2026-03-02T04:00:00.000Z' as Instant;
export const rules = firstVersion(countyRules, '2026-01-01');

export const holding = (
  minutes: number,
  id: AccountId = personAccount(personIdOf(1)),
  region = HARBIN,
): Balance => ({
  ...emptyBalance(id, region),
  creditsPosted: minutes,
  entries: minutes > 0 ? 1 : 0,
});
export const mothers = (minutes: number): Balance => holding(minutes, elderAccount(elderIdOf(1)), HONGGUANG);

export const nothingEarned = (n = 1): Earnings => ({
  accountId: personAccount(personIdOf(n)),
  month: '2026-03',
  byDay: {},
});

export const setAside = (minutes: number, from: Balance, to: AccountId): PendingTransfer => {
  const cause = { kind: 'request' as const, id: idOf('request', 1) };
  return {
    step: 'pending',
    code: kindOf(from.accountId) === 'issuance' ? 'earn' : 'spend',
    transferId: transferIdOf('spend', cause, '0'),
    cause,
    debit: from.accountId,
    credit: to,
    at: AT,
    by: 'system',
    about: {},
    rules: 'county@1',
    minutes: minutes as Amount,
  };
};

export const moved = (
  minutes: number,
  from: AccountId,
  to: AccountId,
): Extract<Transfer, { step: 'posted' }> => {
  const cause = { kind: 'command' as const, id: commandIdOf(1) };
  return {
    step: 'posted',
    code: 'gift',
    transferId: transferIdOf('gift', cause),
    cause,
    debit: from,
    credit: to,
    at: AT,
    by: 'system',
    about: {},
    rules: 'county@1',
    minutes: minutes as Amount,
  };
};

/** The visit with other facts of its ending. */
export const withMinutes = <V extends Extract<Visit, { minutesServed: unknown }>>(
  v: V,
  minutesServed: number,
): V => ({
  ...v,
  minutesServed: minutesServed as V['minutesServed'],
});

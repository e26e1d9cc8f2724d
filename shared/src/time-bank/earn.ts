import type { HelperKind } from '../catalogue/service';
import type { PersonId } from '../kernel/ids';
import { beijing, type Instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { countyOf } from '../regions/region';
import { mustBeFixed } from '../visits/exceptions-of';
import type { Visit, VisitIn } from '../visits/visit';
import { issuanceAccount, personAccount, poolAccount } from './account';
import { type Amount, worth } from './amount';
import { available, type Balance } from './balance';
import { capped, type Earnings, withCredit } from './earnings';
import type { FlagReason } from './flag';
import { rulesName, type TimeRules, weightOf } from './rules';
import { type About, type Cause, type Transfer, transferIdOf } from './transfer';

/** Who came, as far as earning goes. */
export interface Earner {
  readonly personId: PersonId;
  readonly kind: HelperKind;
  /** Kin of the elder served: one's own parents are no one else's service. */
  readonly isKin: boolean;
}

export interface Verified {
  readonly visit: VisitIn<'confirmed' | 'resolved'>;
  readonly servedMinutes: number;
  readonly confirmedBy: PersonId | undefined;
  /** What has to be looked at by two people before it counts. */
  readonly doubts: readonly FlagReason[];
}

/**
 * Holds a visit against the six facts and asks who confirmed it. The helper, whatever other role they hold, cannot be
 * the one. What nobody confirmed, or whose place is not shown, is doubtful and stays pending.
 */
export function verified(v: Visit, who: Earner): Result<Verified> {
  if (v.status !== 'confirmed' && v.status !== 'resolved') return refuse('time_visit_unverified');
  if (v.payBy === 'free') return refuse('time_nothing_to_credit');
  if (v.payBy === 'money' || who.kind !== 'volunteer') return refuse('time_paid_in_money');
  if (who.isKin) return refuse('time_own_kin');
  const by = v.status === 'confirmed' ? v.confirmedBy : v.resolvedBy;
  if (typeof by !== 'string' && by.personId === who.personId) return refuse('time_helper_confirmed');
  if (v.status === 'confirmed' && mustBeFixed(v)) return refuse('time_visit_unverified');
  const servedMinutes = v.status === 'resolved' ? v.minutesCredited : v.minutesServed;
  if (servedMinutes === 0) return refuse('time_nothing_to_credit');
  const doubts: FlagReason[] = [];
  if (by === 'system') doubts.push({ code: 'nobody_confirmed' });
  if (!v.checkIn.proof.verified) doubts.push({ code: 'place_unverified' });
  return allow({
    visit: v,
    servedMinutes,
    confirmedBy: typeof by === 'string' ? undefined : by.personId,
    doubts,
  });
}

export interface Credit {
  readonly transfers: readonly Transfer[];
  readonly earnings: Earnings;
  readonly reasons: readonly FlagReason[];
}

interface Given {
  readonly rules: TimeRules;
  readonly service: { readonly code: string; readonly weight: number };
  readonly balance: Balance;
  readonly earnings: Earnings;
  /** Found by looking at others' visits and transfers. */
  readonly suspicions: readonly FlagReason[];
  readonly at: Instant;
}

/**
 * The credit for a verified visit: by weight, within the caps, with the pool's share beside it. Where something
 * is doubtful the minutes are pending, and the pool gets its share when they are posted.
 */
export function creditVisit(seen: Verified, who: Earner, given: Given): Result<Credit> {
  const { visit, servedMinutes, confirmedBy, doubts } = seen;
  const weightPercent = weightOf(given.rules, given.service);
  return credit(
    'earn',
    { kind: 'visit', id: visit.visitId },
    worth(servedMinutes, weightPercent, given.rules.stepMinutes),
    {
      visitId: visit.visitId,
      elderId: visit.elderId,
      helperId: visit.helperId,
      serviceCode: visit.serviceCode,
      villageCode: visit.villageCode,
      startsAt: visit.startsAt,
      servedMinutes,
      weightPercent,
      ...(confirmedBy === undefined ? {} : { confirmedBy }),
    },
    { ...given, suspicions: [...doubts, ...given.suspicions] },
    who.personId,
    visit.villageCode,
  );
}

export interface Attendance {
  /** Of the activity: with the person it makes the cause. */
  readonly attendanceId: string;
  readonly personId: PersonId;
  readonly witnessedBy: PersonId;
  readonly villageCode: string;
  readonly startsAt: Instant;
  readonly minutes: number;
}

/** Group and programme work, by an attendance list that someone else kept. */
export function creditAttendance(a: Attendance, given: Omit<Given, 'service'>): Result<Credit> {
  if (a.personId === a.witnessedBy) return refuse('time_helper_confirmed');
  return credit(
    'attend',
    { kind: 'attendance', id: `${a.attendanceId}:${a.personId}` },
    worth(a.minutes, 100, given.rules.stepMinutes),
    {
      villageCode: a.villageCode,
      startsAt: a.startsAt,
      servedMinutes: a.minutes,
      confirmedBy: a.witnessedBy,
    },
    given,
    a.personId,
    a.villageCode,
  );
}

function credit(
  code: 'earn' | 'attend',
  cause: Cause,
  wanted: number,
  about: About,
  { rules, balance, earnings, suspicions, at }: Omit<Given, 'service'>,
  personId: PersonId,
  village: string,
): Result<Credit> {
  if (wanted === 0) return refuse('time_nothing_to_credit');
  const on = beijing(about.startsAt ?? at).day;
  const cut = capped(wanted, rules, earnings, on, available(balance) + balance.creditsPending);
  if (cut.minutes === 0) return refuse('time_cap_reached');
  const county = countyOf(village);
  const to = {
    code,
    cause,
    debit: issuanceAccount(county, cause.id),
    credit: personAccount(personId),
    at,
    by: 'system' as const,
    about: cut.cutBy === undefined ? about : { ...about, cutBy: cut.cutBy, cutMinutes: cut.cutMinutes },
    rules: rulesName(rules),
    transferId: transferIdOf(code, cause),
    minutes: cut.minutes as Amount,
  };
  const transfers: Transfer[] =
    suspicions.length > 0
      ? [{ ...to, step: 'pending' }]
      : [{ ...to, step: 'posted' }, ...poolShare(to, rules, village)];
  return allow({ transfers, earnings: withCredit(earnings, on, cut.minutes), reasons: suspicions });
}

type Earned = Pick<Transfer, 'cause' | 'debit' | 'at' | 'about' | 'rules'> & { readonly minutes: number };

/** The village pool's share: on top of the credit, so nobody is taxed for helping. */
export function poolShare(earned: Earned, rules: TimeRules, village: string): Transfer[] {
  const minutes = Math.floor((earned.minutes * rules.pool.sharePercent) / 100);
  if (minutes === 0) return [];
  const { cause, debit, at, about, rules: named } = earned;
  return [
    {
      step: 'posted',
      code: 'pool_share',
      transferId: transferIdOf('pool_share', cause),
      cause,
      debit,
      credit: poolAccount(village, cause.id),
      at,
      by: 'system',
      about,
      rules: named,
      minutes: minutes as Amount,
    },
  ];
}

import type { AlertId, PersonId } from '../kernel/ids';
import { beijing, type Instant, minutesBetween } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { baseOf, type DutyIn, type DutyRecord, isDue, type OpenDuty, type VisitDuty } from './duty';
import { inMonth, nextUsual } from './review';
import { visitRules } from './rules';
import { causeWords } from './sentence';

type Seen = DutyRecord & { readonly found: NonNullable<DutyRecord['found']> };

const lastSeenBy = ({ entryId, at, how, by, found }: Seen): NonNullable<VisitDuty['lastSeen']> => ({
  entryId,
  at,
  how,
  byName: by.name,
  role: by.role,
  well: found.well,
});
const isSeen = (r: DutyRecord): r is Seen => r.found !== undefined && r.takenBack === undefined;

/** 见到了: every cause there was is answered by it, and the next usual visit is counted from here. */
export function seen(d: VisitDuty, record: Seen): DutyIn<'rested'> {
  const { at, how } = record;
  const base = baseOf(d);
  const rested: DutyIn<'rested'> = {
    ...base,
    status: 'rested',
    lastSeen: lastSeenBy(record),
    months: inMonth(d.months, beijing(at).day, d.risk.difficult, (m) => ({ ...m, [how]: m[how] + 1 })),
  };
  return { ...rested, nextOn: nextUsual(rested, d.risk) };
}

export interface Tried {
  readonly duty: OpenDuty;
  /** Whether the ladder of alerts has to begin. */
  readonly ladder: boolean;
}

/** 没联系上. Twice, with time between, and others are told; `alertId` is what that alert would be called. */
export function notReached(d: VisitDuty, { at, how, by }: DutyRecord, alertId: AlertId): Result<Tried> {
  if (!isDue(d)) return refuse('duty_not_due');
  const last = d.tries.at(-1);
  if (last && minutesBetween(last.at, at) < visitRules.minutesBetweenTries)
    return refuse('duty_tried_just_now');
  const tries = [...d.tries, { at, how, byName: by.name }].slice(-20);
  if (d.status === 'unreached' || tries.length < visitRules.tries)
    return allow({ duty: { ...d, tries }, ladder: false });
  return allow({ duty: { ...d, tries, status: 'unreached', alertId }, ladder: true });
}

/** 请人去看: the helper sees where to go from now until the elder was seen. */
export function askHelper(d: VisitDuty, helper: OpenDuty['helper']): Result<OpenDuty> {
  if (!isDue(d)) return refuse('duty_not_due');
  const { helper: _, ...rest } = d;
  return allow(helper === undefined ? rest : { ...rest, helper });
}

const HOURS_TO_TAKE_BACK = 24;

/** Whether this person may still say that a record was a mistake: their own, the last one seen, within a day. */
export const mayTakeBack = (d: VisitDuty, record: DutyRecord, by: PersonId, now: Instant): boolean =>
  isSeen(record) &&
  record.by.personId === by &&
  d.lastSeen?.entryId === record.entryId &&
  minutesBetween(record.at, now) <= HOURS_TO_TAKE_BACK * 60;

/** 记错了: as if it had not been, and due today, so that it cannot go quiet. `earlier` are the elder's other records. */
export function takeBack(
  d: VisitDuty,
  record: DutyRecord,
  earlier: readonly DutyRecord[],
  by: PersonId,
  now: Instant,
): Result<OpenDuty> {
  if (!mayTakeBack(d, record, by, now)) return refuse('duty_record_kept');
  const { lastSeen: _, ...base } = baseOf(d);
  const last = earlier.filter(isSeen).filter((each) => each.entryId !== record.entryId);
  const before = last.reduce<Seen | undefined>((a, b) => (a && a.at > b.at ? a : b), undefined);
  const today = beijing(now).day;
  const months = d.months.map((m) =>
    m.month === beijing(record.at).day.slice(0, 7)
      ? { ...m, [record.how]: Math.max(0, m[record.how] - 1) }
      : m,
  );
  return allow({
    ...base,
    months,
    ...(before ? { lastSeen: lastSeenBy(before) } : {}),
    status: 'due',
    causes: isDue(d)
      ? d.causes
      : [{ kind: 'routine', code: 'routine', dueOn: today, words: causeWords.routine(d.risk.tier) }],
    dueOn: today,
    tries: isDue(d) ? d.tries : [],
    ...(isDue(d) && d.helper ? { helper: d.helper } : {}),
  });
}

import type { ElderId, EntryId, PersonId, WarningId } from '../kernel/ids';
import { addDays, beijing, type Instant } from '../kernel/instant';
import type { Role } from '../kernel/role';
import type { DutyIn, DutyRecord, OpenDuty, VisitDuty } from './duty';
import { newDuty, plusDays } from './review';
import type { Risk } from './risk';
import { causeWords } from './sentence';
import type { Warning } from './warning';

/** Duties named after their states, for tests. */
const idOf = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(26, '0')}`;
const someone = {
  elderId: idOf('elder', 1) as ElderId,
  villageCode: '231222107201',
};
export const aloneAndOld: Risk = { tier: 'high', difficult: true, reasons: ['alone_aged'] };
/** A Tuesday, ten in the morning in Beijing, with no festival near. */
export const TUESDAY = '2026-11-24T02:00:00.000Z' as Instant;
export const sunLi = { personId: idOf('person', 5) as PersonId, role: 'coordinator' as Role, name: '孙丽' };

type Whose = Pick<VisitDuty, 'elderId' | 'villageCode'>;

/** Seen so many days ago, and nothing due yet. */
export const rested = (daysAgo: number, now = TUESDAY, whose: Whose = someone): DutyIn<'rested'> => {
  const at = addDays(now, -daysAgo);
  return {
    ...newDuty(whose, { risk: aloneAndOld }, beijing(addDays(now, -200)).day),
    status: 'rested',
    lastSeen: {
      entryId: idOf('entry', 61) as EntryId,
      at,
      how: 'home',
      byName: sunLi.name,
      role: sunLi.role,
      well: true,
    },
    nextOn: plusDays(beijing(at).day, 7),
  };
};

export const due = (whose: Whose = someone, now = TUESDAY): DutyIn<'due'> => {
  const dueOn = beijing(now).day;
  return {
    ...rested(1, now, whose),
    status: 'due',
    causes: [{ kind: 'routine', code: 'routine', dueOn, words: causeWords.routine('high') }],
    dueOn,
    tries: [],
  };
};
export const asked = (d: DutyIn<'due'>, helper: NonNullable<OpenDuty['helper']>): DutyIn<'due'> => ({
  ...d,
  helper,
});

export const seenBy = (
  { personId, role }: { readonly personId: PersonId; readonly role: Role },
  name: string,
  now: Instant,
  whose: Whose = someone,
): DutyRecord & { found: NonNullable<DutyRecord['found']> } => ({
  entryId: idOf('entry', 61) as EntryId,
  elderId: whose.elderId,
  villageCode: whose.villageCode,
  at: addDays(now, -1),
  by: { personId, role, name },
  how: 'home',
  found: { well: true, note: '' },
});

export const aWarning = (regionCode: string, by: PersonId, at: Instant): Warning => {
  const from = beijing(addDays(at, 1)).day;
  return {
    warningId: idOf('warning', 1) as WarningId,
    regionCode,
    hazard: 'snow',
    from,
    to: plusDays(from, 2),
    by: { personId: by, role: 'coordinator', name: sunLi.name },
    at,
  };
};

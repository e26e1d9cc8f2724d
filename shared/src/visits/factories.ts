import type { ElderId, EntryId, HelperId, PersonId, RequestId, VisitId } from '../kernel/ids';
import { addMinutes, type Instant } from '../kernel/instant';
import type { Minutes } from '../kernel/quantity';
import { confirm, dispute } from './answer';
import { checkIn, checkOut } from './arrive';
import type { NewEntry } from './log';
import type { Door } from './proof';
import type { ActedBy, ScheduledVisit, VisitIn } from './visit';

/** Visits named after their states, for tests and for the seed. */
const END = '00000000000000000000000000';
const idOf = (prefix: string, n: number): string => `${prefix}_${(END + String(n)).slice(-26)}`;

export const homeDoor: Door = { position: { lat: 46.25, lng: 126.27 }, doorCode: '4821' };
export const START = '2026-03-02T02:00:00.000Z' as Instant;
export const kin: ActedBy = { personId: idOf('person', 7) as PersonId, role: 'family' };
export const coordinator: ActedBy = { personId: idOf('person', 8) as PersonId, role: 'coordinator' };
export const entryIdOf = (n: number): EntryId => idOf('entry', n) as EntryId;

export const upcoming = (over: Partial<ScheduledVisit> = {}): ScheduledVisit => ({
  visitId: idOf('visit', 1) as VisitId,
  requestId: idOf('request', 1) as RequestId,
  elderId: idOf('elder', 1) as ElderId,
  villageCode: '231222107201',
  helperId: idOf('helper', 1) as HelperId,
  helperName: '李桂芬',
  serviceCode: 'company',
  startsAt: START,
  endsAt: addMinutes(START, 60),
  minutes: 60 as Minutes,
  position: homeDoor.position,
  payBy: 'time',
  status: 'scheduled',
  ...over,
});

const must = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!result.ok) throw new Error(`a factory was refused: ${result.refusal.code}`);
  return result.value;
};

export const underWay = (after = 0, over: Partial<ScheduledVisit> = {}): VisitIn<'checked_in'> => {
  const plan = upcoming(over);
  const at = addMinutes(plan.startsAt, after);
  const evidence = { kind: 'door_code', code: homeDoor.doorCode } as const;
  return must(checkIn(plan, { at, receivedAt: at, evidence }, homeDoor));
};

export const ended = (lasted = 60, over: Partial<ScheduledVisit> = {}): VisitIn<'checked_out'> => {
  const here = underWay(0, over);
  const at = addMinutes(here.startsAt, lasted);
  const evidence = { kind: 'door_code', code: homeDoor.doorCode } as const;
  return must(checkOut(here, { at, receivedAt: at, evidence, summary: '一切都好' }, homeDoor, true));
};

export const confirmed = (over: Partial<ScheduledVisit> = {}): VisitIn<'confirmed'> =>
  must(confirm(ended(60, over), kin, addMinutes(START, 120), { rating: 5 }));

export const disputed = (over: Partial<ScheduledVisit> = {}): VisitIn<'disputed'> =>
  must(dispute(ended(60, over), kin, addMinutes(START, 120), '没有打扫'));

export const noteOf = (n: number, after: number): NewEntry => ({
  entryId: entryIdOf(n),
  at: addMinutes(START, after),
  kind: 'note',
  text: `第 ${n} 条`,
});

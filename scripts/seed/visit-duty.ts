import type { NewId } from '../../functions/src/platform/ids';
import { create, type Write } from '../../functions/src/table/port';
import {
  dutyItem,
  dutyRecordItem,
  villageMonthItem,
  warningItem,
} from '../../functions/src/visit-duty/items';
import type { Helper } from '../../shared/src/helpers/helper';
import type { Person } from '../../shared/src/identity/person';
import { addDays, beijing, type Instant } from '../../shared/src/kernel/instant';
import type { Elder } from '../../shared/src/people/elder';
import type { DutyMonth, DutyRecord, VisitDuty } from '../../shared/src/visit-duty/duty';
import { askHelper, seen } from '../../shared/src/visit-duty/outcome';
import { countVillage } from '../../shared/src/visit-duty/rate';
import { newDuty, plusDays, review } from '../../shared/src/visit-duty/review';
import { riskOf } from '../../shared/src/visit-duty/risk';
import { visitRules } from '../../shared/src/visit-duty/rules';
import type { Warning } from '../../shared/src/visit-duty/warning';
import type { Chance } from './chance';

interface Given {
  readonly by: Chance;
  readonly newId: NewId;
  readonly now: Instant;
}
const TOWNSHIP = '231222105';
const MONTHS_BEFORE = 3;

/** Some months of looking in behind the county, made by the very rules; snow is forecast for the example township. */
export function visitDuties(writes: readonly Write[], { by, newId, now }: Given): Write[] {
  const all = <T>(name: string): T[] =>
    writes.flatMap((each) => (each.verb === 'create' && each.kind.name === name ? [each.value as T] : []));
  const people = all<Person>('Person');
  const coordinatorOf = (village: string) =>
    people.find(({ grants }) =>
      grants.some(({ role, regionCode }) => role === 'coordinator' && regionCode === village.slice(0, 9)),
    );
  const neighbour = all<Helper>('Helper').find(({ name }) => name === '李桂芬');
  // Another may bear her name; the widow of the story lives in the neighbour's village.
  const widow = all<Elder>('Elder').find(
    ({ name, villageCode }) => name === '赵玉珍' && villageCode === neighbour?.villageCode,
  );
  const forecaster = coordinatorOf(TOWNSHIP);
  const snow = forecaster && snowTomorrow(newId, now, forecaster);
  const villages = new Map<string, VisitDuty[]>();
  const made = all<Elder>('Elder').flatMap((elder): Write[] => {
    const visitor = coordinatorOf(elder.villageCode);
    if (!visitor) return [];
    const { duty, record } = livedIn({ by, newId, now }, elder, visitor, {
      late: elder === widow,
      warnings: snow ? [snow] : [],
    });
    // The widow is two days late, and the neighbour has been asked to look in.
    const handed =
      elder === widow && neighbour
        ? askHelper(duty, {
            helperId: neighbour.helperId,
            personId: neighbour.personId,
            name: neighbour.name,
            askedBy: visitor.personId,
            at: now,
          })
        : undefined;
    const kept = handed?.ok ? handed.value : duty;
    villages.set(elder.villageCode, [...(villages.get(elder.villageCode) ?? []), kept]);
    return [create(dutyItem, kept), create(dutyRecordItem, record)];
  });
  const months = Array.from({ length: MONTHS_BEFORE + 1 }, (_, back) => monthBefore(now, back));
  return [
    ...made,
    ...[...villages].flatMap(([village, duties]) =>
      months.map((month) => create(villageMonthItem, countVillage(village, month, duties, now))),
    ),
    ...(snow ? [create(warningItem, { ...snow, laid: true })] : []),
  ];
}

function monthBefore(now: Instant, back: number): string {
  const { year, month } = beijing(now);
  const n = year * 12 + month - 1 - back;
  return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
}

function livedIn(
  { by, newId, now }: Given,
  elder: Elder,
  visitor: Person,
  { late, warnings }: { readonly late: boolean; readonly warnings: readonly Warning[] },
): { duty: VisitDuty; record: DutyRecord } {
  const today = beijing(now).day;
  const risk = riskOf(elder, [], today);
  const every = visitRules.everyDays[risk.tier];
  const ago = late ? every + 2 : by.int(1, Math.ceil(every * 1.03));
  const at = addDays(now, -ago);
  const well = by.likely(0.9);
  const record = {
    entryId: newId('entry'),
    elderId: elder.elderId,
    villageCode: elder.villageCode,
    at,
    by: { personId: visitor.personId, role: 'coordinator' as const, name: visitor.name },
    how: by.likely(0.7) ? ('home' as const) : by.likely(0.8) ? ('phone' as const) : ('video' as const),
    found: well
      ? { well, note: '' }
      : { well, concerns: [by.pick(['health', 'heating', 'mood', 'meals'] as const)], note: '' },
  };
  const since = plusDays(today, -200);
  const begun = { ...newDuty(elder, { risk }, since), months: pastMonths(by, now, risk.difficult, at) };
  const facts = { risk, livesAlone: elder.livesAlone, warnings, crises: [] };
  return { duty: review(seen(begun, record), facts, now), record };
}

/** In the months behind, nearly everybody was seen. The month of the last visit is counted by the visit itself. */
function pastMonths(by: Chance, now: Instant, difficult: boolean, lastAt: Instant): DutyMonth[] {
  const last = beijing(lastAt).day.slice(0, 7);
  return Array.from({ length: MONTHS_BEFORE + 1 }, (_, index) => monthBefore(now, MONTHS_BEFORE - index)).map(
    (month) => ({
      month,
      difficult,
      home: month < last && by.likely(0.93) ? 1 : 0,
      phone: month < last && by.likely(0.4) ? 1 : 0,
      video: month < last && by.likely(0.08) ? 1 : 0,
      missed: 0,
    }),
  );
}

const snowTomorrow = (newId: NewId, now: Instant, { personId, name }: Person): Warning => {
  const from = beijing(addDays(now, 1)).day;
  return {
    warningId: newId('warning'),
    regionCode: TOWNSHIP,
    hazard: 'snow',
    from,
    to: plusDays(from, 1),
    by: { personId, role: 'coordinator', name },
    at: now,
  };
};

import * as z from 'zod';
import { instant } from '../kernel/instant';
import { villageCode } from '../regions/region';
import type { DutyMonth, VisitDuty, Way } from './duty';

/** 探访率: one village in one month. The rate is of elders in special difficulty and has to reach all of them. */
export const villageMonth = z.lazy(() =>
  z.strictObject({
    villageCode,
    month: z.string().regex(/^\d{4}-\d{2}$/),
    elders: z.int().min(0),
    difficult: z.int().min(0),
    difficultSeen: z.int().min(0),
    /** Of all elders. */
    seen: z.int().min(0),
    home: z.int().min(0),
    phone: z.int().min(0),
    video: z.int().min(0),
    /** Extra visits whose time passed. */
    missed: z.int().min(0),
    countedAt: instant,
  }),
);
export type VillageMonth = z.infer<typeof villageMonth>;

const monthOf = (d: VisitDuty, month: string) => d.months.find((each) => each.month === month);

const visits = (m: DutyMonth | undefined): number => (m ? m.home + m.phone + m.video : 0);

/** Counted from the elders themselves, each night. */
export function countVillage(
  code: string,
  month: string,
  duties: readonly VisitDuty[],
  countedAt: z.infer<typeof instant>,
): VillageMonth {
  const months = duties.flatMap((d) => monthOf(d, month) ?? []);
  const sum = (of: Way | 'missed') => months.reduce((total, m) => total + m[of], 0);
  const wasSeen = months.filter((m) => visits(m) > 0);
  return {
    villageCode: code,
    month,
    elders: duties.length,
    difficult: months.filter((m) => m.difficult).length,
    difficultSeen: wasSeen.filter((m) => m.difficult).length,
    seen: wasSeen.length,
    home: sum('home'),
    phone: sum('phone'),
    video: sum('video'),
    missed: sum('missed'),
    countedAt,
  };
}

/** The row with one more visit, as the elder's own month changed by it. */
export function countedIn(row: VillageMonth, before: VisitDuty, after: VisitDuty, how: Way): VillageMonth {
  const was = monthOf(before, row.month);
  const is = monthOf(after, row.month);
  const first = is !== undefined && visits(was) === 0;
  return {
    ...row,
    [how]: row[how] + 1,
    seen: row.seen + (first ? 1 : 0),
    difficultSeen: row.difficultSeen + (first && is.difficult ? 1 : 0),
  };
}

/** The row without a visit that was recorded by mistake. */
export function countedOut(row: VillageMonth, before: VisitDuty, after: VisitDuty, how: Way): VillageMonth {
  const last = visits(monthOf(before, row.month)) > 0 && visits(monthOf(after, row.month)) === 0;
  const less = (n: number, by: boolean) => Math.max(0, n - (by ? 1 : 0));
  return {
    ...row,
    [how]: less(row[how], true),
    seen: less(row.seen, last),
    difficultSeen: less(row.difficultSeen, last && monthOf(after, row.month)?.difficult === true),
  };
}

/** Officials see groups of five or more. */
export const FEWEST_SHOWN = 5;

/** Whole per cent, rounded down: one hundred is said only when everybody was seen. */
export const percentOf = ({
  difficult,
  difficultSeen,
}: Pick<VillageMonth, 'difficult' | 'difficultSeen'>): { percent?: number } =>
  difficult === 0 ? {} : { percent: Math.floor((difficultSeen * 100) / difficult) };

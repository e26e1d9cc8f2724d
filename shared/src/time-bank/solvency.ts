import * as z from 'zod';
import { instant } from '../kernel/instant';

/** What is outstanding in a village against what it can serve. */
const villageRow = z.lazy(() =>
  z.strictObject({
    villageCode: z.string(),
    villageName: z.string(),
    owners: z.int(),
    /** Absent where fewer than five hold it: 少于 5. */
    outstandingMinutes: z.int().optional(),
    /** What its people will ask for within a year, by the projection; absent with it. */
    yearMinutes: z.int().optional(),
    poolMinutes: z.int(),
    /** Served in the last 90 days, over a year. */
    capacityMinutes: z.int(),
  }),
);
const yearRow = z.lazy(() =>
  z.strictObject({ year: z.int(), redeemMinutes: z.int(), capacityMinutes: z.int() }),
);

/** 偿付能力: one county on one day. */
export const solvency = z.lazy(() =>
  z.strictObject({
    county: z.string(),
    countyName: z.string(),
    at: instant,
    outstandingMinutes: z.int(),
    pendingMinutes: z.int(),
    heldMinutes: z.int(),
    poolMinutes: z.int(),
    issuedMinutes: z.int(),
    redeemedMinutes: z.int(),
    expiredMinutes: z.int(),
    fundMinutes: z.int(),
    fundDrawnFen: z.int(),
    fundYearFen: z.int(),
    capacityMinutes: z.int(),
    villages: z.array(villageRow),
    projection: z.array(yearRow),
  }),
);
export type Solvency = z.infer<typeof solvency>;

export interface Owner {
  readonly minutes: number;
  /** Unknown for those who never gave it; counted as wanting to redeem soon. */
  readonly birthYear: number | undefined;
  readonly kind: 'person' | 'elder';
}

const SMALL_GROUP = 5;
type Row = z.infer<typeof villageRow>;

/**
 * Leaves out what fewer than five people hold. Who takes the villages that are told from the county's sum must not find
 * such a group again, so the next larger village is left out with them until five are hidden together.
 */
export function withoutSmallGroups(rows: readonly Required<Row>[]): Row[] {
  const bySize = rows.filter(({ owners }) => owners > 0).sort((a, b) => a.owners - b.owners);
  const hidden = new Set<string>();
  let together = 0;
  for (const { villageCode, owners } of bySize) {
    if (owners >= SMALL_GROUP && (together === 0 || together >= SMALL_GROUP)) break;
    hidden.add(villageCode);
    together += owners;
  }
  return rows.map(({ outstandingMinutes, yearMinutes, ...row }) =>
    hidden.has(row.villageCode) || row.owners === 0
      ? { ...row, owners: 0 }
      : { ...row, outstandingMinutes, yearMinutes },
  );
}

const NEEDS_FROM = 70;
/** Elders use what they have within two years; others from seventy on over ten. */
const ELDER_YEARS = 2;
const OWN_YEARS = 10;
const PROJECTED_YEARS = 10;

/** When the minutes that are out today will be asked for, year by year; what lies beyond is in none of them. */
export function project(
  owners: readonly Owner[],
  year: number,
  capacityMinutes: number,
): Solvency['projection'] {
  const sums = Array.from({ length: PROJECTED_YEARS }, () => 0);
  for (const { minutes, birthYear, kind } of owners) {
    const from = kind === 'elder' || birthYear === undefined ? year : Math.max(year, birthYear + NEEDS_FROM);
    const years = kind === 'elder' ? ELDER_YEARS : OWN_YEARS;
    for (let n = 0; n < years; n += 1) {
      const index = from - year + n;
      if (index < PROJECTED_YEARS) sums[index] = (sums[index] ?? 0) + minutes / years;
    }
  }
  return sums.map((redeem, index) => ({
    year: year + index,
    redeemMinutes: Math.round(redeem),
    capacityMinutes,
  }));
}

/** Two sentences for members. */
export function inTwoSentences(s: Pick<Solvency, 'outstandingMinutes' | 'capacityMinutes'>): {
  zh: string;
  en: string;
} {
  const { outstandingMinutes: out, capacityMinutes: capacity } = s;
  const hours = Math.round(out / 60);
  if (capacity <= 0)
    return {
      zh: `大家一共存着 ${hours} 小时。最近还没有人服务，兑付要靠县里的保障金。`,
      en: `Together, members hold ${hours} hours. Nobody has served lately, so redeeming rests on the county fund.`,
    };
  const years = out / capacity;
  const months = Math.max(1, Math.round(years * 12));
  return years <= 1
    ? {
        zh: `大家一共存着 ${hours} 小时，按现在的人手 ${months} 个月就能全部兑付。没人能来的时候，由县里的保障金请人上门。`,
        en: `Together, members hold ${hours} hours, which today's helpers can serve in ${months} months. Where nobody can come, the county fund pays someone.`,
      }
    : {
        zh: `大家一共存着 ${hours} 小时，按现在的人手要 ${years.toFixed(1)} 年才能全部兑付。县里正在请更多邻居加入，没人能来时由保障金请人上门。`,
        en: `Together, members hold ${hours} hours, which today's helpers would need ${years.toFixed(1)} years to serve. More neighbours are being asked to join, and where nobody can come, the county fund pays someone.`,
      };
}

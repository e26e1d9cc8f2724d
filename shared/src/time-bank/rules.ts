import * as z from 'zod';
import { type Day, day } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { line } from '../kernel/text';
import { relation } from '../people/kinship';

const wholeMinutes = z.int().min(0).max(60_000_000);
/** Absent: no limit. */
const atMost = wholeMinutes.optional();

/** 时间银行规则: one version of a county's rules, valid from a day on. Data kept by officials, not code. */
export const timeRules = z.strictObject({
  rulesId: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  version: z.int().min(1).max(9999),
  zh: line(60),
  en: line(80),
  validFrom: day,
  /** What is known of where a number comes from. `certain: false` marks what was assumed or only reported. */
  sources: z.lazy(() =>
    z.array(z.strictObject({ fact: line(60), zh: line(200), certain: z.boolean() })).max(30),
  ),
  /** Credits are rounded down to whole steps: 60 where only whole hours count. */
  stepMinutes: z.union([z.literal(1), z.literal(30), z.literal(60)]),
  caps: z.lazy(() => z.strictObject({ dayMinutes: atMost, monthMinutes: atMost, balanceMinutes: atMost })),
  /** Percent by service; a service that is not here weighs what the catalogue says. */
  weightPercent: z.lazy(() =>
    z
      .array(
        z.strictObject({
          serviceCode: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
          percent: z.int().min(10).max(300),
        }),
      )
      .max(60),
  ),
  /** Minutes lapse so many months after they were credited; absent: never. */
  expiryMonths: z.int().min(1).max(600).optional(),
  pool: z.lazy(() =>
    z.strictObject({
      /** Issued to the village pool beside each credit, in percent of it. */
      sharePercent: z.int().min(0).max(100),
      /** What one elder may use of the pool in a month, by tier. */
      monthMinutes: z.strictObject({ first: wholeMinutes, second: wholeMinutes, third: wholeMinutes }),
      /** A tier may draw only while this much remains for those before it. */
      reserveMinutes: z.strictObject({ second: wholeMinutes, third: wholeMinutes }),
    }),
  ),
  /** From which age minutes can be used, and to which elders they can be given (the giver is their …). */
  redeem: z.lazy(() => z.strictObject({ fromAge: z.int().min(0).max(100).optional() })),
  give: z.lazy(() =>
    z.strictObject({ kin: z.array(relation).max(6), pool: z.boolean(), estate: z.boolean() }),
  ),
  /** Minutes that may come in from other counties in a calendar year; a county not named has `elsewhere`. */
  corridors: z.lazy(() =>
    z.strictObject({
      from: z
        .array(z.strictObject({ county: z.string().regex(/^\d{6}$/), yearMinutes: wholeMinutes }))
        .max(60),
      elsewhereMinutes: wholeMinutes,
      /** Into any one village in a year, so that none is drained. */
      villageMinutes: atMost,
    }),
  ),
  fund: z.lazy(() => z.strictObject({ yearFen: z.int().min(0), hourFen: z.int().min(0) })),
  /** How long after its end a request that nobody settled keeps minutes set aside, in days. */
  holdDays: z.int().min(1).max(365),
});
export type TimeRules = z.infer<typeof timeRules>;

/** `nanjing@2`: what each transfer remembers. */
export const rulesName = (rules: Pick<TimeRules, 'rulesId' | 'version'>): string =>
  `${rules.rulesId}@${rules.version}`;

/** The version that held on a day: the latest that had begun. */
export function rulesOn(versions: readonly TimeRules[], on: Day): TimeRules | undefined {
  return versions
    .filter((each) => each.validFrom <= on)
    .reduce<TimeRules | undefined>(
      (latest, each) =>
        latest === undefined ||
        each.validFrom > latest.validFrom ||
        (each.validFrom === latest.validFrom && each.version > latest.version)
          ? each
          : latest,
      undefined,
    );
}

/** New rules begin tomorrow at the earliest and carry the next number. */
export function publish(
  versions: readonly TimeRules[],
  next: Omit<TimeRules, 'version'>,
  today: Day,
): Result<TimeRules> {
  if (next.validFrom <= today) return refuse('time_rules_date', 'body.rules.validFrom');
  const version = Math.max(0, ...versions.map((each) => each.version)) + 1;
  return allow({ ...next, version });
}

export const weightOf = (rules: TimeRules, service: { readonly code: string; readonly weight: number }) =>
  rules.weightPercent.find((each) => each.serviceCode === service.code)?.percent ?? service.weight;

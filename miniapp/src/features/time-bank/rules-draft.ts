import { addDays, beijing, type Day, type Instant } from '@shared/kernel/instant';
import type { KinRelation } from '@shared/people/kinship';
import type { ProposedRules } from '@shared/time-bank/proposal';
import type { AnyRules } from './rules-words';

/** What one types of new rules: hours, yuan and months as text, and empty where there is no limit. */
export interface RulesDraft {
  readonly zh: string;
  readonly step: '1' | '30' | '60';
  readonly kin: readonly KinRelation[];
  readonly givePool: boolean;
  readonly estate: boolean;
  readonly numbers: Readonly<Record<NumberName, string>>;
}

const hours = (minutes: number | undefined): string => (minutes === undefined ? '' : String(minutes / 60));
const yuan = (fen: number): string => String(fen / 100);
const plain = (count: number | undefined): string => (count === undefined ? '' : String(count));

/** How each number is read and written; `times` makes what is typed into what is kept. */
export const numberFields = {
  day: { times: 60, unit: 'hours', of: (r: AnyRules) => hours(r.caps.dayMinutes), optional: true },
  month: { times: 60, unit: 'hours', of: (r: AnyRules) => hours(r.caps.monthMinutes), optional: true },
  balance: { times: 60, unit: 'hours', of: (r: AnyRules) => hours(r.caps.balanceMinutes), optional: true },
  expiry: { times: 1, unit: 'months', of: (r: AnyRules) => plain(r.expiryMonths), optional: true },
  age: { times: 1, unit: 'years', of: (r: AnyRules) => plain(r.redeem.fromAge), optional: true },
  share: { times: 1, unit: 'percent', of: (r: AnyRules) => plain(r.pool.sharePercent) },
  poolFirst: { times: 60, unit: 'hours', of: (r: AnyRules) => hours(r.pool.monthMinutes.first) },
  poolSecond: { times: 60, unit: 'hours', of: (r: AnyRules) => hours(r.pool.monthMinutes.second) },
  poolThird: { times: 60, unit: 'hours', of: (r: AnyRules) => hours(r.pool.monthMinutes.third) },
  reserveSecond: { times: 60, unit: 'hours', of: (r: AnyRules) => hours(r.pool.reserveMinutes.second) },
  reserveThird: { times: 60, unit: 'hours', of: (r: AnyRules) => hours(r.pool.reserveMinutes.third) },
  elsewhere: { times: 60, unit: 'hours', of: (r: AnyRules) => hours(r.corridors.elsewhereMinutes) },
  village: {
    times: 60,
    unit: 'hours',
    of: (r: AnyRules) => hours(r.corridors.villageMinutes),
    optional: true,
  },
  fundYear: { times: 100, unit: 'yuan', of: (r: AnyRules) => yuan(r.fund.yearFen) },
  fundHour: { times: 100, unit: 'yuan', of: (r: AnyRules) => yuan(r.fund.hourFen) },
  hold: { times: 1, unit: 'days', of: (r: AnyRules) => plain(r.holdDays) },
} as const;
export type NumberName = keyof typeof numberFields;
export const numberNames = Object.keys(numberFields) as NumberName[];

export const draftOf = (rules: AnyRules): RulesDraft => ({
  zh: rules.zh,
  step: String(rules.stepMinutes) as RulesDraft['step'],
  kin: rules.give.kin,
  givePool: rules.give.pool,
  estate: rules.give.estate,
  numbers: Object.fromEntries(numberNames.map((name) => [name, numberFields[name].of(rules)])) as Record<
    NumberName,
    string
  >,
});

/** Undefined where nothing was typed, and `null` where what was typed is no number that can be kept. */
function read(name: NumberName, text: string): number | undefined | null {
  const field = numberFields[name];
  const typed = text.trim();
  if (typed === '') return 'optional' in field ? undefined : null;
  const value = Number(typed) * field.times;
  return Number.isInteger(value) && value >= 0 ? value : null;
}

/** Which numbers cannot be kept as they are typed. */
export const wrongNumbers = (draft: RulesDraft): NumberName[] =>
  numberNames.filter((name) => read(name, draft.numbers[name]) === null);

/** The rules that are meant: what the form does not show stays as it was. Only for a draft without wrong numbers. */
export function rulesFrom(draft: RulesDraft, base: AnyRules, validFrom: Day): ProposedRules {
  const may = (name: NumberName) => read(name, draft.numbers[name]) ?? undefined;
  const must = (name: NumberName) => may(name) ?? 0;
  const optional = <K extends string>(key: K, value: number | undefined) =>
    (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: number };
  const { expiryMonths: _, ...rest } = base;
  return {
    ...rest,
    zh: draft.zh.trim(),
    en: draft.zh.trim() === base.zh ? base.en : draft.zh.trim(),
    validFrom,
    stepMinutes: Number(draft.step) as 1 | 30 | 60,
    caps: {
      ...optional('dayMinutes', may('day')),
      ...optional('monthMinutes', may('month')),
      ...optional('balanceMinutes', may('balance')),
    },
    ...optional('expiryMonths', may('expiry')),
    redeem: optional('fromAge', may('age')),
    pool: {
      sharePercent: must('share'),
      monthMinutes: { first: must('poolFirst'), second: must('poolSecond'), third: must('poolThird') },
      reserveMinutes: { second: must('reserveSecond'), third: must('reserveThird') },
    },
    give: { kin: [...draft.kin], pool: draft.givePool, estate: draft.estate },
    corridors: {
      from: base.corridors.from,
      elsewhereMinutes: must('elsewhere'),
      ...optional('villageMinutes', may('village')),
    },
    fund: { yearFen: must('fundYear'), hourFen: must('fundHour') },
    holdDays: must('hold'),
  };
}

/** Days from which new rules may begin: tomorrow, the first of next month, the first of January. */
export function beginnings(now: Instant): { readonly [day in 'tomorrow' | 'nextMonth' | 'nextYear']: Day } {
  const { year, day } = beijing(now);
  const month = Number(day.slice(5, 7));
  const two = (n: number) => String(n).padStart(2, '0');
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`;
  return {
    tomorrow: beijing(addDays(now, 1)).day,
    nextMonth: next as Day,
    nextYear: `${year + 1}-01-01` as Day,
  };
}

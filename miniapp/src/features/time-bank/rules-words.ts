import type { Day } from '@shared/kernel/instant';
import type { TimeRules } from '@shared/time-bank/rules';
import type { Locale } from '@/i18n';
import { minutesName, yuanName } from '@/platform/amounts';
import { type RulesWords, rulesText } from './rules.text';

export type AnyRules = Omit<TimeRules, 'version' | 'validFrom'>;
type RowName = keyof RulesWords['rows'];
interface RulesRow {
  readonly name: RowName;
  readonly label: string;
  readonly value: string;
}

/** 2026年12月1日: a day of rules is told with its year, since they may be old. */
export function ruleDay(on: Day, locale: Locale): string {
  const [year, month, date] = on.split('-').map(Number);
  return locale === 'zh-CN' ? `${year}年${month}月${date}日` : on;
}

const TEN_THOUSAND_YUAN = 1_000_000;
/** ￥40, 20 万元: sums of a county as they are spoken of. */
export const sumName = (fen: number, locale: Locale): string =>
  locale === 'zh-CN' && fen >= TEN_THOUSAND_YUAN && fen % TEN_THOUSAND_YUAN === 0
    ? `${fen / TEN_THOUSAND_YUAN} 万元`
    : yuanName(fen);

/** Rules in words, a line for each thing they say, always in the same order. */
export function rulesRows(rules: AnyRules, locale: Locale): RulesRow[] {
  const t = rulesText[locale];
  const length = (minutes: number | undefined) =>
    minutes === undefined ? t.none : minutesName(minutes, locale);
  const may = (yes: boolean) => (yes ? t.yes : t.not);
  const { caps, pool, redeem, give, corridors, fund } = rules;
  const values: Record<RowName, string> = {
    step: t.steps[rules.stepMinutes],
    day: length(caps.dayMinutes),
    month: length(caps.monthMinutes),
    balance: length(caps.balanceMinutes),
    expiry: rules.expiryMonths === undefined ? t.never : t.monthsName(rules.expiryMonths),
    age: redeem.fromAge === undefined ? t.anyAge : t.fromAge(redeem.fromAge),
    share: `${pool.sharePercent}%`,
    poolFirst: length(pool.monthMinutes.first),
    poolSecond: length(pool.monthMinutes.second),
    poolThird: length(pool.monthMinutes.third),
    reserveSecond: length(pool.reserveMinutes.second),
    reserveThird: length(pool.reserveMinutes.third),
    kin: give.kin.map((each) => t.kin[each]).join(locale === 'zh-CN' ? '、' : ', '),
    givePool: may(give.pool),
    estate: may(give.estate),
    elsewhere: length(corridors.elsewhereMinutes),
    village: length(corridors.villageMinutes),
    fundYear: sumName(fund.yearFen, locale),
    fundHour: yuanName(fund.hourFen),
    hold: `${rules.holdDays} ${t.days}`,
    weights: t.services(rules.weightPercent.length),
  };
  return (Object.keys(values) as RowName[]).map((name) => ({
    name,
    label: t.rows[name],
    value: values[name],
  }));
}

/** What would be otherwise, as it was and as it will be. */
export function rulesDifferences(
  before: AnyRules,
  after: AnyRules,
  locale: Locale,
): { readonly label: string; readonly before: string; readonly after: string }[] {
  const old = new Map(rulesRows(before, locale).map((row) => [row.name, row.value]));
  return rulesRows(after, locale).flatMap((row) => {
    const was = old.get(row.name) ?? '';
    return was === row.value ? [] : [{ label: row.label, before: was, after: row.value }];
  });
}

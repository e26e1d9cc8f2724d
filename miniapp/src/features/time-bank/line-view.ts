import type { StatementLine } from '@shared/time-bank/time-bank.contract';
import type { Locale } from '@/i18n';
import { said } from '@/i18n/said';
import { dateName } from '@/platform/time';

export interface LineView {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  /** `+ 180 分`, `− 60 分` */
  readonly minutes: string;
  readonly tone: 'pine' | 'wheat' | undefined;
}

const signs: Readonly<Record<StatementLine['effect'], string>> = {
  in: '+ ',
  out: '− ',
  waiting_in: '+ ',
  set_aside: '− ',
  freed: '+ ',
  not_credited: '',
};

/** A line as one reads it: what came in is green, what is not settled yet is wheat, what went out is plain. */
export function lineView(line: StatementLine, locale: Locale): LineView {
  const unsettled = line.effect === 'waiting_in' || line.effect === 'set_aside';
  const came = line.effect === 'in' || line.effect === 'freed';
  return {
    key: `${line.transferId} ${line.effect}`,
    title: said(line.title, locale),
    note: [dateName(line.at, locale), said(line.story, locale)].filter(Boolean).join(' · '),
    minutes: `${signs[line.effect]}${line.minutes} ${locale === 'zh-CN' ? '分' : 'min'}`,
    tone: unsettled ? 'wheat' : came ? 'pine' : undefined,
  };
}

/**
 * What one reads of a statement: where something set aside or waiting has been settled, only how it ended. That line
 * says what had been set aside, and both together would look as if it had been taken twice. The newest are first, so
 * what ended stands before what it ends.
 */
export function settledOnly(lines: readonly StatementLine[]): StatementLine[] {
  const ended = new Set(
    lines.flatMap(({ transferId }) => (transferId.endsWith('.closed') ? [transferId.slice(0, -7)] : [])),
  );
  return lines.filter(({ transferId }) => !ended.has(transferId));
}

/** Amounts to choose from: what is round and there, and everything. */
export function amountsOf(availableMinutes: number): number[] {
  const round = [30, 60, 120, 240].filter((minutes) => minutes < availableMinutes);
  return availableMinutes > 0 ? [...round.slice(-3), availableMinutes] : [];
}

/** The one to begin with: an hour where there is one. */
export const firstAmount = (availableMinutes: number): number => {
  const amounts = amountsOf(availableMinutes);
  return amounts.includes(60) ? 60 : (amounts[0] ?? 0);
};

import type { StatementLine } from '@shared/time-bank/time-bank.contract';
import type { Deps } from '../platform/deps';
import type { Whose } from './account-of';
import { balanceItem, balanceKey } from './items';
import { readLines } from './read-account';

const MOST_LINES = 500;
const PAGE = 100;

export interface WholeStatement {
  readonly lines: readonly StatementLine[];
  /** How many older lines there are than fit into a file. */
  readonly leftOut: number;
}

/** The lines of an account for a file, newest first. What does not fit is counted, not silently left out. */
export async function wholeStatement(deps: Deps, whose: Whose): Promise<WholeStatement> {
  const lines: StatementLine[] = [];
  let after: string | undefined;
  do {
    const page = await readLines(deps, whose, PAGE, after);
    lines.push(...page.lines);
    after = page.next;
  } while (after !== undefined && lines.length < MOST_LINES);
  const balance = await deps.table.get(balanceItem, balanceKey(whose.accountId));
  return { lines, leftOut: Math.max(0, (balance?.value.entries ?? 0) - lines.length) };
}

/** What a line does to what one can spend, in a word. */
export const effectWords: Readonly<Record<StatementLine['effect'], string>> = {
  in: '收入',
  out: '支出',
  waiting_in: '待核实',
  set_aside: '预留',
  freed: '退回',
  not_credited: '未记入',
};

/** Whole minutes, below zero where they leave. */
export const signedMinutes = ({ effect, minutes }: StatementLine): number =>
  effect === 'out' || effect === 'set_aside' ? -minutes : minutes;

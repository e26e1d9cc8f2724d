import { beijing, type Instant } from '@shared/kernel/instant';
import { allow } from '@shared/kernel/result';
import { available, emptyBalance } from '@shared/time-bank/balance';
import type { exportStatement as route, StatementLine } from '@shared/time-bank/time-bank.contract';
import type { UseCase } from '../platform/serve';
import { accountOf } from './account-of';
import { csv } from './csv';
import { balanceItem, balanceKey } from './items';
import { A4, fitted, type PdfText, pdf } from './pdf';
import { readLines } from './read-account';

const MOST_LINES = 500;
const PAGE = 100;

const effects: Readonly<Record<StatementLine['effect'], string>> = {
  in: '收入',
  out: '支出',
  waiting_in: '待核实',
  set_aside: '预留',
  freed: '退回',
  not_credited: '未记入',
};
const signed = ({ effect, minutes }: StatementLine): number =>
  effect === 'out' || effect === 'set_aside' ? -minutes : minutes;
const two = (n: number): string => String(n).padStart(2, '0');
const when = (at: Instant): string => {
  const local = beijing(at);
  return `${local.day} ${two(local.hour)}:${two(local.minute)}`;
};
const hours = (minutes: number): string =>
  `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`.replace(/^0 小时 /, '');

interface Statement {
  readonly name: string;
  readonly availableMinutes: number;
  readonly lines: readonly StatementLine[];
  readonly at: Instant;
}

const asCsv = ({ lines }: Statement): Buffer =>
  Buffer.from(
    csv([
      ['时间', '类别', '事由', '说明', '分钟', '编号'],
      ...lines.map((line) => [
        when(line.at),
        effects[line.effect],
        line.title.zh,
        line.story.zh,
        signed(line),
        line.transferId,
      ]),
    ]),
  );

const MARGIN = 48;
const ROW = 34;
const TOP = 130;
const ROWS = Math.floor((A4.height - TOP - 60) / ROW);

function asPdf({ name, availableMinutes, lines, at }: Statement): Buffer {
  const count = Math.max(1, Math.ceil(lines.length / ROWS));
  const pages = Array.from({ length: count }, (_, page): PdfText[] => [
    { x: MARGIN, y: 64, size: 20, text: '时间银行对账单' },
    { x: MARGIN, y: 90, size: 11, text: `${name} · 可用 ${hours(availableMinutes)}` },
    { x: MARGIN, y: 108, size: 9, grey: true, text: `${when(at)} 打印 · 每一分钟都有记录，双方账目始终相等` },
    ...lines.slice(page * ROWS, (page + 1) * ROWS).flatMap((line, row) => rowOf(line, TOP + 14 + row * ROW)),
    {
      x: A4.width - MARGIN,
      y: A4.height - 36,
      size: 9,
      grey: true,
      right: true,
      text: `第 ${page + 1} 页，共 ${count} 页`,
    },
  ]);
  return pdf(pages, `时间银行对账单 ${name}`);
}

const rowOf = (line: StatementLine, y: number): PdfText[] => [
  { x: MARGIN, y, size: 11, text: fitted(line.title.zh, 11, 330) },
  {
    x: MARGIN,
    y: y + 14,
    size: 8.5,
    grey: true,
    text: fitted(`${when(line.at)} · ${line.story.zh}`, 8.5, 400),
  },
  { x: 470, y, size: 9, grey: true, right: true, text: effects[line.effect] },
  {
    x: A4.width - MARGIN,
    y,
    size: 11,
    right: true,
    text: `${signed(line) > 0 ? '+' : ''}${signed(line)} 分`,
  },
];

/** The statement as a file. What does not fit into one is counted, not silently left out. */
export const exportStatement: UseCase<typeof route> = async (deps, { actor, query }) => {
  const whose = await accountOf(deps, actor, query.elderId);
  if (!whose.ok) return whose;
  const { accountId, name, regionCode = '000000' } = whose.value;
  const lines: StatementLine[] = [];
  let after: string | undefined;
  do {
    const page = await readLines(deps, whose.value, PAGE, after);
    lines.push(...page.lines);
    after = page.next;
  } while (after !== undefined && lines.length < MOST_LINES);
  const stored = await deps.table.get(balanceItem, balanceKey(accountId));
  const balance = stored?.value ?? emptyBalance(accountId, regionCode);
  const at = deps.clock();
  const statement = { name, availableMinutes: available(balance), lines, at };
  const bytes = query.format === 'csv' ? asCsv(statement) : asPdf(statement);
  return allow({
    fileName: `时间银行-${name}-${beijing(at).day}.${query.format}`,
    mimeType: query.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/pdf',
    base64: bytes.toString('base64'),
    lines: lines.length,
    leftOut: Math.max(0, balance.entries - lines.length),
  });
};

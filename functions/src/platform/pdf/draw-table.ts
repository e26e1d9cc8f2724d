import type { PdfColumn, PdfTable } from './document';
import { lineHeight, type Sheet, type Style } from './sheet';

const head: Style = { size: 9, weight: 'bold', colour: 'second' };
const body: Style = { size: 9.5 };
const GAP = 10;
const PAD = 5;

/** Rows stay whole, and each page begins with the titles again. */
export function drawTable(sheet: Sheet, { columns, rows, empty }: PdfTable): void {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / shares) * sheet.width - GAP);
  const lefts = widths.map((_, n) =>
    widths.slice(0, n).reduce((sum, width) => sum + width + GAP, sheet.left),
  );
  const cell = (column: PdfColumn, n: number, lines: readonly string[], style: Style): void => {
    const x = (lefts[n] ?? 0) + (column.align === 'right' ? (widths[n] ?? 0) : 0);
    for (const [row, line] of lines.entries())
      sheet.text(line, x, sheet.y + PAD + row * lineHeight(style), {
        ...style,
        align: column.align ?? 'left',
      });
  };
  const titles = (): void => {
    for (const [n, column] of columns.entries()) cell(column, n, [column.title], head);
    sheet.y += lineHeight(head) + 2 * PAD;
    sheet.rule(sheet.y, 'second');
  };
  sheet.room(3 * lineHeight(body) + 4 * PAD);
  titles();
  for (const row of rows) {
    const cells = columns.map((_, n) => sheet.lines(row[n] ?? '', widths[n] ?? 0, body));
    const height = Math.max(...cells.map(({ length }) => length)) * lineHeight(body) + 2 * PAD;
    if (!sheet.room(height)) titles();
    for (const [n, column] of columns.entries()) cell(column, n, cells[n] ?? [], body);
    sheet.y += height;
    sheet.rule(sheet.y);
  }
  if (rows.length === 0 && empty !== undefined) {
    sheet.y += PAD;
    sheet.flow(empty, { ...body, colour: 'second' });
  }
  sheet.y += 14;
}

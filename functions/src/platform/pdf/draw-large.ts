import type { PdfCells } from './document';
import { lineHeight, type Sheet, type Style } from './sheet';

const sentence: Style = { size: 18 };
const label: Style = { size: 12, colour: 'second' };
const value: Style = { size: 26, weight: 'bold' };
const GAP = 12;
const PAD = 8;

export function drawLarge(sheet: Sheet, text: string): void {
  sheet.flow(text, sentence);
  sheet.y += 8;
}

/** One number over the width of the page: it is read by the door, from where one stands. */
export function drawNumber(sheet: Sheet, name: string, text: string): void {
  const style: Style = { size: 110, weight: 'bold', colour: 'pine' };
  sheet.room(lineHeight(style) + lineHeight(sentence));
  sheet.flow(name, sentence);
  const width = sheet.widthOf(text, style);
  sheet.text(text, sheet.left + Math.max(0, (sheet.width - width) / 2), sheet.y, style);
  sheet.y += lineHeight(style) + 12;
}

/** Rows stay whole; a number that has been used stands there struck through. */
export function drawCells(sheet: Sheet, { columns, cells }: PdfCells): void {
  const width = (sheet.width - GAP * (columns - 1)) / columns;
  const height = Math.max(lineHeight(label), lineHeight(value)) + 2 * PAD;
  for (let n = 0; n < cells.length; n += columns) {
    sheet.room(height);
    for (const [side, cell] of cells.slice(n, n + columns).entries()) {
      const x = sheet.left + side * (width + GAP);
      sheet.text(cell.label, x, sheet.y + PAD + 8, label);
      const style: Style = cell.struck ? { ...value, colour: 'second' } : value;
      sheet.text(cell.value, x + width - PAD, sheet.y + PAD, { ...style, align: 'right' });
      const middle = sheet.y + height / 2;
      if (cell.struck) sheet.line([x, middle], [x + width, middle], 'second', 1.5);
      sheet.line([x, sheet.y + height], [x + width, sheet.y + height], 'line');
    }
    sheet.y += height + 2;
  }
  sheet.y += 12;
}

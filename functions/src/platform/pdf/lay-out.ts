import type { PdfDocument, PdfFact, PdfPart } from './document';
import { drawChart } from './draw-chart';
import { drawCells, drawLarge, drawNumber } from './draw-large';
import { drawTable } from './draw-table';
import { type Mark, PAPER } from './page';
import { saidOnPaper } from './said-on-paper';
import { lineHeight, Sheet, type Style } from './sheet';
import type { Faces } from './typefaces';

const body: Style = { size: 10.5 };
const label: Style = { size: 9, colour: 'second' };
const GAP = 18;

/** Two facts side by side; a long one takes the lines that it needs. */
function drawFacts(sheet: Sheet, facts: readonly PdfFact[]): void {
  const width = (sheet.width - GAP) / 2;
  for (let n = 0; n < facts.length; n += 2) {
    const pair = facts
      .slice(n, n + 2)
      .map((fact) => ({ ...fact, lines: sheet.lines(fact.value, width, body) }));
    const height =
      lineHeight(label) + Math.max(...pair.map(({ lines }) => lines.length)) * lineHeight(body) + 6;
    sheet.room(height);
    for (const [side, fact] of pair.entries()) {
      const x = sheet.left + side * (width + GAP);
      sheet.text(fact.label, x, sheet.y, label);
      for (const [row, line] of fact.lines.entries())
        sheet.text(line, x, sheet.y + lineHeight(label) + row * lineHeight(body), body);
    }
    sheet.y += height;
  }
  sheet.y += 6;
}

function drawPart(sheet: Sheet, part: PdfPart): void {
  switch (part.kind) {
    case 'heading': {
      const style: Style = { size: 13, weight: 'bold', colour: 'pine' };
      // A heading alone at the foot of a page would be one too many.
      sheet.room(lineHeight(style) + 60);
      sheet.y += 6;
      sheet.flow(part.text, style);
      sheet.y += 4;
      return;
    }
    case 'paragraph':
      sheet.flow(part.text, body);
      sheet.y += 8;
      return;
    case 'facts':
      drawFacts(sheet, part.facts);
      return;
    case 'large':
      drawLarge(sheet, part.text);
      return;
    case 'number':
      drawNumber(sheet, part.label, part.value);
      return;
    case 'cells':
      drawCells(sheet, part);
      return;
    case 'page':
      sheet.newPage();
      return;
    case 'table':
      drawTable(sheet, part);
      return;
    case 'chart':
      drawChart(sheet, part);
  }
}

/** Body text of 10.5 points comes down to 9.2 at most. */
const SMALLER = [0.94, 0.88];
const NEARLY_EMPTY = 0.25;

const smaller = (mark: Mark, scale: number): Mark => {
  if (mark.draw === 'line')
    return {
      ...mark,
      width: mark.width * scale,
      points: mark.points.map(([x, y]) => [x * scale, y * scale] as const),
    };
  const at = { x: mark.x * scale, y: mark.y * scale };
  return mark.draw === 'text'
    ? { ...mark, ...at, size: mark.size * scale }
    : { ...mark, ...at, width: mark.width * scale, height: mark.height * scale };
};

/** A few lines alone on a last page are brought back to the page before, a little smaller, where they fit. */
function drawn(document: PdfDocument, faces: Faces): Mark[][] {
  const first = written(document, new Sheet(faces));
  const { length } = first.pages;
  if (length === 1 || first.filled > NEARLY_EMPTY) return first.pages;
  for (const scale of SMALLER) {
    const { pages } = written(document, new Sheet(faces, scale));
    if (pages.length < length) return pages.map((page) => page.map((mark) => smaller(mark, scale)));
  }
  return first.pages;
}

function written(document: PdfDocument, sheet: Sheet): Sheet {
  sheet.flow(document.title, { size: 20, weight: 'bold' });
  if (document.subtitle !== undefined) sheet.flow(document.subtitle, { size: 11, colour: 'second' });
  sheet.y += 8;
  sheet.rule(sheet.y, 'pine', 1.5);
  sheet.y += 14;
  for (const part of document.parts) drawPart(sheet, part);
  return sheet;
}

/** The pages of a document: what is drawn on each. */
export function layOut(document: PdfDocument, faces: Faces): Mark[][] {
  const pages = drawn(document, faces);
  const foot = PAPER.height - 44;
  const made = `暖邻 · ${document.madeBy} ${saidOnPaper(document.madeAt)} 生成`;
  for (const [index, page] of pages.entries()) {
    const own = new Sheet(faces);
    own.rule(foot - 6);
    own.text(made, own.left, foot, label);
    own.text(`第 ${index + 1} 页，共 ${pages.length} 页`, own.left + own.width, foot, {
      ...label,
      align: 'right',
    });
    page.push(...(own.pages[0] ?? []));
  }
  return pages;
}

import type { PdfChart } from './document';
import type { Colour } from './page';
import type { Sheet, Style } from './sheet';

const SERIES: readonly Colour[] = ['wheat', 'pine', 'sky', 'persimmon'];
const HEIGHT = 130;
const small: Style = { size: 8.5, colour: 'second' };
const colourOf = (index: number): Colour => SERIES[index % SERIES.length] ?? 'pine';
const said = (value: number): string => String(Math.round(value * 10) / 10);

/** The next number of one digit and noughts, so that the lines of the ground have plain numbers. */
export function roundUp(most: number): number {
  if (most <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 3, 4, 5, 6, 8, 10].map((n) => n * power).find((n) => n >= most) ?? 10 * power;
}

/** A chart with its title, a key to its series, numbers on every bar, and what was not measured left empty. */
export function drawChart(sheet: Sheet, chart: PdfChart): void {
  sheet.room(HEIGHT + 70);
  sheet.text(chart.title, sheet.left, sheet.y, { size: 11, weight: 'bold' });
  key(sheet, chart);
  sheet.y += 24;
  const numbers = chart.series.flatMap(({ values }) => values.filter((value) => value !== null));
  const top = roundUp(Math.max(0, ...numbers));
  const at = { left: sheet.left + 34, top: sheet.y + 12, width: sheet.width - 34 };
  const heightOf = (value: number): number => at.top + HEIGHT - (value / top) * HEIGHT;
  for (const share of [0, 0.5, 1]) {
    const y = heightOf(top * share);
    sheet.mark({
      draw: 'line',
      points: [
        [at.left, y],
        [at.left + at.width, y],
      ],
      width: 0.6,
      colour: 'line',
    });
    sheet.text(said(top * share), at.left - 6, y - 6.5, { ...small, align: 'right' });
  }
  const slot = at.width / Math.max(1, chart.labels.length);
  const middle = (index: number): number => at.left + slot * (index + 0.5);
  if (chart.shape === 'bars') bars(sheet, chart, slot, middle, heightOf);
  else lines(sheet, chart, middle, heightOf);
  for (const [index, label] of chart.labels.entries())
    for (const [row, line] of sheet
      .lines(label, slot - 4, small)
      .slice(0, 2)
      .entries())
      sheet.text(line, middle(index) - sheet.widthOf(line, small) / 2, at.top + HEIGHT + 4 + row * 12, small);
  sheet.y = at.top + HEIGHT + 38;
}

function key(sheet: Sheet, { series }: PdfChart): void {
  let x = sheet.left + sheet.width;
  for (const [index, { name }] of [...series.entries()].reverse()) {
    x -= sheet.widthOf(name, small);
    sheet.text(name, x, sheet.y + 2, small);
    sheet.mark({ draw: 'box', x: x - 12, y: sheet.y + 5, width: 8, height: 8, colour: colourOf(index) });
    x -= 26;
  }
}

type Middle = (index: number) => number;
type HeightOf = (value: number) => number;

function bars(sheet: Sheet, { series }: PdfChart, slot: number, middle: Middle, heightOf: HeightOf): void {
  const width = Math.min(26, (slot * 0.7) / series.length);
  for (const [nth, { values }] of series.entries())
    for (const [index, value] of values.entries()) {
      const x = middle(index) + (nth - series.length / 2) * width;
      const y = heightOf(value ?? 0);
      if (value !== null)
        sheet.mark({
          draw: 'box',
          x: x + 1,
          y,
          width: width - 2,
          height: heightOf(0) - y,
          colour: colourOf(nth),
        });
      const text = value === null ? '—' : said(value);
      sheet.text(text, x + width / 2 - sheet.widthOf(text, small) / 2, y - 13, small);
    }
}

function lines(sheet: Sheet, { series }: PdfChart, middle: Middle, heightOf: HeightOf): void {
  for (const [nth, { values }] of series.entries()) {
    let run: [number, number][] = [];
    const end = (): void => {
      if (run.length > 1) sheet.mark({ draw: 'line', points: run, width: 1.6, colour: colourOf(nth) });
      run = [];
    };
    for (const [index, value] of values.entries()) {
      if (value === null) {
        end();
        continue;
      }
      const [x, y] = [middle(index), heightOf(value)];
      run.push([x, y]);
      sheet.mark({ draw: 'box', x: x - 2, y: y - 2, width: 4, height: 4, colour: colourOf(nth) });
      // Of many points only the last is said, or the numbers would cover the line.
      if (values.length <= 8 || index === values.length - 1)
        sheet.text(said(value), x - sheet.widthOf(said(value), small) / 2, y - 15, small);
    }
    end();
  }
}

import { breakLines } from './break-lines';
import { type Colour, type Mark, PAPER, type Weight } from './page';
import type { Faces } from './typefaces';

export interface Style {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: Colour;
  readonly align?: 'left' | 'right';
}
const LEADING = 1.5;
export const lineHeight = ({ size }: Style): number => size * LEADING;

/** Paper that is written from the top down and goes on on the next page; drawn smaller, there is more room on it. */
export class Sheet {
  readonly pages: Mark[][] = [[]];
  /** From where on there is room, in points from the top of the page. */
  y: number;
  readonly left: number;
  readonly width: number;
  constructor(
    private readonly faces: Faces,
    private readonly scale = 1,
  ) {
    this.y = PAPER.top / scale;
    this.left = PAPER.side / scale;
    this.width = (PAPER.width - 2 * PAPER.side) / scale;
  }

  /** How much of a page has been written on, from 0 to 1. */
  get filled(): number {
    const { height, top, bottom } = PAPER;
    return (this.y * this.scale - top) / (height - top - bottom);
  }

  widthOf(text: string, { size, weight = 'regular' }: Style): number {
    const face = this.faces[weight];
    let sum = 0;
    for (const character of text) sum += face.widthOf(face.glyphOf(character.codePointAt(0) ?? 0));
    return (sum * size) / 1000;
  }

  lines(text: string, most: number, style: Style): string[] {
    return breakLines(text, most, (part) => this.widthOf(part, style));
  }

  mark(mark: Mark): void {
    this.pages.at(-1)?.push(mark);
  }

  /** One line whose top is at y; `x` is where it ends if it is aligned right. */
  text(text: string, x: number, y: number, style: Style): void {
    const { size, weight = 'regular', colour = 'ink', align } = style;
    const from = align === 'right' ? x - this.widthOf(text, style) : x;
    const baseline = y + lineHeight(style) / 2 + size * 0.36;
    this.mark({ draw: 'text', x: from, y: baseline, size, text, weight, colour });
  }

  rule(y: number, colour: Colour = 'line', width = 0.75): void {
    this.line([this.left, y], [this.left + this.width, y], colour, width);
  }

  line(
    from: readonly [number, number],
    to: readonly [number, number],
    colour: Colour = 'line',
    width = 0.75,
  ): void {
    this.mark({ draw: 'line', points: [from, to], width, colour });
  }

  newPage(): void {
    this.pages.push([]);
    this.y = PAPER.top / this.scale;
  }

  /** Whether there was room; if not, it goes on at the top of the next page. */
  room(height: number): boolean {
    if (this.y + height <= (PAPER.height - PAPER.bottom) / this.scale) return true;
    this.newPage();
    return false;
  }

  /** A text over the whole width, which may go on on the next page. */
  flow(text: string, style: Style): void {
    for (const line of this.lines(text, this.width, style)) {
      this.room(lineHeight(style));
      this.text(line, this.left, this.y, style);
      this.y += lineHeight(style);
    }
  }
}

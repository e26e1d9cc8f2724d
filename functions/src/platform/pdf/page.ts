/** What is drawn on a page. Points (1/72 inch) from the top left of A4; y of a text is its baseline. */
export type Mark =
  | {
      readonly draw: 'text';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly text: string;
      readonly weight: Weight;
      readonly colour: Colour;
    }
  | {
      readonly draw: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly colour: Colour;
    }
  | {
      readonly draw: 'line';
      readonly points: readonly (readonly [number, number])[];
      readonly width: number;
      readonly colour: Colour;
    };

export type Weight = 'regular' | 'bold';
export type Colour = keyof typeof colours;

/** The tokens of the pages on the phone, so that paper belongs to the same family. */
export const colours = {
  ink: '#24211d',
  second: '#6b655c',
  line: '#ece5da',
  pine: '#1f6650',
  persimmon: '#d4532a',
  sky: '#2a6a9e',
  wheat: '#b77d0b',
} as const;

export const PAPER = { width: 595, height: 842, side: 56, top: 64, bottom: 70 };

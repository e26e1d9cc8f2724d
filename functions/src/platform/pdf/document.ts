import type { Instant } from '@shared/kernel/instant';
import type { Result } from '@shared/kernel/result';
import type { Deps } from '../deps';
import type { Input } from '../serve';

/**
 * A document as data: what a room has to say, in order, without a word about paper. `writePdf` makes A4 pages of it.
 * Texts are Chinese as a person reads them; numbers come as text, said as the room says them.
 */
export interface PdfDocument {
  readonly title: string;
  readonly subtitle?: string;
  readonly parts: readonly PdfPart[];
  /** Who had it made, as shown in the footer: a name, never an id. */
  readonly madeBy: string;
  readonly madeAt: Instant;
}

export type PdfPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly PdfFact[] }
  /** For old eyes: a sentence, or one number, as large as the paper allows. */
  | { readonly kind: 'large'; readonly text: string }
  | { readonly kind: 'number'; readonly label: string; readonly value: string }
  | PdfCells
  /** What follows begins on a new page. */
  | { readonly kind: 'page' }
  | PdfTable
  | PdfChart;

export interface PdfFact {
  readonly label: string;
  readonly value: string;
}

/** Numbers in boxes, to be read out one after the other; what has been used is struck through. */
export interface PdfCells {
  readonly kind: 'cells';
  readonly columns: number;
  readonly cells: readonly (PdfFact & { readonly struck: boolean })[];
}

export interface PdfTable {
  readonly kind: 'table';
  readonly columns: readonly PdfColumn[];
  /** One text a column; a long one goes on in the next line of its cell. */
  readonly rows: readonly (readonly string[])[];
  /** Said where there is no row. */
  readonly empty?: string;
}
export interface PdfColumn {
  readonly title: string;
  /** Share of the width, against the other columns. */
  readonly share: number;
  readonly align?: 'left' | 'right';
}

/** Up to four series over the same labels; with two series, `bars` is before and after. */
export interface PdfChart {
  readonly kind: 'chart';
  readonly shape: 'bars' | 'lines';
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly PdfSeries[];
}
export interface PdfSeries {
  readonly name: string;
  /** One a label, none below zero; null where nothing was measured, which is not zero. */
  readonly values: readonly (number | null)[];
}

/** What a room says of a document; who had it made and when is added where it is printed. */
export interface BuiltDocument extends Omit<PdfDocument, 'madeBy' | 'madeAt'> {
  /** Whom or what it is about, for the name of the file. */
  readonly about: string;
}

/**
 * How a room makes something printable: `functions/src/<room>/<name>-document.ts` exports one of these for its route
 * of `shared/src/documents/documents.contract.ts`, and `functions/src/documents/handler.ts` lists it. Who may see what
 * is asked here, as in every use case.
 */
export type BuildDocument<R> = (deps: Deps, input: Input<R>) => Promise<Result<BuiltDocument>>;

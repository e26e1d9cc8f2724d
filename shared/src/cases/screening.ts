import type { AssessmentIn } from '../assessments/assessment';
import { type InstrumentCode, instrumentOf } from '../assessments/instruments';
import { resultSentence } from '../assessments/result';
import type { SpokenText } from '../history/history.contract';
import { type CaseFile, isOpen } from './case-file';
import { type CaseKind, templateOf } from './kind';

interface Threshold {
  readonly kind: CaseKind;
  /** Bands in which somebody should talk to the elder about it. */
  readonly bands: readonly string[];
}

/** Ours, not the scales': a band says that a social worker looks, never that somebody is ill. */
const thresholds: Readonly<Record<InstrumentCode, Threshold>> = {
  'gbt-42195': { kind: 'chronic', bands: ['moderate', 'severe', 'complete'] },
  'gds-15': { kind: 'companionship', bands: ['low', 'lower', 'lowest'] },
  barthel: { kind: 'chronic', bands: ['medium', 'heavy'] },
  frail: { kind: 'chronic', bands: ['frail'] },
  'carer-strain': { kind: 'carer_strain', bands: ['strained', 'exhausted'] },
  loneliness: { kind: 'companionship', bands: ['lonely'] },
};

export interface Screened {
  readonly kind: CaseKind;
  readonly why: SpokenText;
}

/** What a finished assessment asks a social worker to look at; nothing while its band leaves it be, or is open. */
export function screened(a: AssessmentIn<'completed'>): Screened | undefined {
  const { code } = a.instrument;
  const threshold = thresholds[code as InstrumentCode] as Threshold | undefined;
  const { band } = a.result;
  if (threshold === undefined || band === undefined || !threshold.bands.includes(band)) return undefined;
  const instrument = instrumentOf(a.instrument);
  const said = resultSentence(instrument, a.result);
  return {
    kind: threshold.kind,
    why: { zh: `${instrument.name.zh}：${said.zh}`, en: `${instrument.name.en}: ${said.en}` },
  };
}

/** A case that is open for the same matter, or for which this very scale was asked, needs no second one. */
export const seesTo = (c: CaseFile, kind: CaseKind, scale: string): boolean =>
  isOpen(c) && (c.kind === kind || templateOf(c.kind).instruments.some((code) => code === scale));

import type { Instrument } from './instrument';
import { abilityAssessment } from './instruments/ability';
import { barthelIndex } from './instruments/barthel';
import { depressionScreening } from './instruments/depression';
import { carerStrain, frailScreening, loneliness } from './instruments/short-scales';

/** Every version that results were ever made with; the first of a code is the current one. */
export const instruments: readonly Instrument[] = [
  abilityAssessment,
  depressionScreening,
  barthelIndex,
  frailScreening,
  carerStrain,
  loneliness,
];

export const instrumentCodes = [
  'gbt-42195',
  'gds-15',
  'barthel',
  'frail',
  'carer-strain',
  'loneliness',
] as const;
export type InstrumentCode = (typeof instrumentCodes)[number];

export const currentInstrument = (code: string): Instrument | undefined =>
  instruments.find((each) => each.code === code);

/** The very version a result was made with. That it is gone is a bug: versions are never removed. */
export function instrumentOf({
  code,
  version,
}: {
  readonly code: string;
  readonly version: string;
}): Instrument {
  const found = instruments.find((each) => each.code === code && each.version === version);
  if (!found) throw new Error(`no instrument ${code} ${version}`);
  return found;
}

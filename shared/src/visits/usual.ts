import type { MeasureName } from './vitals';

/** Fewer readings than this do not make a habit. */
export const FEWEST_READINGS = 3;
const LAST_READINGS = 10;
/** Makes a median absolute deviation as wide as a standard deviation where readings scatter normally. */
const MAD_TO_DEVIATION = 1.4826;

/**
 * How wide the usual is at least, and how far from it somebody is told at least: mmHg, beats a minute, tenths of
 * mmol/L, tenths of a kilogram. The product's choice and not a clinical limit: two of a row differ by as much without
 * a reason, and the words describe and never judge.
 */
const least: Readonly<Record<MeasureName, { readonly near: number; readonly far: number }>> = {
  systolic: { near: 10, far: 30 },
  diastolic: { near: 8, far: 20 },
  pulse: { near: 10, far: 25 },
  glucose: { near: 10, far: 40 },
  weight: { near: 10, far: 40 },
};

/** What is usual for one elder: the middle of the last readings, the range about it, and what is far from it. */
export interface Usual {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
  readonly farFrom: number;
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (lower + (sorted[Math.floor(sorted.length / 2)] ?? lower)) / 2;
};

/**
 * The median of the last ten readings, so that one odd reading does not move it, and twice their deviation to either
 * side; three times is far. Whose readings scatter more has a wider usual. Undefined below three readings.
 */
export function usualOf(name: MeasureName, values: readonly number[]): Usual | undefined {
  const recent = values.slice(-LAST_READINGS);
  if (recent.length < FEWEST_READINGS) return undefined;
  const middle = Math.round(median(recent));
  const deviation = MAD_TO_DEVIATION * median(recent.map((value) => Math.abs(value - middle)));
  const near = Math.round(Math.max(least[name].near, 2 * deviation));
  return {
    middle,
    low: middle - near,
    high: middle + near,
    farFrom: Math.round(Math.max(least[name].far, 3 * deviation)),
  };
}

/** The one rule of what somebody is told about: the alert and the page of readings both ask it. */
export const isFar = (value: number, usual: Usual | undefined): boolean =>
  usual !== undefined && Math.abs(value - usual.middle) >= usual.farFrom;

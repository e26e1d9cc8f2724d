import type { Course } from '@shared/health/health.contract';

export interface Dot {
  readonly key: string;
  readonly index: number;
  /** Percent of the drawing, from the left and from above. */
  readonly left: number;
  readonly top: number;
  readonly far: boolean;
}
export interface Line {
  readonly key: string;
  readonly left: number;
  readonly top: number;
  /** Percent of the width, and degrees clockwise: a line is drawn level and turned about its left end. */
  readonly length: number;
  readonly degrees: number;
}
export interface Chart {
  readonly dots: readonly Dot[];
  readonly lines: readonly Line[];
  /** Where the usual lies, from above, in percent; absent where none is known. */
  readonly band?: { readonly top: number; readonly height: number };
}

/** As many as a thumb can tell apart on a phone. */
export const MOST_DOTS = 14;
/** Left free at each edge, so that a dot is not cut. */
const EDGE = 8;

/** The newest readings as dots joined by lines, evenly spaced, with the band of the usual behind them. */
export function chartOf({ points, usual }: Pick<Course, 'points' | 'usual'>, aspect: number): Chart {
  const from = Math.max(0, points.length - MOST_DOTS);
  const shown = points.slice(from);
  const values = [...shown.map(({ value }) => value), ...(usual ? [usual.low, usual.high] : [])];
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const height = (value: number): number =>
    highest === lowest ? 50 : EDGE + ((highest - value) / (highest - lowest)) * (100 - 2 * EDGE);
  const step = shown.length < 2 ? 0 : (100 - 2 * EDGE) / (shown.length - 1);
  const dots = shown.map(
    ({ at, value, far }, index): Dot => ({
      key: `${at} ${index}`,
      index: from + index,
      left: shown.length < 2 ? 50 : EDGE + index * step,
      top: height(value),
      far,
    }),
  );
  const lines = dots.slice(1).map((to, index): Line => {
    const { left, top } = dots[index] ?? to;
    const [across, down] = [to.left - left, (to.top - top) / aspect];
    return {
      key: to.key,
      left,
      top,
      length: Math.hypot(across, down),
      degrees: (Math.atan2(down, across) * 180) / Math.PI,
    };
  });
  return {
    dots,
    lines,
    ...(usual ? { band: { top: height(usual.high), height: height(usual.low) - height(usual.high) } } : {}),
  };
}

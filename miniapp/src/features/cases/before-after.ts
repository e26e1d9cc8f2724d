import type { AssessmentResult } from '@shared/assessments/assessment';

export interface ScaleBar {
  readonly text: string;
  /** 0 to 1 of the whole scale. */
  readonly from: number;
  readonly to: number;
}

/** A result as a bar on its scale: a point from zero, or the span that unanswered questions leave open. */
export function scaleBar(result: AssessmentResult, full: number): ScaleBar {
  const { score } = result;
  if (score.kind === 'whole') return { text: `${score.score}`, from: 0, to: score.score / full };
  return { text: `${score.atLeast}–${score.atMost}`, from: score.atLeast / full, to: score.atMost / full };
}

import type { Evidence } from '@shared/visits/proof';

/** Of a degree: some two hundred metres, as far as somebody counts as being at the door. */
const CELL_DEGREES = 0.002;
const cell = (degrees: number): number => Math.round(degrees / CELL_DEGREES);

/**
 * What makes two taps on 签到 the same one. A phone never gives a position twice to the metre, so the neighbourhood
 * counts; from another place it is another arrival, with its own moment.
 */
export const sameEvidence = (evidence: Evidence): unknown =>
  evidence.kind === 'position' ? [cell(evidence.position.lat), cell(evidence.position.lng)] : evidence;

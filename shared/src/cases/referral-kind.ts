import type { Concern, Found } from '../visit-duty/duty';
import type { CaseKind } from './kind';

/** Where a concern found in looking in begins; the social worker may find that it is something else. */
const kinds: Readonly<Record<Concern, CaseKind>> = {
  health: 'chronic',
  meals: 'chronic',
  heating: 'poverty',
  mood: 'companionship',
  house: 'poverty',
  money: 'poverty',
  alone: 'companionship',
};
export function caseKindFor(found: Found): CaseKind {
  const first = found.well ? undefined : found.concerns[0];
  return first === undefined ? 'companionship' : kinds[first];
}

import { exceptionOf, type VisitException } from './exception';
import type { Resolution } from './resolution';
import type { ShownVisit, Visit } from './visit';

export interface StandingException extends VisitException {
  /** What became of it; none while nobody has settled it. */
  readonly settled?: Resolution;
}

/** What is out of the ordinary as things stand now: what was noticed at leaving, and what time and witnesses said. */
export function exceptionsOf(v: Visit | ShownVisit): StandingException[] {
  const found: VisitException[] = 'exceptions' in v ? [...v.exceptions] : [];
  if (v.status === 'missed') found.push(exceptionOf('check_in_missing', 'visit'));
  if (v.status === 'checked_in' && v.overdueSince !== undefined)
    found.push(exceptionOf('check_out_missing', 'visit'));
  for (const [side, attendance] of [
    ['check_in', 'checkIn' in v ? v.checkIn : undefined],
    ['check_out', 'checkOut' in v ? v.checkOut : undefined],
  ] as const) {
    if (attendance?.proof.kind !== 'witness') continue;
    const { said } = attendance.proof;
    if (said === undefined) found.push(exceptionOf('witness_unheard', side));
    else if (!said.seen) found.push(exceptionOf('witness_denies', side));
  }
  return found.map((each) => {
    const settled = v.resolutions?.find(({ code, at }) => code === each.code && at === each.at);
    return settled === undefined ? each : { ...each, settled };
  });
}

/** What still has to be put right before the visit may count. */
export const mustBeFixed = (v: Visit | ShownVisit): boolean =>
  exceptionsOf(v).some(({ kind, settled }) => kind === 'must_fix' && settled === undefined);

/** The household has read what was unusual when it says that the visit was so; a silence of three days has not. */
const acknowledged = (v: Visit | ShownVisit): boolean =>
  (v.status === 'confirmed' && v.confirmedBy !== 'system') || v.status === 'resolved';

/** What a coordinator has to look at: both kinds, as long as nobody has. */
export const openExceptions = (v: Visit | ShownVisit): StandingException[] =>
  exceptionsOf(v).filter(
    ({ kind, settled }) => settled === undefined && (kind === 'must_fix' || !acknowledged(v)),
  );

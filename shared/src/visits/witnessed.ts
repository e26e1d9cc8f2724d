import type { PersonId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import type { Attendance } from './proof';
import type { Visit } from './visit';

export type Side = 'check_in' | 'check_out';

/** Arriving or leaving, where the visit has come to it. */
export function attendanceAt(v: Visit, side: Side): Attendance | undefined {
  if (side === 'check_in') return 'checkIn' in v ? v.checkIn : undefined;
  return 'checkOut' in v ? v.checkOut : undefined;
}

/** The witness says that it was so, or that it was not; once, and while the visit is not settled. */
export function witnessed(
  v: Visit,
  said: { readonly side: Side; readonly by: PersonId; readonly seen: boolean; readonly at: Instant },
): Result<Visit> {
  const attendance = attendanceAt(v, said.side);
  if (attendance?.proof.kind !== 'witness' || attendance.proof.personId !== said.by)
    return refuse('witness_not_asked');
  if (v.status !== 'checked_in' && v.status !== 'checked_out' && v.status !== 'disputed')
    return refuse('visit_already_answered');
  if (attendance.proof.said !== undefined) return refuse('witness_said_already');
  const told: Attendance = {
    ...attendance,
    proof: { ...attendance.proof, verified: said.seen, said: { seen: said.seen, at: said.at } },
  };
  if (said.side === 'check_in') return allow({ ...v, checkIn: told });
  return v.status === 'checked_in' ? refuse('witness_not_asked') : allow({ ...v, checkOut: told });
}

/** Which sides of a visit still wait for the word of this person. */
export const sidesWaitingFor = (v: Visit, by: PersonId): Side[] =>
  (['check_in', 'check_out'] as const).filter((side) => {
    const proof = attendanceAt(v, side)?.proof;
    return proof?.kind === 'witness' && proof.personId === by && proof.said === undefined;
  });

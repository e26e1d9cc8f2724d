import * as z from 'zod';
import { helperId, type PersonId, personId, visitId } from '../kernel/ids';
import { type Instant, instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { role } from '../kernel/role';
import { line } from '../kernel/text';
import { pendingTransfer, transferId } from './transfer';

/** Why a credit is not posted at once. */
export const flagReason = z.lazy(() =>
  z.strictObject({
    code: z.enum([
      'nobody_confirmed',
      'place_unverified',
      'same_pair',
      'cycle',
      'impossible_place',
      'overlapping_visits',
      'burst',
    ]),
    /** How often, how fast (km/h) or how many minutes, where there is a number to say. */
    count: z.int().min(0).optional(),
    otherVisitId: visitId.optional(),
  }),
);
export type FlagReason = z.infer<typeof flagReason>;
export type FlagCode = FlagReason['code'];

const decision = z.lazy(() =>
  z.strictObject({
    by: z.strictObject({ personId, role }),
    verdict: z.enum(['credit', 'reject']),
    why: line(300),
    at: instant,
  }),
);
export type Decision = z.infer<typeof decision>;

const common = {
  flagId: transferId,
  personId,
  helperId: helperId.optional(),
  villageCode: z.string().regex(/^\d{12}$/),
  reasons: z.array(flagReason).min(1).max(12),
  /** The pending credit that waits for this decision. */
  pending: pendingTransfer,
  raisedAt: instant,
  decisions: z.array(decision).max(3),
};

/** 疑点: pending minutes and why; open until two people agree. */
export const timeFlag = z.lazy(() =>
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('open'), ...common }),
    z.strictObject({ status: z.literal('credited'), ...common, closedAt: instant }),
    z.strictObject({ status: z.literal('rejected'), ...common, closedAt: instant }),
  ]),
);
export type TimeFlag = z.infer<typeof timeFlag>;

/** Two of the same mind decide; of three people two always are. Nobody decides twice, or about themself. */
export function decideFlag(
  flag: TimeFlag,
  by: { readonly personId: PersonId; readonly role: Decision['by']['role'] },
  verdict: Decision['verdict'],
  why: string,
  at: Instant,
): Result<TimeFlag> {
  if (flag.status !== 'open') return refuse('time_flag_closed');
  if (by.personId === flag.personId) return refuse('time_second_person_needed');
  if (flag.decisions.some((each) => each.by.personId === by.personId))
    return refuse('time_second_person_needed');
  const decisions = [...flag.decisions, { by, verdict, why, at }];
  const agree = decisions.filter((each) => each.verdict === verdict).length;
  if (agree < 2) return allow({ ...flag, decisions });
  return allow({
    ...flag,
    decisions,
    status: verdict === 'credit' ? 'credited' : 'rejected',
    closedAt: at,
  });
}

import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { caseId, elderId, groupId, interventionId, type PersonId, personId } from '../kernel/ids';
import { type Instant, instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import type { Role } from '../kernel/role';
import { line, paragraph } from '../kernel/text';

/** How the elder said yes: on their own phone, or before somebody whose name is kept beside theirs. */
export const memberWitness = z.enum(['elder', 'coordinator', 'social_worker']);
export type MemberWitness = z.infer<typeof memberWitness>;

const common = {
  groupId,
  elderId,
  name: line(20),
  callName: line(20),
  /** Why this elder was thought of, in a sentence. */
  reason: spokenText,
  /** The plan that asked for a group, and its line there. */
  of: z.strictObject({ caseId, interventionId }).optional(),
  invitedAt: instant,
};
const consented = {
  ...common,
  consent: z.strictObject({
    witness: memberWitness,
    witnessedBy: personId,
    how: line(200),
    at: instant,
    /** Whether the family may see that and how often the elder comes. */
    shareWithFamily: z.boolean(),
  }),
};

/** 组员: invited → joined or declined; a joined one may leave at any time. */
export const groupMember = z.lazy(() =>
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('invited'), ...common }),
    z.strictObject({ status: z.literal('joined'), ...consented }),
    z.strictObject({ status: z.literal('declined'), ...common, declinedAt: instant, why: paragraph(200) }),
    z.strictObject({ status: z.literal('left'), ...consented, leftAt: instant, why: paragraph(200) }),
  ]),
);
export type GroupMember = z.infer<typeof groupMember>;
export type JoinedMember = Extract<GroupMember, { status: 'joined' }>;

export const joinedOf = (members: readonly GroupMember[]): JoinedMember[] =>
  members.flatMap((each) => (each.status === 'joined' ? [each] : []));

interface Yes {
  readonly witness: MemberWitness;
  readonly witnessedBy: PersonId;
  readonly how: string;
  readonly shareWithFamily: boolean;
  readonly at: Instant;
}

/** The elder's yes. Said alone it comes from the elder's own phone, otherwise from whoever was there (`as`). */
export function join(m: GroupMember, given: Yes, as: Role): Result<JoinedMember> {
  if (m.status !== 'invited') return refuse('group_member_settled');
  if (given.witness !== as) return refuse('witness_not_you', 'body.answer.witness');
  return allow({ ...m, status: 'joined', consent: given });
}

/** A no before joining, or an end to it afterwards; both hold at once. */
export function goAway(m: GroupMember, why: string, at: Instant): Result<GroupMember> {
  if (m.status === 'invited') return allow({ ...m, status: 'declined', declinedAt: at, why });
  if (m.status === 'joined') return allow({ ...m, status: 'left', leftAt: at, why });
  return refuse('group_member_settled');
}

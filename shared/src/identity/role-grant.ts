import * as z from 'zod';
import { grantId, type PersonId, personId } from '../kernel/ids';
import { type Instant, instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { line } from '../kernel/text';
import { grant } from './person';

const common = { grantId, personId, grant, why: line(200), proposedBy: personId, proposedAt: instant };

/** A role on its way to someone: proposed by one operator, approved by another. */
export const roleGrant = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('proposed'), ...common }),
  z.strictObject({ status: z.literal('approved'), ...common, approvedBy: personId, approvedAt: instant }),
]);
export type RoleGrant = z.infer<typeof roleGrant>;
export type ApprovedRoleGrant = Extract<RoleGrant, { status: 'approved' }>;

/** The second pair of eyes must be another's. */
export function approve(old: RoleGrant, by: PersonId, now: Instant): Result<ApprovedRoleGrant> {
  if (old.status !== 'proposed') return refuse('grant_closed');
  if (old.proposedBy === by || old.personId === by) return refuse('grant_second_approver_needed');
  return allow({ ...old, status: 'approved', approvedBy: by, approvedAt: now });
}

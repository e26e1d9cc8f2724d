import * as z from 'zod';
import { grantId, type PersonId, personId } from '../kernel/ids';
import { type Instant, instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { line } from '../kernel/text';
import { type Grant, grant } from './person';

const common = { grantId, personId, grant, why: line(200), proposedBy: personId, proposedAt: instant };

/** A role on its way to someone: proposed by one operator, approved by another. */
export const roleGrant = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('proposed'), ...common }),
  z.strictObject({ status: z.literal('approved'), ...common, approvedBy: personId, approvedAt: instant }),
]);
export type RoleGrant = z.infer<typeof roleGrant>;
export type ApprovedRoleGrant = Extract<RoleGrant, { status: 'approved' }>;

/** What a role is held for has to be said with it, or it would open nothing, or everything. */
export function checkGrant({ role, regionCode, helperId, elderId }: Grant): Result<void> {
  const needs = {
    coordinator: ['regionCode', regionCode],
    social_worker: ['regionCode', regionCode],
    official: ['regionCode', regionCode],
    provider: ['helperId', helperId],
    elder: ['elderId', elderId],
    operator: undefined,
    family: undefined,
    volunteer: undefined,
  } as const satisfies Record<Grant['role'], unknown>;
  const needed = needs[role];
  return needed && needed[1] === undefined
    ? refuse('input_invalid', `body.grant.${needed[0]}`)
    : allow(undefined);
}

/** The second pair of eyes must be another's. */
export function approve(old: RoleGrant, by: PersonId, now: Instant): Result<ApprovedRoleGrant> {
  if (old.status !== 'proposed') return refuse('grant_closed');
  if (old.proposedBy === by || old.personId === by) return refuse('grant_second_approver_needed');
  return allow({ ...old, status: 'approved', approvedBy: by, approvedAt: now });
}

import type {
  approveRoleGrant as approveRoute,
  listRoleGrants as listRoute,
  proposeRoleGrant as proposeRoute,
} from '@shared/identity/identity.contract';
import type { Grant } from '@shared/identity/person';
import { approve, checkGrant, type RoleGrant } from '@shared/identity/role-grant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { helperItem, helperKey } from '../helpers/items';
import { historyEntry } from '../history/items';
import { elderItem, elderKey, regionItem } from '../people/items';
import { runCommand } from '../platform/command';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { create, keyTexts, replace } from '../table/port';
import { personItem, roleGrantItem } from './items';

/** The region, the helper or the elder that a grant is for is there. */
async function standsOn(deps: Deps, { regionCode, helperId, elderId }: Grant): Promise<Result<void>> {
  if (regionCode && !(await deps.table.get(regionItem, { pk: `REGION#${regionCode}`, sk: 'REGION' })))
    return refuse('region_unknown', 'body.grant.regionCode');
  if (helperId && !(await deps.table.get(helperItem, helperKey(helperId))))
    return refuse('not_found', 'body.grant.helperId');
  if (elderId && !(await deps.table.get(elderItem, elderKey(elderId))))
    return refuse('not_found', 'body.grant.elderId');
  return allow(undefined);
}

export const proposeRoleGrant: UseCase<typeof proposeRoute> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'proposeRoleGrant', body }, async () => {
    const person = await deps.table.get(personItem, { pk: `PERSON#${body.personId}`, sk: 'PERSON' });
    if (!person) return refuse('not_found', 'body.personId');
    const whole = checkGrant(body.grant);
    if (!whole.ok) return whole;
    const standing = await standsOn(deps, body.grant);
    if (!standing.ok) return standing;
    const proposed: RoleGrant = {
      status: 'proposed',
      grantId: deps.newId('grant'),
      personId: body.personId,
      grant: body.grant,
      why: body.why,
      proposedBy: actor.personId,
      proposedAt: deps.clock(),
    };
    const history = historyEntry(deps, actor, {
      subject: { kind: 'person', id: body.personId },
      action: 'role_proposed',
      why: body.why,
    });
    return allow({ reply: proposed, writes: [create(roleGrantItem, proposed), history] });
  });

export const listRoleGrants: UseCase<typeof listRoute> = async (deps) => {
  const page = await deps.table.list(roleGrantItem, { index: 'byDue', pk: 'ROLE_GRANTS' });
  return allow({
    roleGrants: page.items.map((item) => item.value),
    unreadable: keyTexts(page.unreadable),
  });
};

/** The approval and the role itself are one transaction. */
export const approveRoleGrant: UseCase<typeof approveRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'approveRoleGrant', body: { ...params, ...body } },
    async () => {
      const old = await deps.table.get(roleGrantItem, { pk: `GRANT#${params.grantId}`, sk: 'GRANT' });
      if (!old) return refuse('not_found');
      const approved = approve(old.value, actor.personId, deps.clock());
      if (!approved.ok) return approved;
      const person = await deps.table.get(personItem, { pk: `PERSON#${old.value.personId}`, sk: 'PERSON' });
      if (!person) return refuse('not_found');
      const grants = [
        ...person.value.grants.filter((held) => held.role !== old.value.grant.role),
        old.value.grant,
      ];
      const history = historyEntry(deps, actor, {
        subject: { kind: 'person', id: old.value.personId },
        action: 'role_approved',
        why: old.value.why,
      });
      return allow({
        reply: approved.value,
        writes: [replace(old, approved.value), replace(person, { ...person.value, grants }), history],
      });
    },
  );

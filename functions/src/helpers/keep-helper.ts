import { checkCredential, checkWeeklyHours, type Helper } from '@shared/helpers/helper';
import type {
  changeMyHelper as changeRoute,
  recordCredential as credentialRoute,
  readMyHelper as readRoute,
  registerHelper as registerRoute,
  suspendHelper as suspendRoute,
} from '@shared/helpers/helpers.contract';
import type { HistoryAction } from '@shared/history/action';
import type { CommandId, HelperId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { isInVillage } from '@shared/regions/region';
import { historyEntry } from '../history/items';
import { personItem } from '../identity/items';
import { regionItem } from '../people/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { create, replace } from '../table/port';
import { helperItem, helperKey } from './items';

/** Becoming a volunteer is one's own choice; the role and the profile are one transaction. */
export const registerHelper: UseCase<typeof registerRoute> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'registerHelper', body }, async () => {
    const me = await deps.table.get(personItem, { pk: `PERSON#${actor.personId}`, sk: 'PERSON' });
    if (!me) return refuse('not_found');
    if (me.value.grants.some((held) => held.role === 'volunteer')) return refuse('helper_exists');
    const hours = checkWeeklyHours(body.weeklyHours);
    if (!hours.ok) return hours;
    const village = await deps.table.get(regionItem, { pk: `REGION#${body.villageCode}`, sk: 'REGION' });
    if (village?.value.level !== 'village') return refuse('region_unknown', 'body.villageCode');
    if (!isInVillage(village.value, body.home)) return refuse('position_outside_region', 'body.home');
    const { commandId: _, ...choices } = body;
    const helper: Helper = {
      ...choices,
      helperId: deps.newId('helper'),
      personId: actor.personId,
      kind: 'volunteer',
      villageName: village.value.name,
      credentials: [],
      stats: { offered: 0, answered: 0, visits: 0, onTime: 0 },
    };
    const grants = [...me.value.grants, { role: 'volunteer' as const, helperId: helper.helperId }];
    const history = historyEntry(deps, actor, {
      subject: { kind: 'helper', id: helper.helperId },
      action: 'helper_registered',
    });
    return allow({
      reply: helper,
      writes: [create(helperItem, helper), replace(me, { ...me.value, grants }), history],
    });
  });

export const readMyHelper: UseCase<typeof readRoute> = async (deps, { actor }) => {
  const helper = actor.grant.helperId && (await deps.table.get(helperItem, helperKey(actor.grant.helperId)));
  return helper ? allow(helper.value) : refuse('not_found');
};

interface Change {
  readonly helperId: HelperId | undefined;
  readonly body: { readonly commandId: CommandId };
  readonly action: HistoryAction;
  readonly why?: string;
  readonly decide: (helper: Helper) => Result<Helper>;
}

const changeHelper = (deps: Deps, actor: Actor, { helperId, body, action, why, decide }: Change) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: action, body: { helperId, ...body } },
    async () => {
      const old = helperId && (await deps.table.get(helperItem, helperKey(helperId)));
      if (!old) return refuse('not_found');
      const changed = decide(old.value);
      if (!changed.ok) return changed;
      const history = historyEntry(deps, actor, {
        subject: { kind: 'helper', id: old.value.helperId },
        action,
        why,
      });
      return allow({ reply: changed.value, writes: [replace(old, changed.value), history] });
    },
  );

export const changeMyHelper: UseCase<typeof changeRoute> = (deps, { actor, body }) =>
  changeHelper(deps, actor, {
    helperId: actor.grant.helperId,
    body,
    action: 'helper_changed',
    decide: (helper) => {
      const given = Object.fromEntries(
        Object.entries(body.changes).filter(([, value]) => value !== undefined),
      );
      const changed: Helper = { ...helper, ...given };
      const hours = checkWeeklyHours(changed.weeklyHours, 'body.changes.weeklyHours');
      return hours.ok ? allow(changed) : hours;
    },
  });

export const recordCredential: UseCase<typeof credentialRoute> = (deps, { actor, params, body }) =>
  changeHelper(deps, actor, {
    helperId: params.helperId,
    body,
    action: 'credential_recorded',
    decide: (helper) => {
      const checked = checkCredential(body.credential);
      if (!checked.ok) return checked;
      const others = helper.credentials.filter((held) => held.kind !== body.credential.kind);
      return allow({ ...helper, credentials: [...others, body.credential] });
    },
  });

export const suspendHelper: UseCase<typeof suspendRoute> = (deps, { actor, params, body }) =>
  changeHelper(deps, actor, {
    helperId: params.helperId,
    body,
    action: body.suspended ? 'helper_suspended' : 'helper_reinstated',
    why: body.reason,
    decide: ({ suspended: _, ...helper }) =>
      allow(body.suspended ? { ...helper, suspended: { at: deps.clock(), why: body.reason } } : helper),
  });

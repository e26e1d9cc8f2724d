import type { ElderId, VisitId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { helperRoles } from '@shared/kernel/role';
import type { Elder } from '@shared/people/elder';
import type { ConsentedKinship } from '@shared/people/kinship';
import { invite } from '@shared/video-calls/lifecycle';
import { isOpen } from '@shared/video-calls/video-call';
import type { inviteToVideoCall as route } from '@shared/video-calls/video-calls.contract';
import { type Caller, membersOfCall } from '@shared/video-calls/whom-to-call';
import type { Visit } from '@shared/visits/visit';
import { helperItem, helperKey } from '../helpers/items';
import { historyEntry } from '../history/items';
import { personItem, personKey } from '../identity/items';
import { tieToElder } from '../people/access';
import { elderItem, elderKey, kinshipItem } from '../people/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { create, replace } from '../table/port';
import { visitItem, visitKey } from '../visits/items';
import { memberIn } from './access';
import { advanceCall } from './advance-call';
import { callItem, callKey, latestCallItem, latestCallKey } from './items';
import { randomText } from './random-text';

/** The visit that is under way at this elder's, where the call is made from one or into one. */
async function visitOf(deps: Deps, actor: Actor, elder: Elder, visitId: VisitId | undefined) {
  const stored = visitId === undefined ? undefined : await deps.table.get(visitItem, visitKey(visitId));
  const visit = stored?.value.elderId === elder.elderId ? stored.value : undefined;
  if (visitId !== undefined && visit === undefined) return refuse('not_found', 'body.visitId');
  if (helperRoles.includes(actor.role)) {
    if (visit === undefined || visit.helperId !== actor.grant.helperId)
      return refuse('not_found', 'body.visitId');
  } else if (!(await tieToElder(deps, actor, elder)).ok) return refuse('not_found', 'body.elderId');
  if (visit !== undefined && visit.status !== 'checked_in') return refuse('video_visit_not_running');
  return allow(visit);
}

async function familyOf(deps: Deps, elderId: ElderId): Promise<ConsentedKinship[]> {
  const page = await deps.table.list(kinshipItem, { pk: `ELDER#${elderId}`, prefix: 'KIN#' });
  return page.items
    .map(({ value }) => value)
    .filter((kin): kin is ConsentedKinship => kin.status === 'consented')
    .sort((a, b) => (a.consent.at < b.consent.at ? -1 : 1));
}

async function callerOf(deps: Deps, { role, personId }: Actor, family: readonly ConsentedKinship[]) {
  if (role === 'elder') return { as: 'elder' } as const;
  if (helperRoles.includes(role)) return { as: 'helper' } as const;
  const known = family.find((kin) => kin.personId === personId)?.personName;
  const name = known ?? (await deps.table.get(personItem, personKey(personId)))?.value.name ?? '家人';
  return { as: role === 'coordinator' ? 'coordinator' : 'family', personId, name } satisfies Caller;
}

/** By whom the call is found beside the elder. */
async function foundBy(deps: Deps, actor: Actor, visit: Visit | undefined) {
  if (visit === undefined) return actor.role === 'coordinator' ? { personId: actor.personId } : {};
  const helper = await deps.table.get(helperItem, helperKey(visit.helperId));
  return {
    visitId: visit.visitId,
    helperId: visit.helperId,
    ...(helper === undefined ? {} : { personId: helper.value.personId }),
  };
}

/** Calls the other end. While a call of this elder goes on, its members come into it and others are asked to wait. */
export const inviteToCall: UseCase<typeof route> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'inviteToVideoCall', body }, async () => {
    const elder = await deps.table.get(elderItem, elderKey(body.elderId));
    if (elder === undefined) return refuse('not_found', 'body.elderId');
    const visit: Result<Visit | undefined> = await visitOf(deps, actor, elder.value, body.visitId);
    if (!visit.ok) return visit;
    const latest = await deps.table.get(latestCallItem, latestCallKey(body.elderId));
    // One that nobody is in any more must not keep the line busy until the clock comes by.
    if (latest) await advanceCall(deps, latest.value.callId);
    const running = latest && (await deps.table.get(callItem, callKey(latest.value.callId)));
    if (running && isOpen(running.value))
      return memberIn(running.value, actor)
        ? allow({ reply: { callId: running.value.callId }, writes: [] })
        : refuse('video_busy');
    const { elderId, callName, ownPhone } = elder.value;
    const family = await familyOf(deps, elderId);
    const members = membersOfCall(await callerOf(deps, actor, family), {
      callName,
      ownPhone,
      family: family.map(({ personId, personName }) => ({ personId, name: personName })),
      helperName: visit.value?.helperName,
    });
    if (!members.ok) return members;
    const callId = deps.newId('call');
    const call = invite(
      {
        callId,
        elderId,
        callName,
        medium: body.medium,
        groupId: randomText(deps, 32),
        members: members.value,
        ...(await foundBy(deps, actor, visit.value)),
      },
      deps.clock(),
    );
    return allow({
      reply: { callId },
      writes: [
        create(callItem, call),
        latest ? replace(latest, { elderId, callId }) : create(latestCallItem, { elderId, callId }),
        historyEntry(deps, actor, {
          subject: { kind: 'video_call', id: callId },
          elderId,
          action: 'video_called',
        }),
      ],
    });
  });

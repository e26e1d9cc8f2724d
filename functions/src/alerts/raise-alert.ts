import { type AlertActor, isOpen } from '@shared/alerts/alert';
import type { raiseAlert as route } from '@shared/alerts/alerts.contract';
import { raise } from '@shared/alerts/climb';
import { matterOf } from '@shared/alerts/sentence';
import type { ElderId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { helperRoles } from '@shared/kernel/role';
import { isUnderWay } from '@shared/visits/visit';
import { historyEntry } from '../history/items';
import { personItem, personKey } from '../identity/items';
import { tieToElder } from '../people/access';
import { elderItem, elderKey } from '../people/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { create, replace } from '../table/port';
import { visitItem, visitKey } from '../visits/items';
import { nextStep } from './climb';
import { contactsOf } from './contacts';
import { alertItem, alertKey, sosItem, sosKey } from './items';

/** A helper is tied to the elder by a visit of theirs that is under way, everybody else as always. */
async function mayRaise(
  deps: Deps,
  actor: Actor,
  elder: { readonly elderId: ElderId; readonly villageCode: string },
  visitId: string | undefined,
): Promise<Result<unknown>> {
  const stored = visitId === undefined ? undefined : await deps.table.get(visitItem, visitKey(visitId));
  const visit = stored?.value.elderId === elder.elderId ? stored.value : undefined;
  if (!helperRoles.includes(actor.role)) {
    const tie = await tieToElder(deps, actor, elder);
    if (!tie.ok) return refuse('not_found', 'body.elderId');
    return visitId === undefined || visit ? tie : refuse('not_found', 'body.visitId');
  }
  const own = visit?.helperId === actor.grant.helperId && visit !== undefined && isUnderWay(visit);
  return own ? allow(undefined) : refuse('not_found', 'body.visitId');
}

export async function alertActorOf(deps: Deps, actor: Actor): Promise<AlertActor> {
  const person = await deps.table.get(personItem, personKey(actor.personId));
  return { personId: actor.personId, role: actor.role, name: person?.value.name ?? '有人' };
}

/** SOS. The alert, its first rung and everybody's message are one transaction; sending is the stream's work. */
export const raiseSos: UseCase<typeof route> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'raiseAlert', body }, async () => {
    const elder = await deps.table.get(elderItem, elderKey(body.elderId));
    if (elder === undefined) return refuse('not_found', 'body.elderId');
    const tie = await mayRaise(deps, actor, elder.value, body.visitId);
    if (!tie.ok) return tie;
    const latest = await deps.table.get(sosItem, sosKey(body.elderId));
    const running = latest && (await deps.table.get(alertItem, alertKey(latest.value.alertId)));
    if (running && isOpen(running.value))
      return allow({ reply: { alertId: running.value.alertId }, writes: [] });
    const now = deps.clock();
    const by = await alertActorOf(deps, actor);
    const { callName, villageCode, elderId } = elder.value;
    const alertId = deps.newId('alert');
    const raised = raise(
      {
        alertId,
        elderId,
        villageCode,
        callName,
        kind: 'sos',
        raisedBy: by,
        matter: matterOf.sos(callName, by),
        ...(body.visitId === undefined ? {} : { visitId: body.visitId }),
        people: await contactsOf(deps, elder.value, 'sos', actor.personId),
      },
      now,
    );
    const first = nextStep(deps, raised, now);
    return allow({
      reply: { alertId },
      writes: [
        create(alertItem, first?.alert ?? raised),
        latest ? replace(latest, { elderId, alertId }) : create(sosItem, { elderId, alertId }),
        ...(first?.writes ?? []),
        historyEntry(deps, actor, {
          subject: { kind: 'alert', id: alertId },
          elderId,
          action: 'alert_raised',
        }),
      ],
    });
  });

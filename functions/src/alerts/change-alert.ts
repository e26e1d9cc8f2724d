import { type Alert, type AlertActor, isOpen, reachedBy } from '@shared/alerts/alert';
import type {
  AlertView,
  acknowledgeAlert as acknowledgeRoute,
  callOffAlert as callOffRoute,
  handleAlert as handleRoute,
} from '@shared/alerts/alerts.contract';
import { acknowledge, callOff, foundWell, handle, hasBeenThere } from '@shared/alerts/climb';
import type { HistoryAction } from '@shared/history/action';
import type { AlertId, CommandId } from '@shared/kernel/ids';
import type { Instant } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { helperRoles } from '@shared/kernel/role';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { replace } from '../table/port';
import { tieToAlert } from './access';
import { endMessages } from './climb';
import { alertItem, alertKey } from './items';
import { proposalOf } from './propose-case';
import { alertActorOf } from './raise-alert';
import { viewOf } from './view';

interface Given {
  readonly params: { readonly alertId: AlertId };
  readonly body: { readonly commandId: CommandId };
  readonly actor: Actor;
}
interface Change {
  readonly name: string;
  readonly action: (after: Alert) => HistoryAction;
  readonly why?: string;
  decide(before: Alert, by: AlertActor, now: Instant): Result<Alert>;
}

/** What every answer shares: load, tie, rule, and one transaction with the history and who hears of the end. */
function changeAlert(deps: Deps, { params, body, actor }: Given, change: Change): Promise<Result<AlertView>> {
  const command = { commandId: body.commandId, name: change.name, body: { ...params, ...body } };
  return runCommand(deps, actor, command, async () => {
    const stored = await deps.table.get(alertItem, alertKey(params.alertId));
    if (stored === undefined) return refuse('not_found');
    const before = stored.value;
    const tie = await tieToAlert(deps, actor, before);
    if (!tie.ok) return tie;
    const now = deps.clock();
    const decided = change.decide(before, await alertActorOf(deps, actor), now);
    if (!decided.ok) return decided;
    const after = decided.value;
    const hears =
      isOpen(before) && !isOpen(after)
        ? reachedBy(before).filter((each) => each.personId !== actor.personId)
        : [];
    return allow({
      reply: await viewOf(deps, after, actor, tie.value),
      writes: [
        replace(stored, after),
        ...endMessages(after, hears, now),
        ...(after.kind === 'sos' && after.status === 'handled' && isOpen(before)
          ? await proposalOf(deps, after)
          : []),
        historyEntry(deps, actor, {
          subject: { kind: 'alert', id: after.alertId },
          elderId: after.elderId,
          action: change.action(after),
          why: change.why,
        }),
      ],
    });
  });
}

export const acknowledgeOne: UseCase<typeof acknowledgeRoute> = (deps, input) =>
  changeAlert(deps, input, {
    name: 'acknowledgeAlert',
    action: () => 'alert_acknowledged',
    decide: (before, by, now) => {
      const near = before.people.find((each) => each.personId === by.personId);
      const minutes = input.body.going ? near?.minutes : undefined;
      return acknowledge(before, {
        ...by,
        at: now,
        going: input.body.going,
        ...(minutes === undefined ? {} : { minutes }),
      });
    },
  });

export const handleOne: UseCase<typeof handleRoute> = (deps, input) =>
  changeAlert(deps, input, {
    name: 'handleAlert',
    action: (after) => (after.status === 'handled' ? 'alert_handled' : 'alert_called_off'),
    why: input.body.what,
    decide: (before, by, now) => {
      if (helperRoles.includes(by.role) && isOpen(before) && !hasBeenThere(before, by.personId))
        return refuse('alert_answer_first');
      return input.body.outcome === 'handled'
        ? handle(before, by, now, input.body.what)
        : foundWell(before, by, now);
    },
  });

export const callOffOne: UseCase<typeof callOffRoute> = (deps, input) =>
  changeAlert(deps, input, {
    name: 'callOffAlert',
    action: () => 'alert_called_off',
    decide: callOff,
  });

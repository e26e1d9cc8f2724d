import type { HistoryAction } from '@shared/history/action';
import type { CommandId, RequestId } from '@shared/kernel/ids';
import { allow, type Result } from '@shared/kernel/result';
import { checkDraft } from '@shared/service-requests/draft';
import * as rules from '@shared/service-requests/request';
import type {
  cancelRequest as cancelRoute,
  closeUnmetRequest as closeRoute,
  rescheduleRequest as rescheduleRoute,
  takeOverRequest as takeOverRoute,
} from '@shared/service-requests/requests.contract';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { replace, type Write } from '../table/port';
import { claimTimes } from './elder-month';
import { freePlaces } from './free-places';
import { busyTimes, knownService, linkedRequest } from './load';

interface Given {
  readonly actor: Actor;
  readonly params: { readonly requestId: RequestId };
  readonly body: { readonly commandId: CommandId; readonly reason?: string };
}
interface Decided {
  readonly request: rules.ServiceRequest;
  readonly also?: readonly Write[];
}
type Decide = (request: rules.ServiceRequest) => Promise<Result<Decided>> | Result<Decided>;

/** What every change of a request shares: load, link, rule, one transaction with the history. */
const changeRequest = (deps: Deps, { actor, params, body }: Given, action: HistoryAction, decide: Decide) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: action, body: { ...params, ...body } },
    async () => {
      const linked = await linkedRequest(deps, actor, params.requestId);
      if (!linked.ok) return linked;
      const { stored } = linked.value;
      const decided = await decide(stored.value);
      if (!decided.ok) return decided;
      const { request, also = [] } = decided.value;
      const history = historyEntry(deps, actor, {
        subject: { kind: 'request', id: request.requestId },
        elderId: request.elderId,
        action,
        why: body.reason,
      });
      return allow({ reply: request, writes: [replace(stored, request), ...also, history] });
    },
  );

const byOf = (actor: Actor) => ({ personId: actor.personId, role: actor.role });
const only = (changed: Result<rules.ServiceRequest>): Result<Decided> =>
  changed.ok ? allow({ request: changed.value }) : changed;

/** Calls the whole request off; whoever was coming or asked is freed in the same moment. */
export const cancelRequest: UseCase<typeof cancelRoute> = (deps, input) =>
  changeRequest(deps, input, 'request_cancelled', async (old) => {
    const by = byOf(input.actor);
    const cancelled = rules.cancel(old, by, deps.clock(), input.body.reason);
    if (!cancelled.ok) return cancelled;
    const freed = await freePlaces(deps, old, by, input.body.reason);
    return freed.ok ? allow({ request: cancelled.value, also: freed.value }) : freed;
  });

export const rescheduleRequest: UseCase<typeof rescheduleRoute> = (deps, input) =>
  changeRequest(deps, input, 'request_rescheduled', async (old) => {
    const { startsAt, minutes = old.minutes, confirmedNight, reason } = input.body;
    const service = await knownService(deps, old.serviceCode);
    if (!service.ok) return service;
    const busy = await busyTimes(deps, old.elderId, startsAt, old.requestId);
    const span = checkDraft({ startsAt, minutes, confirmedNight }, service.value, busy, deps.clock());
    if (!span.ok) return span;
    const moved = rules.reschedule(old, { ...span.value, minutes });
    if (!moved.ok) return moved;
    const { requestId, elderId } = old;
    const times = await claimTimes(deps, elderId, [{ requestId, ...span.value }], 'body.startsAt');
    if (!times.ok) return times;
    const freed = await freePlaces(deps, old, byOf(input.actor), reason);
    return freed.ok ? allow({ request: moved.value, also: [...freed.value, ...times.value] }) : freed;
  });

export const takeOverRequest: UseCase<typeof takeOverRoute> = (deps, input) =>
  changeRequest(deps, input, 'request_taken_over', (old) =>
    only(rules.takeOver(old, byOf(input.actor), deps.clock())),
  );

export const closeUnmetRequest: UseCase<typeof closeRoute> = (deps, input) =>
  changeRequest(deps, input, 'request_closed_unmet', async (old) => {
    const closed = rules.closeUnmet(old, byOf(input.actor), deps.clock(), input.body.reason);
    if (!closed.ok) return closed;
    const freed = await freePlaces(deps, old, byOf(input.actor), input.body.reason);
    return freed.ok ? allow({ request: closed.value, also: freed.value }) : freed;
  });

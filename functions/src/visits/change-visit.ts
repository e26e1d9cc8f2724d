import type { HistoryAction } from '@shared/history/action';
import type { HistoryFacts } from '@shared/history/history';
import type { SpokenText } from '@shared/history/history.contract';
import type { CommandId, VisitId } from '@shared/kernel/ids';
import type { Instant } from '@shared/kernel/instant';
import type { Refusal } from '@shared/kernel/refusal';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { visitSentence } from '@shared/visits/sentence';
import { type ActedBy, type ShownVisit, shown, type Visit } from '@shared/visits/visit';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import { replace, type Write } from '../table/port';
import { type Tie, tieToVisit } from './access';
import { visitItem, visitKey } from './items';
import { requestWrites } from './step-request';

interface Given {
  readonly params: { readonly visitId: VisitId };
  readonly body: { readonly commandId: CommandId };
  readonly actor: Actor;
}

export interface Decided {
  readonly visit: Visit;
  /** Writes beside the visit, its request and the history. */
  readonly also?: readonly Write[];
  readonly why?: string | undefined;
  readonly facts?: HistoryFacts;
}

interface Change {
  readonly name: string;
  readonly action: HistoryAction;
  /** Who may do this at all, by how they are tied to the visit. */
  readonly ties: readonly Tie[];
  /** Who may besides, without any tie to the elder: the witness who was named. */
  readonly others?: (visit: Visit, actor: Actor) => boolean;
  decide(
    visit: Visit,
    at: { readonly now: Instant; readonly by: ActedBy },
  ): Promise<Result<Decided>> | Result<Decided>;
}

/** Rules name a field as the command has it; on the wire it lies in the body. */
export const inBody = ({ code, field }: Refusal): Result<never> =>
  refuse(code, field === undefined ? undefined : `body.${field}`);

/** What every change of a visit shares: load, tie, rule, and one transaction with the request and the history. */
export function changeVisit(
  deps: Deps,
  { params, body, actor }: Given,
  change: Change,
): Promise<Result<{ visit: ShownVisit; sentence: SpokenText }>> {
  const command = { commandId: body.commandId, name: change.name, body: { ...params, ...body } };
  return runCommand(deps, actor, command, async () => {
    const stored = await deps.table.get(visitItem, visitKey(params.visitId));
    if (stored === undefined) return refuse('not_found');
    if (!change.others?.(stored.value, actor)) {
      const tie = await tieToVisit(deps, actor, stored.value);
      if (!tie.ok) return tie;
      if (!change.ties.includes(tie.value)) return refuse('not_found');
    }
    const by: ActedBy = { personId: actor.personId, role: actor.role };
    const decided = await change.decide(stored.value, { now: deps.clock(), by });
    if (!decided.ok) return inBody(decided.refusal);
    const { visit, also = [], why, facts } = decided.value;
    const request = await requestWrites(deps, stored.value, visit);
    if (!request.ok) return request;
    const told = shown(visit);
    return allow({
      reply: { visit: told, sentence: visitSentence(told) },
      writes: [
        replace(stored, visit),
        ...request.value,
        ...also,
        historyEntry(deps, actor, {
          subject: { kind: 'visit', id: visit.visitId },
          elderId: visit.elderId,
          action: change.action,
          why,
          facts: { helperName: visit.helperName, startsAt: visit.startsAt, ...facts },
        }),
      ],
    });
  });
}

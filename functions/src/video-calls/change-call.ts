import type { HistoryAction } from '@shared/history/action';
import type { CallId, CommandId } from '@shared/kernel/ids';
import type { Instant } from '@shared/kernel/instant';
import { allow, type Result } from '@shared/kernel/result';
import type { Member, VideoCall } from '@shared/video-calls/video-call';
import type { CallView } from '@shared/video-calls/video-calls.contract';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import { replace, type Write } from '../table/port';
import { ownCall } from './access';
import { writesOfEnd } from './over';
import { viewOf } from './view';

interface Given {
  readonly params: { readonly callId: CallId };
  readonly body: { readonly commandId: CommandId };
  readonly actor: Actor;
}
interface Decided {
  readonly call: VideoCall;
  /** Writes beside the call and what its end brings. */
  readonly also?: readonly Write[];
}
interface Change {
  readonly name: string;
  readonly action?: HistoryAction;
  decide(before: VideoCall, me: Member, now: Instant): Promise<Result<Decided>> | Result<Decided>;
}

/** What every change of a call shares: load, membership, rule, and one transaction with what the end brings. */
export function changeCall(
  deps: Deps,
  { params, body, actor }: Given,
  change: Change,
): Promise<Result<CallView>> {
  const command = { commandId: body.commandId, name: change.name, body: { ...params, ...body } };
  return runCommand(deps, actor, command, async () => {
    const own = await ownCall(deps, actor, params.callId);
    if (!own.ok) return own;
    const { stored, member } = own.value;
    const decided = await change.decide(stored.value, member, deps.clock());
    if (!decided.ok) return decided;
    const { call, also = [] } = decided.value;
    const told = change.action === undefined ? [] : [change.action];
    return allow({
      reply: await viewOf(deps, call, member),
      writes: [
        ...also,
        ...(call === stored.value ? [] : [replace(stored, call)]),
        ...told.map((action) =>
          historyEntry(deps, actor, {
            subject: { kind: 'video_call', id: call.callId },
            elderId: call.elderId,
            action,
          }),
        ),
        ...writesOfEnd(deps, stored.value, call, actor),
      ],
    });
  });
}

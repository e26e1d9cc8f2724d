import { type Instant, instant } from '@shared/kernel/instant';
import { type RefusalCode, refusalSentences } from '@shared/kernel/refusal';
import type { Failure } from '@/platform/client-core';
import type { WaitingCommand } from '@/platform/outbox/waiting';

/** A command that the server refused, at the head of its visit. */
export interface Stuck {
  readonly commandId: string;
  readonly route: string;
  readonly at: Instant | undefined;
  readonly failure: Failure;
  readonly behind: number;
}

/** What somebody has to look at before more of the same visit can go out. */
export function stuckOf(waiting: readonly WaitingCommand[]): readonly Stuck[] {
  return waiting.flatMap(({ commandId, route, lane, body, refused }) => {
    if (refused === undefined) return [];
    const ofLane = waiting.filter((each) => each.lane === lane);
    return {
      commandId,
      route,
      at: doneAt(body),
      failure: failureOf(refused),
      behind: ofLane.length - ofLane.findIndex((each) => each.commandId === commandId) - 1,
    };
  });
}

/** Kept by an older or newer version, a code may have no sentence here. */
function failureOf(refused: NonNullable<WaitingCommand['refused']>): Failure {
  if (refused.kind === 'unreadable' || !(refused.refusal.code in refusalSentences))
    return { kind: 'unreadable' };
  return { kind: 'refused', refusal: { code: refused.refusal.code as RefusalCode } };
}

function doneAt(body: WaitingCommand['body']): Instant | undefined {
  const [first] = Array.isArray(body.entries) ? (body.entries as readonly { at?: unknown }[]) : [body];
  return instant.safeParse(first?.at).data;
}

import type { ReplyOf } from '@shared/kernel/route';
import { type Answer, type AnyRoute, type CallInput, call } from './client';
import { commandAnswered, commandFor } from './command-core';
import { ulid } from './random-id';
import { storage } from './storage';

export const mintId = <P extends string>(prefix: P): string => `${prefix}_${ulid(Date.now(), Math.random)}`;

/** Of each shape that a body may have by itself: `Omit` of a union would keep only what all share. */
type Unnamed<B> = B extends unknown ? Omit<B, 'commandId'> : never;
/** A call's input whose body still lacks the `commandId`. */
type Uncommanded<I> = I extends { readonly body: infer B }
  ? Omit<I, 'body'> & { readonly body: Unnamed<B> }
  : never;

/**
 * Sends something that changes state. `intent` names what the person wants ("accept offer_…"): tapping again
 * after a lost answer sends the same command, not a second one.
 */
export async function command<R extends AnyRoute>(
  intent: string,
  route: R,
  input: Uncommanded<CallInput<R>>,
): Promise<Answer<ReplyOf<R>>> {
  const commandId = commandFor(storage, intent, input.body, () => mintId('command'));
  // TypeScript cannot see that Omit<B, 'commandId'> with a commandId is B again.
  const whole = { ...input, body: { ...input.body, commandId } } as unknown as CallInput<R>;
  const answer = await call(route, whole);
  if (answer.ok || answer.failure.kind === 'refused') commandAnswered(storage, intent);
  return answer;
}

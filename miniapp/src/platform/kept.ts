import type { ReplyOf } from '@shared/kernel/route';
import type { AnyRoute, CallInput } from './client';
import { call } from './client';
import { now } from './clock';
import { createKept } from './kept-core';
import { useSession } from './session';
import { storage } from './storage';

const kept = createKept(storage, now);

useSession.subscribe((after, before) => {
  if (before.signedIn !== undefined && after.signedIn === undefined) kept.forgetAll();
});

const nameOf = (route: AnyRoute, input: unknown): string =>
  `${useSession.getState().signedIn?.person.personId} ${route.name} ${JSON.stringify(input)}`;

/** What this person was answered to this question before, if this version still understands it. */
export function keptReply<R extends AnyRoute>(route: R, input: CallInput<R>) {
  const found = kept.read(nameOf(route, input));
  const parsed = found && route.reply.safeParse(found.reply);
  return found && parsed?.success ? { at: found.at, data: parsed.data as ReplyOf<R> } : undefined;
}

export const keepReply = <R extends AnyRoute>(route: R, input: CallInput<R>, reply: ReplyOf<R>): void =>
  kept.keep(nameOf(route, input), reply);

/** Reads ahead what will be needed where there is no network; without network now, nothing happens. */
export async function readAhead<R extends AnyRoute>(route: R, input: CallInput<R>): Promise<void> {
  const answer = await call(route, input);
  if (answer.ok) keepReply(route, input, answer.value);
}

import { type Attempt, afterAttempt, claim, type Message } from '@shared/alerts/message';
import { isBefore } from '@shared/kernel/instant';
import { personItem, personKey } from '../identity/items';
import type { Deps } from '../platform/deps';
import { logger } from '../platform/logger';
import { replace, UnreadableItem } from '../table/port';
import type { Channels, Outgoing } from './channels';
import { alertItem, alertKey, messageItem, messageKey } from './items';

/** How somebody is reached; one whose record is broken is in the inbox and otherwise passed over. */
async function reach(deps: Deps, m: Message): Promise<Outgoing> {
  const alert = await deps.table.get(alertItem, alertKey(m.alertId));
  const { alertId, personId, kind, text, at } = m;
  const outgoing = { alertId, personId, kind, text, at, callName: alert?.value.callName ?? '' };
  try {
    const person = await deps.table.get(personItem, personKey(personId));
    return { ...outgoing, openid: person?.value.openid, phone: person?.value.phone };
  } catch (error) {
    if (!(error instanceof UnreadableItem)) throw error;
    return outgoing;
  }
}

/**
 * Sends one message by what is left of its channels. Claimed first, so that of two senders one sends; at least once
 * outside, since who dies between sending and writing it down is followed up a minute later.
 */
export async function deliver(
  deps: Deps,
  channels: Channels,
  name: Pick<Message, 'alertId' | 'step' | 'personId'>,
): Promise<void> {
  for (;;) {
    const stored = await deps.table.get(messageItem, messageKey(name));
    if (stored?.value.status !== 'waiting' || isBefore(deps.clock(), stored.value.tryAt)) return;
    const [channel] = stored.value.left;
    if (channel === undefined) return;
    const claimed = claim(stored.value, deps.clock());
    if (!(await deps.table.commit([replace(stored, claimed)])).ok) return;
    let outcome: Attempt['outcome'] = 'failed';
    try {
      outcome = await channels[channel](deps, await reach(deps, stored.value));
    } catch (error) {
      // A channel that breaks is one that did not work: the next one is tried.
      logger.error('channel broke', { channel, error: error instanceof Error ? error.name : 'unknown' });
    }
    if (!(await written(deps, claimed, outcome))) return;
  }
}

/** Puts down what came of it, whatever else changed of the message meanwhile: it may have been read. */
async function written(deps: Deps, claimed: Message, outcome: Attempt['outcome']): Promise<boolean> {
  for (let tries = 0; tries < 5; tries += 1) {
    const stored = await deps.table.get(messageItem, messageKey(claimed));
    if (stored?.value.status !== 'waiting' || stored.value.attempts.length !== claimed.attempts.length)
      return false;
    const after = afterAttempt(stored.value, outcome, deps.clock());
    if ((await deps.table.commit([replace(stored, after)])).ok) return true;
  }
  return false;
}

import { type Alert, type Contact, peopleOf } from '@shared/alerts/alert';
import { advance } from '@shared/alerts/climb';
import { byEveryChannel, channelsOf, END_STEP, type Message } from '@shared/alerts/message';
import { endText, messageText } from '@shared/alerts/sentence';
import type { SpokenText } from '@shared/history/history.contract';
import type { AlertId } from '@shared/kernel/ids';
import type { Instant } from '@shared/kernel/instant';
import { historyEntry } from '../history/items';
import type { Deps } from '../platform/deps';
import { create, replace, type Write } from '../table/port';
import { alertItem, alertKey, messageItem } from './items';

interface Telling {
  readonly step: number;
  readonly by: 'message' | 'call';
  readonly text: SpokenText;
  readonly now: Instant;
}

const messageTo = (a: Alert, to: Contact, { step, by, text, now }: Telling): Message => ({
  alertId: a.alertId,
  elderId: a.elderId,
  kind: a.kind,
  step,
  personId: to.personId,
  name: to.name,
  as: to.as,
  ...(to.helperId === undefined ? {} : { helperId: to.helperId }),
  at: now,
  text,
  every: step !== END_STEP && byEveryChannel(a.kind),
  attempts: [],
  status: 'waiting',
  left: [...channelsOf(by)],
  tryAt: now,
});

export interface NextStep {
  readonly alert: Alert;
  readonly writes: readonly Write[];
}

/** The one step that is due, with a message for everybody of its rung; undefined when nothing is due. */
export function nextStep(deps: Deps, a: Alert, now: Instant): NextStep | undefined {
  const up = advance(a, now);
  if (up === undefined) return undefined;
  const { alert, step, rung } = up;
  const told = peopleOf(a, rung.audience);
  return {
    alert,
    writes: [
      ...told.map((to) =>
        create(messageItem, messageTo(a, to, { step, by: rung.by, text: messageText(a, to, step), now })),
      ),
      historyEntry(deps, 'system', {
        subject: { kind: 'alert', id: a.alertId },
        elderId: a.elderId,
        action: 'alert_told',
        facts: { step, people: told.length, by: rung.by },
      }),
    ],
  };
}

/** Those who were told hear that it is over: nobody hurries through the snow for nothing. */
export const endMessages = (a: Alert, to: readonly Contact[], now: Instant): Write[] =>
  to.map((each) =>
    create(messageItem, messageTo(a, each, { step: END_STEP, by: 'message', text: endText(a), now })),
  );

/** Climbs every rung that is due, each in a transaction of its own; safe at any time and any number of times. */
export async function advanceAlert(deps: Deps, alertId: AlertId): Promise<number> {
  for (let steps = 0; ; steps += 1) {
    const stored = await deps.table.get(alertItem, alertKey(alertId));
    const next = stored && nextStep(deps, stored.value, deps.clock());
    if (stored === undefined || next === undefined) return steps;
    const committed = await deps.table.commit([replace(stored, next.alert), ...next.writes]);
    // Somebody answered meanwhile, or another sweep was quicker: the next look decides anew.
    if (!committed.ok) return steps;
  }
}

import { type Alert, isOpen } from '@shared/alerts/alert';
import type { AlertAct, AlertCard, AlertView } from '@shared/alerts/alerts.contract';
import { canCallOff, hasBeenThere } from '@shared/alerts/climb';
import type { Message } from '@shared/alerts/message';
import { alertSentence, nextSentence, timeline } from '@shared/alerts/sentence';
import { elderItem, elderKey } from '../people/items';
import type { Actor, Deps } from '../platform/deps';
import { type Key, keyTexts } from '../table/port';
import type { AlertTie } from './access';
import { messageItem } from './items';

export const cardOf = (a: Alert): AlertCard => ({
  alertId: a.alertId,
  elderId: a.elderId,
  callName: a.callName,
  kind: a.kind,
  status: a.status,
  matter: a.matter,
  sentence: alertSentence(a),
  raisedAt: a.raisedAt,
});

function actsOf(deps: Deps, a: Alert, actor: Actor, tie: AlertTie): AlertAct[] {
  if (!isOpen(a)) return [];
  const off: AlertAct[] = canCallOff(a, actor.personId, deps.clock()) ? ['call_off'] : [];
  if (tie === 'elder') return off;
  const settles: AlertAct[] = tie !== 'helper' || hasBeenThere(a, actor.personId) ? ['handle'] : [];
  return ['acknowledge', ...settles, ...off];
}

/** A helper learns where to go by saying that they go, and only while it lasts (truth 8). */
const seesHome = (a: Alert, actor: Actor, tie: AlertTie): boolean =>
  tie !== 'helper' || (isOpen(a) && a.answers.some((each) => each.going && each.personId === actor.personId));

async function messagesOf(deps: Deps, alertId: string) {
  const messages: Message[] = [];
  const unreadable: Key[] = [];
  let after: string | undefined;
  do {
    const page = await deps.table.list(messageItem, {
      pk: `ALERT#${alertId}`,
      prefix: 'TOLD#',
      ...(after === undefined ? {} : { after }),
    });
    messages.push(...page.items.map(({ value }) => value));
    unreadable.push(...page.unreadable);
    after = page.next;
  } while (after !== undefined);
  return { messages, unreadable };
}

export async function viewOf(deps: Deps, a: Alert, actor: Actor, tie: AlertTie): Promise<AlertView> {
  const [{ messages, unreadable }, elder] = await Promise.all([
    messagesOf(deps, a.alertId),
    seesHome(a, actor, tie) ? deps.table.get(elderItem, elderKey(a.elderId)) : undefined,
  ]);
  const next = nextSentence(a);
  const { address, directions, doorNotes, position, phone } = elder?.value ?? {};
  return {
    ...cardOf(a),
    ...(a.visitId === undefined ? {} : { visitId: a.visitId }),
    ...(next === undefined ? {} : { next }),
    ...(isOpen(a) ? { nextAt: a.nextAt } : {}),
    answers: a.answers.map(({ personId: _who, ...rest }) => rest),
    timeline: timeline(a, messages),
    ...(address === undefined || directions === undefined || doorNotes === undefined || position === undefined
      ? {}
      : { home: { address, directions, doorNotes, position, ...(phone === undefined ? {} : { phone }) } }),
    can: actsOf(deps, a, actor, tie),
    unreadable: keyTexts(unreadable),
  };
}

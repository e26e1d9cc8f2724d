import type {
  allowMessage as allowRoute,
  listMessages as listRoute,
  readMessages as readRoute,
} from '@shared/alerts/alerts.contract';
import { allow, refuse } from '@shared/kernel/result';
import { runCommand } from '../platform/command';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { create, keyTexts, replace } from '../table/port';
import { alertItem, alertKey, allowanceItem, allowanceKey, messageItem } from './items';

const PAGE = 50;
const inboxOf = (deps: Deps, personId: string) =>
  deps.table.list(messageItem, {
    index: 'byPerson',
    pk: `PERSON#${personId}`,
    prefix: 'MESSAGE#',
    limit: PAGE,
    descending: true,
  });

export const listInbox: UseCase<typeof listRoute> = async (deps, { actor }) => {
  const page = await inboxOf(deps, actor.personId);
  const messages = page.items.map(({ value: { alertId, kind, at, text, readAt } }) => ({
    alertId,
    kind,
    at,
    text,
    read: readAt !== undefined,
  }));
  return allow({
    messages,
    unread: messages.filter(({ read }) => !read).length,
    unreadable: keyTexts(page.unreadable),
  });
};

export const markRead: UseCase<typeof readRoute> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'readMessages', body }, async () => {
    if ((await deps.table.get(alertItem, alertKey(body.alertId))) === undefined)
      return refuse('not_found', 'body.alertId');
    const page = await inboxOf(deps, actor.personId);
    const unread = page.items.filter(
      ({ value }) => value.alertId === body.alertId && value.readAt === undefined,
    );
    const readAt = deps.clock();
    return allow({
      reply: { marked: unread.length },
      writes: unread.map((each) => replace(each, { ...each.value, readAt })),
    });
  });

/** WeChat keeps its own count and tells nobody; ours says whether asking it is worth the time. */
const MOST_ALLOWED = 1_000;
export const allowOne: UseCase<typeof allowRoute> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'allowMessage', body }, async () => {
    const { personId } = actor;
    const stored = await deps.table.get(allowanceItem, allowanceKey(personId));
    const left = Math.min(MOST_ALLOWED, (stored?.value.left ?? 0) + 1);
    return allow({
      reply: { left },
      writes: [stored ? replace(stored, { personId, left }) : create(allowanceItem, { personId, left })],
    });
  });

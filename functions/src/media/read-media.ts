import { addDays, addMinutes, type Instant, isBefore } from '@shared/kernel/instant';
import { refusalSentences } from '@shared/kernel/refusal';
import { allow, refuse } from '@shared/kernel/result';
import { KEPT_DAYS, LINK_SECONDS } from '@shared/media/bounds';
import type { Media } from '@shared/media/media';
import type { readVisitMedia as route, ShownMedia } from '@shared/media/media.contract';
import { inOrder } from '@shared/visits/keep-log';
import type { LogEntry } from '@shared/visits/log';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { tieToVisit } from '../visits/access';
import { entriesOf } from '../visits/entries';
import { visitItem, visitKey } from '../visits/items';
import { keptKeys, mediaItem } from './items';

export const readMedia: UseCase<typeof route> = async (deps, { params, actor }) => {
  const stored = await deps.table.get(visitItem, visitKey(params.visitId));
  if (stored === undefined) return refuse('not_found');
  const tie = await tieToVisit(deps, actor, stored.value);
  if (!tie.ok) return tie;
  const now = deps.clock();
  const [log, page] = await Promise.all([
    entriesOf(deps, params.visitId),
    deps.table.list(mediaItem, { pk: `VISIT#${params.visitId}`, prefix: 'MEDIA#' }),
  ]);
  const arrived = new Map(page.items.map(({ value }) => [value.entryId, value]));
  return allow({
    media: inOrder(log.entries).flatMap((each) => shownOf(deps, each, arrived.get(each.entry.entryId), now)),
    until: addMinutes(now, LINK_SECONDS / 60),
    unreadable: keyTexts([...log.unreadable, ...page.unreadable]),
  });
};

/** What somebody may see of it now: the file itself only once it was found fit, and while it is kept. */
function shownOf(deps: Deps, { entry }: LogEntry, m: Media | undefined, now: Instant): ShownMedia[] {
  if (entry.kind !== 'photo' && entry.kind !== 'voice') return [];
  const { entryId, kind, at } = entry;
  const shown = { entryId, kind, at };
  if (m === undefined) return [{ ...shown, status: 'waiting' }];
  if (m.status === 'refused') {
    const [zh, en] = refusalSentences[m.why];
    return [{ ...shown, status: 'refused', why: { zh, en } }];
  }
  const length = m.seconds === undefined ? {} : { seconds: m.seconds };
  if (m.status === 'checking') return [{ ...shown, ...length, status: 'checking' }];
  if (isBefore(addDays(m.arrivedAt, KEPT_DAYS), now)) return [{ ...shown, ...length, status: 'gone' }];
  const links = Object.fromEntries(
    Object.entries(keptKeys(kind, m)).map(([name, key]) => [name, deps.files.link(key, now)]),
  );
  return [{ ...shown, ...length, ...links, status: 'ready' }];
}

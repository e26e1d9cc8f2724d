import type { HistoryAction } from '@shared/history/action';
import type { EntryId } from '@shared/kernel/ids';
import type { Instant } from '@shared/kernel/instant';
import { isOpen, secondsOf, secondsTalked, type VideoCall } from '@shared/video-calls/video-call';
import { type HistoryWords, historyEntry } from '../history/items';
import type { Actor, Deps } from '../platform/deps';
import { create, type Write } from '../table/port';
import { entryItem } from '../visits/items';

const actions = {
  ended: 'video_ended',
  missed: 'video_missed',
  declined: 'video_declined',
} as const satisfies Partial<Record<VideoCall['status'], HistoryAction>>;

/** A call has one line in the log of its visit, so the line has the call's own id. */
const entryIdOf = (c: VideoCall): EntryId => c.callId.replace(/^call/, 'entry') as EntryId;

/** Who talked for how long, into the visit's log; nothing where nobody came or there was no visit. */
function intoLog(c: VideoCall, receivedAt: Instant): Write[] {
  if (c.status !== 'ended' || c.visitId === undefined) return [];
  const people = c.members.filter(({ presence }) => presence.length > 0);
  return [
    create(entryItem, {
      visitId: c.visitId,
      elderId: c.elderId,
      receivedAt,
      entry: {
        entryId: entryIdOf(c),
        at: c.startedAt,
        kind: 'video',
        seconds: secondsTalked(c),
        people: people.map((m) => ({ name: m.name, seconds: secondsOf(m) })),
      },
    }),
  ];
}

/** What goes into the transaction in which a call ends: its line of history, and of the visit's log. */
export function writesOfEnd(
  deps: Deps,
  before: VideoCall,
  after: VideoCall,
  by: Actor | 'system',
): readonly Write[] {
  if (!isOpen(before) || isOpen(after)) return [];
  const words: HistoryWords = {
    subject: { kind: 'video_call', id: after.callId },
    elderId: after.elderId,
    action: actions[after.status],
    ...(after.status === 'ended' ? { facts: { seconds: secondsTalked(after) } } : {}),
  };
  return [
    historyEntry(deps, after.status === 'declined' ? by : 'system', words),
    ...intoLog(after, deps.clock()),
  ];
}

import type { EntryId } from '@shared/kernel/ids';
import type { Instant } from '@shared/kernel/instant';
import type { ReplyOf } from '@shared/kernel/route';
import { type NewEntry, newEntry } from '@shared/visits/log';
import { entrySentence } from '@shared/visits/sentence';
import type { readVisit } from '@shared/visits/visits.contract';
import type { WaitingCommand } from '@/platform/outbox/waiting';

export type VisitDetail = ReplyOf<typeof readVisit>;

export interface WithWaiting {
  readonly detail: VisitDetail;
  /** Entries that only this phone knows yet. */
  readonly waiting: ReadonlySet<EntryId>;
  /** The check-in is still on the phone, so nobody has looked at what shows the place. */
  readonly arrivalWaits: boolean;
  /** When the helper left, while the check-out is still on the phone. */
  readonly leftAt?: Instant;
}

/** The visit as it stands for the helper: what the server knows, and what the phone has not been able to send. */
export function withWaiting(known: VisitDetail, commands: readonly WaitingCommand[]): WithWaiting {
  let detail = known;
  let leftAt: Instant | undefined;
  const waiting = new Set<EntryId>();
  for (const { route, body, refused } of commands) {
    if (refused !== undefined && route !== 'keepLog') continue;
    const at = body.at as Instant;
    if (route === 'checkIn') detail = arrived(detail, at);
    if (route === 'sayByCard') detail = withoutCardLine(detail);
    if (route === 'checkOut') {
      leftAt = at;
      detail = { ...detail, can: [] };
    }
    for (const entry of entriesOf(body)) {
      if (detail.entries.some((each) => each.entry.entryId === entry.entryId)) continue;
      waiting.add(entry.entryId);
      detail = kept(detail, entry);
    }
  }
  const arrivalWaits = commands.some((each) => each.route === 'checkIn' && each.refused === undefined);
  return { detail, waiting, arrivalWaits, ...(leftAt === undefined ? {} : { leftAt }) };
}

/** The elder has spoken, though only this phone knows. */
function withoutCardLine({ cardLine: _spoken, ...detail }: VisitDetail): VisitDetail {
  return detail;
}

function arrived(detail: VisitDetail, at: Instant): VisitDetail {
  const { visit } = detail;
  if (visit.status !== 'scheduled' && visit.status !== 'missed') return detail;
  const { status: _status, ...rest } = visit;
  const plan: Omit<typeof rest, 'lateSince' | 'missedAt'> = without(rest);
  const proof = { kind: 'none', reason: '—', verified: false } as const;
  return {
    ...detail,
    visit: { ...plan, status: 'checked_in', checkIn: { at, receivedAt: at, proof } },
    can: ['log', 'check_out'],
  };
}

function without<T extends object>(plan: T): Omit<T, 'lateSince' | 'missedAt'> {
  const { lateSince, missedAt, ...rest } = plan as T & { lateSince?: unknown; missedAt?: unknown };
  return rest;
}

function entriesOf(body: WaitingCommand['body']): readonly NewEntry[] {
  const { entries } = body;
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((each) => newEntry.safeParse(each).data ?? []);
}

function kept(detail: VisitDetail, entry: NewEntry): VisitDetail {
  const { visitId, elderId } = detail.visit;
  const sentence = entrySentence({ entry }, detail.checklist);
  return {
    ...detail,
    entries: [...detail.entries, { visitId, elderId, receivedAt: entry.at, entry, sentence }],
  };
}

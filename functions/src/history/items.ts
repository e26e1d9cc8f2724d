import type { HistoryAction } from '@shared/history/action';
import {
  type HistoryEntry,
  type HistoryFacts,
  type HistorySubject,
  historyEntry as schema,
} from '@shared/history/history';
import type { ElderId, HistoryId, PersonId } from '@shared/kernel/ids';
import type { Role } from '@shared/kernel/role';
import type { Deps } from '../platform/deps';
import { create, itemKind, type Write } from '../table/port';

export const historyPartition = (subject: HistorySubject): string => `HISTORY#${subject.kind}#${subject.id}`;

/** Append-only: there is a create for it and nothing else. */
export const historyItem = itemKind<HistoryEntry>({
  name: 'history',
  schema,
  key: (e) => ({ pk: historyPartition(e.subject), sk: `HISTORY#${e.at}#${e.historyId}` }),
  indexes: (e) =>
    e.elderId === undefined
      ? {}
      : { byElder: { pk: `ELDER#${e.elderId}`, sk: `HISTORY#${e.at}#${e.historyId}` } },
});

export interface HistoryWords {
  readonly subject: HistorySubject;
  readonly action: HistoryAction;
  readonly elderId?: ElderId | undefined;
  readonly why?: string | undefined;
  readonly onBehalfOf?: PersonId | undefined;
  readonly facts?: HistoryFacts | undefined;
}

/** The line of history that goes into the same transaction as the change it tells of. */
export function historyEntry(
  deps: Pick<Deps, 'clock' | 'newId'>,
  actor: { readonly personId: PersonId; readonly role: Role } | 'system',
  words: HistoryWords,
): Write {
  const { subject, action, elderId, why, onBehalfOf, facts } = words;
  return create(
    historyItem,
    {
      historyId: deps.newId('history') as HistoryId,
      at: deps.clock(),
      by:
        actor === 'system'
          ? { kind: 'system' }
          : { kind: 'person', personId: actor.personId, role: actor.role },
      subject,
      action,
      ...(elderId === undefined ? {} : { elderId }),
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      ...(why === undefined || why === '' ? {} : { why }),
      ...(facts === undefined ? {} : { facts }),
    },
    'changed_meanwhile',
  );
}

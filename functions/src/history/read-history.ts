import type { HistoryEntry, HistorySubject } from '@shared/history/history';
import type { ToldEntry } from '@shared/history/history.contract';
import { told } from '@shared/history/sentence';
import type { PersonId } from '@shared/kernel/ids';
import { personItem } from '../identity/items';
import type { Deps } from '../platform/deps';
import type { Key } from '../table/port';
import { historyItem, historyPartition } from './items';

/** The history of one thing, oldest first, each line as a sentence with the name of who did it. */
export async function readHistory(
  deps: Deps,
  subject: HistorySubject,
): Promise<{ told: ToldEntry[]; unreadable: readonly Key[] }> {
  const page = await deps.table.list(historyItem, {
    pk: historyPartition(subject),
    prefix: 'HISTORY#',
  });
  const entries = page.items.map(({ value }) => value);
  return { told: await withNames(deps, entries), unreadable: page.unreadable };
}

/** Names are read when told, not kept in the history, so that an erased account leaves none behind. */
export async function withNames(deps: Deps, entries: readonly HistoryEntry[]): Promise<ToldEntry[]> {
  const ids = [...new Set(entries.flatMap(({ by }) => (by.kind === 'person' ? [by.personId] : [])))];
  const people = await deps.table.getMany(
    personItem,
    ids.map((id) => ({ pk: `PERSON#${id}`, sk: 'PERSON' })),
  );
  const names = new Map<PersonId, string | undefined>(
    ids.map((id, index) => [id, people.items[index]?.value.name]),
  );
  return entries.map((entry) =>
    told(entry, entry.by.kind === 'person' ? names.get(entry.by.personId) : undefined),
  );
}

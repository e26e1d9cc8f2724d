import { allow, refuse } from '@shared/kernel/result';
import { keepLog } from '@shared/visits/keep-log';
import type { LogEntry } from '@shared/visits/log';
import { entrySentence } from '@shared/visits/sentence';
import type { keepLog as route } from '@shared/visits/visits.contract';
import { proposalWrites } from '../cases/propose';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { UseCase } from '../platform/serve';
import { create, expect, UnreadableItem } from '../table/port';
import { tieToVisit } from './access';
import { inBody } from './change-visit';
import { entryItem, entryKey, visitItem, visitKey } from './items';
import { readChecklist } from './labels';

/** Appends to the log. The entries are created under their own ids, so nothing is ever lost or doubled (truth 3). */
export const keepVisitLog: UseCase<typeof route> = (deps, { params, body, actor }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'keepLog', body: { ...params, ...body } },
    async () => {
      const stored = await deps.table.get(visitItem, visitKey(params.visitId));
      if (stored === undefined) return refuse('not_found');
      const visit = stored.value;
      const tie = await tieToVisit(deps, actor, visit);
      if (!tie.ok) return tie;
      if (tie.value !== 'helper') return refuse('not_found');
      const ids = [...new Set(body.entries.map((each) => each.entryId))];
      const known = await deps.table.getMany(
        entryItem,
        ids.map((id) => entryKey(visit.visitId, id)),
      );
      const [broken] = known.unreadable;
      if (broken !== undefined) throw new UnreadableItem(broken);
      const kept = known.items.flatMap((each) => (each === undefined ? [] : [each.value]));
      const fresh = keepLog(visit, kept, body.entries, deps.clock());
      if (!fresh.ok) return inBody(fresh.refusal);
      const needs = fresh.value.flatMap(({ entry }) => (entry.kind === 'need' ? [entry] : []));
      const proposed = await Promise.all(
        needs.map(({ entryId, text }) =>
          proposalWrites(deps, visit, {
            cause: `need ${entryId}`,
            source: 'visit',
            kind: 'companionship',
            why: {
              zh: `${visit.helperName}到访时记下：${text}`,
              en: `${visit.helperName} wrote at a visit: ${text}`,
            },
            visitId: visit.visitId,
          }),
        ),
      );
      const checklist = await readChecklist(deps, visit.serviceCode);
      const all = new Map<string, LogEntry>(
        [...kept, ...fresh.value].map((each) => [each.entry.entryId, each]),
      );
      return allow({
        reply: {
          entries: ids.flatMap((id) => {
            const each = all.get(id);
            return each === undefined ? [] : [{ ...each, sentence: entrySentence(each, checklist) }];
          }),
        },
        writes: [
          expect(stored),
          ...fresh.value.map((each) => create(entryItem, each)),
          ...proposed.flat(),
          ...(fresh.value.length === 0
            ? []
            : [
                historyEntry(deps, actor, {
                  subject: { kind: 'visit', id: visit.visitId },
                  elderId: visit.elderId,
                  action: 'visit_logged',
                  facts: { entries: fresh.value.length, helperName: visit.helperName },
                }),
              ]),
        ],
      });
    },
  );

import { beijing } from '@shared/kernel/instant';
import { allow, refuse } from '@shared/kernel/result';
import { helperRoles } from '@shared/kernel/role';
import { takeBack } from '@shared/visit-duty/outcome';
import { countedOut } from '@shared/visit-duty/rate';
import { recordSentence } from '@shared/visit-duty/sentence';
import type { takeBackDuty as route } from '@shared/visit-duty/visit-duty.contract';
import { historyEntry } from '../history/items';
import { tieToElder } from '../people/access';
import { elderItem, elderKey } from '../people/items';
import { runCommand } from '../platform/command';
import type { UseCase } from '../platform/serve';
import { replace } from '../table/port';
import { isAsked } from './access';
import { dutyNow } from './facts';
import { dutyRecordItem, villageMonthItem, villageMonthKey } from './items';

const LOOKED_AT = 30;

/** Whoever tapped the wrong name says so within the day. A helper is tied by the record, or by being asked to go. */
export const takeBackDuty: UseCase<typeof route> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'takeBackDuty', body: { ...params, ...body } },
    async () => {
      const elder = await deps.table.get(elderItem, elderKey(params.elderId));
      if (!elder) return refuse('not_found');
      if (!helperRoles.includes(actor.role)) {
        const tie = await tieToElder(deps, actor, elder.value);
        if (!tie.ok) return tie;
      }
      const page = await deps.table.list(dutyRecordItem, {
        pk: `ELDER#${params.elderId}`,
        prefix: 'DUTYRECORD#',
        descending: true,
        limit: LOOKED_AT,
      });
      const stored = page.items.find(({ value }) => value.entryId === body.entryId);
      const { duty, put } = await dutyNow(deps, elder.value);
      const own = stored?.value.by.personId === actor.personId;
      if (!stored || (helperRoles.includes(actor.role) && !own && !isAsked(duty, actor)))
        return refuse('not_found', 'body.entryId');
      const record = stored.value;
      const now = deps.clock();
      const records = page.items.map(({ value }) => value);
      const next = takeBack(duty, record, records, actor.personId, now);
      if (!next.ok) return next;
      const month = beijing(record.at).day.slice(0, 7);
      const row = await deps.table.get(villageMonthItem, villageMonthKey(duty.villageCode, month));
      return allow({
        reply: { status: next.value.status, nextOn: next.value.dueOn },
        writes: [
          put(next.value),
          replace(stored, { ...record, takenBack: { by: actor.personId, at: now } }),
          historyEntry(deps, actor, {
            subject: { kind: 'visit_duty', id: elder.value.elderId },
            elderId: elder.value.elderId,
            action: 'duty_taken_back',
            why: recordSentence(record).zh,
          }),
          ...(row ? [replace(row, countedOut(row.value, duty, next.value, record.how))] : []),
        ],
      });
    },
  );

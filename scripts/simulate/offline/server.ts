import { addMinutes, type Instant, instantOf } from '@shared/kernel/instant';
import type { Result } from '@shared/kernel/result';
import type { Visit } from '@shared/visits/visit';
import { testDeps } from '../../../functions/src/platform/test-support';
import { requestItem, requestKey } from '../../../functions/src/service-requests/items';
import { createMemoryTable } from '../../../functions/src/table/memory-table';
import { create, TableUnavailable } from '../../../functions/src/table/port';
import { checkInToVisit } from '../../../functions/src/visits/check-in';
import { checkOutOfVisit } from '../../../functions/src/visits/check-out';
import { entryItem, visitItem, visitKey } from '../../../functions/src/visits/items';
import { keepVisitLog } from '../../../functions/src/visits/keep-log';
import { actors, plantVillage, visit } from '../../../functions/src/visits/test-village';
import type { Answer } from '../../../miniapp/src/platform/client-core';
import type { WaitingCommand } from '../../../miniapp/src/platform/outbox/waiting';

const again = (id: string): string => id.replace(/.$/, '2');

/** The real use cases on the in-memory table with its faults, two visits of one helper in it, and a clock we hold. */
export async function startServer(seed: number, time: () => number) {
  const clock = (): Instant => instantOf(time());
  const calm = createMemoryTable({ clock });
  const table = createMemoryTable({
    clock,
    faults: { seed, conflict: 0.05, throttle: 0.05, timeout: 0.1, lostResponse: 0.1 },
  });
  // Planted in good weather, then copied to where the storm is.
  calm.onChange(({ after }) => after && table.plant(after));
  const deps = { ...testDeps({ seed, table }), clock };
  await plantVillage({ ...deps, table: calm });
  const second: Visit = {
    ...visit,
    visitId: again(visit.visitId) as Visit['visitId'],
    requestId: again(visit.requestId) as Visit['requestId'],
    startsAt: addMinutes(visit.startsAt, 75),
    endsAt: addMinutes(visit.endsAt, 75),
  };
  const request = await calm.get(requestItem, requestKey(visit.requestId));
  if (request?.value.status !== 'scheduled') throw new Error('the village has no request');
  const planted = await calm.commit([
    create(visitItem, second),
    create(requestItem, {
      ...request.value,
      requestId: second.requestId,
      startsAt: second.startsAt,
      endsAt: second.endsAt,
      places: [{ status: 'held', helperId: visit.helperId, visitId: second.visitId }],
    }),
  ]);
  if (!planted.ok) throw new Error('the second visit was refused');
  /** Which commands took effect, in the order in which they did. */
  const applied: string[] = [];
  table.onChange(({ after }) => {
    if (after?.pk.startsWith('RECEIPT#')) applied.push(after.pk.split('#')[2] ?? '');
  });

  const handle = (command: WaitingCommand): Promise<Result<unknown>> => {
    const input = { params: command.params, body: command.body, query: undefined, actor: actors.helper };
    if (command.route === 'checkIn') return checkInToVisit(deps, input as never);
    if (command.route === 'checkOut') return checkOutOfVisit(deps, input as never);
    return keepVisitLog(deps, input as never);
  };
  return {
    visits: [visit, second] as const,
    applied,
    /** As the phone sees it: no answer at all is offline. */
    async answer(command: WaitingCommand): Promise<Answer<unknown>> {
      try {
        const result = await handle(command);
        return result.ok
          ? { ok: true, value: result.value }
          : { ok: false, failure: { kind: 'refused', refusal: result.refusal } };
      } catch (error) {
        if (error instanceof TableUnavailable) return { ok: false, failure: { kind: 'offline' } };
        throw error;
      }
    },
    statusOf: async (visitId: Visit['visitId']) =>
      (await table.get(visitItem, visitKey(visitId)))?.value.status,
    entriesOf: async (visitId: Visit['visitId']) =>
      (await table.list(entryItem, { pk: visitKey(visitId).pk, prefix: 'ENTRY#' })).items.map(
        (item) => item.value.entry.entryId as string,
      ),
  };
}

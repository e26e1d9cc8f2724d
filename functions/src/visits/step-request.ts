import { allow, type Result, refuse } from '@shared/kernel/result';
import { heldPlaces } from '@shared/service-requests/request';
import { stepRequest } from '@shared/visits/step-request';
import type { Visit } from '@shared/visits/visit';
import type { Deps } from '../platform/deps';
import { requestItem, requestKey } from '../service-requests/items';
import { replace, type Write } from '../table/port';
import { visitItem, visitKey } from './items';

/**
 * The write that keeps a request in step with one of its visits. It is made even when nothing in the request
 * changes: so two visits of one request can never move on without seeing each other.
 */
export async function requestWrites(deps: Deps, before: Visit, after: Visit): Promise<Result<Write[]>> {
  const request = await deps.table.get(requestItem, requestKey(after.requestId));
  if (request === undefined) return refuse('not_found');
  const otherIds = heldPlaces(request.value)
    .map((each) => each.visitId)
    .filter((id) => id !== after.visitId);
  const others = await Promise.all(otherIds.map((id) => deps.table.get(visitItem, visitKey(id))));
  const stepped = stepRequest(
    request.value,
    before,
    after,
    others.flatMap((each) => (each === undefined ? [] : [each.value])),
    deps.clock(),
  );
  return stepped.ok ? allow([replace(request, stepped.value)]) : stepped;
}

import type { RequestId } from '@shared/kernel/ids';
import { isLooking } from '@shared/service-requests/request';
import { withdrawPending } from '../offers/take-place';
import type { Deps } from '../platform/deps';
import { requestItem, requestKey } from '../service-requests/items';
import { expect } from '../table/port';

const ATTEMPTS = 20;

/** Takes back the offers that did not fit into the transaction which ended the search. Safe to call any number of times. */
export async function withdrawLeft(deps: Deps, requestId: RequestId): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const stored = await deps.table.get(requestItem, requestKey(requestId));
    if (!stored || isLooking(stored.value)) return;
    const writes = await withdrawPending(deps, stored.value);
    if (writes.length === 0) return;
    // A refusal means that something moved meanwhile: then it is looked at again.
    await deps.table.commit([expect(stored), ...writes]);
  }
}

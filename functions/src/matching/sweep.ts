import type { Deps } from '../platform/deps';
import { logger } from '../platform/logger';
import { systemDeps } from '../platform/system-deps';
import { requestDuePartitions, requestItem } from '../service-requests/items';
import { advanceRequest } from './advance-request';
import { sharedOut } from './share-out';

/** Looks at every request whose moment has come. One that fails is named and does not hold up the others. */
export async function sweepRequests(deps: Deps): Promise<{ looked: number; failed: number }> {
  const told = { looked: 0, failed: 0 };
  for (const pk of requestDuePartitions) {
    let after: string | undefined;
    do {
      const page = await deps.table.list(requestItem, {
        index: 'byDue',
        pk,
        to: `${deps.clock()}~`,
        limit: 100,
        ...(after === undefined ? {} : { after }),
      });
      after = page.next;
      // At the hour when the evening's plan is over, all that it left open begins at once.
      const open = page.items.filter(({ value }) => value.status === 'open');
      const shared = await sharedOut(
        deps,
        open.map(({ value }) => value.requestId),
      );
      for (const { value } of page.items) {
        told.looked += 1;
        try {
          await advanceRequest(deps, value.requestId, shared);
        } catch (error) {
          told.failed += 1;
          logger.error('request not advanced', {
            requestId: value.requestId,
            error: error instanceof Error ? error.name : 'unknown',
          });
        }
      }
    } while (after !== undefined);
  }
  return told;
}

/** Every minute. */
export const handler = async () => {
  const told = await sweepRequests(systemDeps());
  if (told.looked > 0) logger.info('requests.sweep', told);
  return told;
};

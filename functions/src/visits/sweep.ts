import type { Deps } from '../platform/deps';
import { logger } from '../platform/logger';
import { systemDeps } from '../platform/system-deps';
import { TableUnavailable } from '../table/port';
import { advanceVisit } from './advance-visit';
import { visitDuePartitions, visitItem } from './items';

/** Looks at every visit whose deadline has passed. One that fails is named and does not hold up the others. */
export async function sweepVisits(deps: Deps): Promise<{ looked: number; advanced: number; failed: number }> {
  const now = deps.clock();
  const told = { looked: 0, advanced: 0, failed: 0 };
  for (const pk of visitDuePartitions) {
    let after: string | undefined;
    do {
      const page = await deps.table.list(visitItem, {
        index: 'byDue',
        pk,
        to: `${now}~`,
        limit: 100,
        ...(after === undefined ? {} : { after }),
      });
      after = page.next;
      for (const { value } of page.items) {
        told.looked += 1;
        try {
          if ((await advanceVisit(deps, value.visitId)) === 'advanced') told.advanced += 1;
        } catch (error) {
          told.failed += 1;
          const kind = error instanceof TableUnavailable ? 'table unavailable' : 'visit not advanced';
          logger.error(kind, {
            visitId: value.visitId,
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
  const told = await sweepVisits(systemDeps());
  if (told.looked > 0) logger.info('visits.sweep', told);
  return told;
};

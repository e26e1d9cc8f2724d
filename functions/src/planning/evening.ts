import { addDays, beijing } from '@shared/kernel/instant';
import { regionItem } from '../people/items';
import type { Deps } from '../platform/deps';
import { logger } from '../platform/logger';
import { systemDeps } from '../platform/system-deps';
import { areasOf, asking } from './ask-for-plan';
import { planItem, planKey } from './items';

/**
 * Asks for tomorrow's plan of every county, township by township where it is large. A plan that somebody has drawn or
 * published already is left to them. A county that fails is named and does not hold up the others.
 */
export async function planTomorrow(deps: Deps): Promise<{ asked: number; failed: number }> {
  const on = beijing(addDays(deps.clock(), 1)).day;
  const told = { asked: 0, failed: 0 };
  let after: string | undefined;
  do {
    const counties = await deps.table.list(regionItem, {
      index: 'byRegion',
      pk: 'REGIONS#root',
      ...(after === undefined ? {} : { after }),
    });
    after = counties.next;
    for (const { value } of counties.items) {
      try {
        for (const areaCode of await areasOf(deps, value.code, on)) {
          if (await deps.table.get(planItem, planKey(areaCode, on))) continue;
          const plan = await asking(deps, areaCode, on, 'system');
          if (plan.ok && (await deps.table.commit(plan.value.writes)).ok) told.asked += 1;
        }
      } catch (error) {
        told.failed += 1;
        logger.error('plan not asked for', {
          regionCode: value.code,
          error: error instanceof Error ? error.name : 'unknown',
        });
      }
    }
  } while (after !== undefined);
  return told;
}

/** Every evening at seven in Beijing. */
export const handler = async () => {
  const told = await planTomorrow(systemDeps());
  logger.info('plans.evening', told);
  return told;
};

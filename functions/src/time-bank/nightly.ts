import { beijing } from '@shared/kernel/instant';
import type { Deps } from '../platform/deps';
import { logger } from '../platform/logger';
import { systemDeps } from '../platform/system-deps';
import { expireFunding } from './fund-request';
import { fundingDuePartitions, fundingItem } from './items';
import { lapseAccount } from './lapse';
import { countiesOf, everyOf, keepReconciliation, reconcile } from './reconcile';
import { keepSolvency, measure, ownedAccounts } from './report-solvency';

/** Gives back what was set aside and never settled. One that fails is named and does not hold up the others. */
export async function expireDue(deps: Deps): Promise<{ looked: number; failed: number }> {
  const told = { looked: 0, failed: 0 };
  for (const pk of fundingDuePartitions)
    for await (const { value } of everyOf(deps, fundingItem, {
      index: 'byDue',
      pk,
      to: `${deps.clock()}~`,
    })) {
      told.looked += 1;
      try {
        await expireFunding(deps, value.requestId);
      } catch (error) {
        told.failed += 1;
        logger.error('funding not expired', { requestId: value.requestId, error: nameOf(error) });
      }
    }
  return told;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** The night's work: due holds, old minutes on the first of a month, solvency, and last the reconciliation. */
export async function runNight(deps: Deps) {
  const expired = await expireDue(deps);
  for (const county of await countiesOf(deps)) {
    if (beijing(deps.clock()).date === 1)
      for (const id of await ownedAccounts(deps, county)) await lapseAccount(deps, id);
    await keepSolvency(deps, await measure(deps, county));
  }
  const found = await reconcile(deps);
  await keepReconciliation(deps, found);
  if (found.sumMinutes !== 0 || found.pendingSumMinutes !== 0 || found.differences.length > 0)
    logger.error('the time bank does not balance', {
      sumMinutes: found.sumMinutes,
      pendingSumMinutes: found.pendingSumMinutes,
      differences: found.differences,
    });
  return { expired, accounts: found.accounts, entries: found.entries, differences: found.differences.length };
}

export const handler = async () => {
  const told = await runNight(systemDeps());
  logger.info('time-bank.night', told);
  return told;
};

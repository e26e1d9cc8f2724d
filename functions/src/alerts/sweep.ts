import type { Deps } from '../platform/deps';
import { logger } from '../platform/logger';
import { systemDeps } from '../platform/system-deps';
import type { ItemKind, Page } from '../table/port';
import { type Channels, systemChannels } from './channels';
import { advanceAlert } from './climb';
import { deliver } from './deliver';
import { alertDuePartitions, alertItem, messageDuePartitions, messageItem } from './items';

interface Told {
  looked: number;
  failed: number;
}

/** Everything of a kind that is due by now; one that fails is named and does not hold up the others. */
async function eachDue<T>(
  deps: Deps,
  kind: ItemKind<T>,
  partitions: readonly string[],
  act: (value: T) => Promise<unknown>,
): Promise<Told> {
  const now = deps.clock();
  const told: Told = { looked: 0, failed: 0 };
  for (const pk of partitions) {
    let after: string | undefined;
    do {
      const page: Page<T> = await deps.table.list(kind, {
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
          await act(value);
        } catch (error) {
          told.failed += 1;
          logger.error(`${kind.name} not advanced`, {
            key: kind.key(value).pk,
            error: error instanceof Error ? error.name : 'unknown',
          });
        }
      }
    } while (after !== undefined);
  }
  return told;
}

/** The clock of every ladder, and whatever a stream or a dead sender left unsent. */
export async function sweepAlerts(deps: Deps, channels: Channels) {
  const alerts = await eachDue(deps, alertItem, alertDuePartitions, ({ alertId }) =>
    advanceAlert(deps, alertId),
  );
  const messages = await eachDue(deps, messageItem, messageDuePartitions, (m) => deliver(deps, channels, m));
  return { alerts, messages };
}

/** Every minute. */
export const handler = async () => {
  const told = await sweepAlerts(systemDeps(), systemChannels());
  if (told.alerts.looked + told.messages.looked > 0) logger.info('alerts.sweep', told);
  return told;
};

import type { Deps } from '../platform/deps';
import { logger } from '../platform/logger';
import { systemDeps } from '../platform/system-deps';
import { advanceCall } from './advance-call';
import { callDuePartitions, callItem } from './items';

type Looked = Readonly<Record<'open' | 'failed', number>>;

/** Looks once at every open call; one that fails is named and does not hold up the others. */
export async function sweepCalls(deps: Deps): Promise<Looked> {
  let open = 0;
  let failed = 0;
  for (const pk of callDuePartitions) {
    let after: string | undefined;
    do {
      const page = await deps.table.list(callItem, {
        index: 'byDue',
        pk,
        limit: 100,
        ...(after === undefined ? {} : { after }),
      });
      after = page.next;
      for (const { value } of page.items) {
        open += 1;
        try {
          await advanceCall(deps, value.callId);
        } catch (error) {
          failed += 1;
          const name = error instanceof Error ? error.name : 'unknown';
          logger.error('video call not advanced', { callId: value.callId, error: name });
        }
      }
    } while (after !== undefined);
  }
  return { open, failed };
}

const LOOKS = 7;
const BETWEEN_MILLIS = 8_000;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, BETWEEN_MILLIS));

/**
 * The clock beats once a minute, and a call must end within half a minute when both its phones die at once. So while
 * there is a call, the minute is spent on looking every eight seconds; without one it is a single look.
 */
export async function watchCalls(deps: Deps, wait: () => Promise<void>): Promise<Looked> {
  let looked = await sweepCalls(deps);
  for (let looks = 1; looks < LOOKS && looked.open > 0; looks += 1) {
    await wait();
    looked = await sweepCalls(deps);
  }
  return looked;
}

/** Every minute. */
export const handler = async (): Promise<Looked> => {
  const looked = await watchCalls(systemDeps(), pause);
  if (looked.open > 0) logger.info('video_calls.sweep', looked);
  return looked;
};

import type { Deps } from '../platform/deps';
import { logger } from '../platform/logger';
import { systemDeps } from '../platform/system-deps';
import { askCheck } from './check';
import { MEDIA_DUE, mediaItem } from './items';

/** Asks again about what has had no verdict; nothing waits for ever. */
export async function sweepMedia(deps: Deps): Promise<{ looked: number; failed: number }> {
  const page = await deps.table.list(mediaItem, {
    index: 'byDue',
    pk: MEDIA_DUE,
    to: `${deps.clock()}~`,
    limit: 100,
  });
  let failed = 0;
  for (const { value } of page.items) {
    try {
      await askCheck(deps, value);
    } catch (error) {
      failed += 1;
      logger.error('check not asked', { error: error instanceof Error ? error.name : 'unknown' });
    }
  }
  return { looked: page.items.length, failed };
}

/** Every minute. */
export const handler = async () => {
  const told = await sweepMedia(systemDeps());
  if (told.looked > 0) logger.info('media.sweep', told);
  return told;
};

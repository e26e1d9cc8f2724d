import { logger } from '../platform/logger';
import { systemDeps } from '../platform/system-deps';
import { runNight } from './night';

/** At four in the morning, so that the list is there before anybody is up. */
export const handler = async () => {
  const told = await runNight(systemDeps());
  logger.info('visit-duty.night', { ...told });
  return told;
};
